using System.Text.Json.Nodes;
using Course.Jupyter.Client;
using Course.Jupyter.Specs;

namespace Course.Jupyter.Tests.Specs;

public sealed class InstallTests : IDisposable
{
    private readonly TemporaryFolder home = new();
    private readonly Dictionary<string, string> variables;

    public InstallTests() =>
        variables = new()
        {
            ["HOME"] = home.Path,
            ["JUPYTER_DATA_DIR"] = Path.Combine(home.Path, "data"),
            ["JUPYTER_PATH"] = Path.Combine(home.Path, "shared")
        };

    private JupyterFolders Folders => JupyterFolders.Of(name => variables.GetValueOrDefault(name));

    private KernelInstaller Installer => new(Folders, "/the/checkout", "/the/checkout/artifacts/cli/Course.Cli.dll");

    // Without those that the machine has.
    private KernelSpec[] Found =>
        [.. KernelSpec.FindAll(Folders).Where(spec => spec.Folder.StartsWith(home.Path, StringComparison.Ordinal))];

    public void Dispose() => home.Dispose();

    [Fact]
    public void The_kernelspec_lies_where_the_variable_says_and_starts_the_built_command_with_the_connection_file()
    {
        KernelSpec spec = Installer.Install();

        JsonNode written = JsonNode.Parse(File.ReadAllText(Path.Combine(home.Path, "data", "kernels", ".net-csharp", "kernel.json")))!;
        string[] arguments = [.. written["argv"]!.AsArray().Select(argument => (string)argument!)];
        Assert.Equal(["/the/checkout/artifacts/cli/Course.Cli.dll", "kernel", "start", "{connection_file}"], arguments[1..]);
        Assert.Equal(("C#", "message", ".NET (C#)"),
            ((string?)written["language"], (string?)written["interrupt_mode"], (string?)written["display_name"]));
        Assert.Equal(spec.Name, Assert.Single(Found).Name);
        Assert.Single(Directory.EnumerateFileSystemEntries(spec.Folder));
    }

    [Fact]
    public void A_second_installation_replaces_the_first_and_one_uninstallation_removes_it()
    {
        Installer.Install();
        Installer.Install();

        Assert.Single(Installer.Uninstall());
        Assert.Empty(Found);
        Assert.Empty(Installer.Uninstall());
    }

    [Theory]
    [InlineData("data")]
    [InlineData("shared")]
    public void Where_another_kernel_holds_the_name_it_is_left_alone_and_ours_takes_another(string holder)
    {
        Installer.Install();
        Installer.Uninstall();
        string folder = Path.Combine(home.Path, holder, "kernels", ".net-csharp");
        Directory.CreateDirectory(folder);
        string theirs =
            """{"argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)", "language": "C#"}""";
        File.WriteAllText(Path.Combine(folder, "kernel.json"), theirs);

        KernelSpec spec = Installer.Install();

        Assert.Equal(("course-csharp", ".NET (C#, course)"), (spec.Name, spec.DisplayName));
        Assert.Equal(theirs, File.ReadAllText(Path.Combine(folder, "kernel.json")));
        Assert.Equal([".NET Interactive", "this course, in /the/checkout"], Found.OrderBy(found => found.Name)
            .Select(found => found.Owner));
        Assert.Equal("course-csharp", Assert.Single(Installer.Uninstall()).Name);
        Assert.True(File.Exists(Path.Combine(folder, "kernel.json")));
    }

    [Fact]
    public void When_the_name_has_become_free_our_kernel_moves_there()
    {
        string folder = Path.Combine(home.Path, "shared", "kernels", ".net-csharp");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), """{"argv": []}""");
        Installer.Install();
        Directory.Delete(folder, recursive: true);

        Installer.Install();

        Assert.Equal(".net-csharp", Assert.Single(Found).Name);
    }

    [Fact]
    public void Without_variables_the_folders_are_those_of_the_system()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The folders of Linux.");
        variables.Remove("JUPYTER_DATA_DIR");
        variables.Remove("JUPYTER_PATH");
        Assert.Equal($"{home.Path}/.local/share/jupyter/kernels", Folders.User);
        Assert.Equal([Folders.User, "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"], Folders.All);

        variables["XDG_DATA_HOME"] = "/elsewhere";
        Assert.Equal("/elsewhere/jupyter/kernels", Folders.User);
    }

    [Fact]
    public void A_broken_kernelspec_of_others_is_passed_over()
    {
        foreach ((string name, string content) in new[] { ("empty", ""), ("list", "[]"), ("numbers", """{"argv": [1, null]}""") })
        {
            string folder = Path.Combine(home.Path, "data", "kernels", name);
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "kernel.json"), content);
        }

        Assert.Empty(Found);
        Assert.Equal(".net-csharp", Installer.Install().Name);
    }

    [Fact]
    public void What_is_installed_answers()
    {
        KernelSpec spec = new KernelInstaller(Folders, Repository.Root, Repository.Command).Install();

        Assert.Null(KernelProbe.Try(spec, home.Path).Failure);
    }

    [Fact]
    public void What_does_not_start_is_known_not_to_answer()
    {
        KernelSpec spec = new KernelInstaller(Folders, Repository.Root, "/no/such.dll").Install();

        Assert.Contains("ended at once", KernelProbe.Try(spec, home.Path).Failure);
    }
}
