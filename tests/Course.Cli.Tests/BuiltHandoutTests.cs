using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Cli.Tests;

/// <summary>What is made of a handout that was built in an empty folder: work in it, programs in one file, a package.</summary>
public sealed class BuiltHandoutTests(BuiltHandout handout) : IClassFixture<BuiltHandout>
{
    private const string Lesson = "01-mcculloch-pitts-neuron", TorchLesson = "02-perceptron";

    // Works through a notebook as a student would in an editor: writes the answers into their cells, runs all, saves.
    private const string Student = """
        import json, sys, nbformat, nbclient
        path, answers = sys.argv[1], json.loads(sys.argv[2])
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            cell.source = answers.get(cell.id, cell.source)
        nbclient.NotebookClient(notebook, timeout=120, kernel_name=".net-csharp", resources={"metadata": {"path": sys.argv[3]}}).execute()
        nbformat.write(notebook, path)
        """;

    private static readonly string[] pythons = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"];

    // The whole circle: handed out, built in an empty folder, worked in through Jupyter, handed in, graded.
    [Fact]
    public async Task What_is_handed_out_is_worked_in_handed_in_and_graded()
    {
        string? python = OperatingSystem.IsWindows() ? null : Array.Find(pythons, path => File.Exists(path) && HasClient(path));
        Assert.SkipWhen(python is null,
            "Python has no nbclient here, so no handout was worked through in Jupyter (Debian: apt-get install python3-nbclient).");
        BuiltHandout.Succeeded(await handout.HandedOutAsync("kernel", "install"));
        string notebooks = Path.Combine(handout.Root, "notebooks"), notebook = Path.Combine(notebooks, Lesson + ".ipynb");

        BuiltHandout.Succeeded(await handout.RunAsync(python!, "-c", Student, notebook, Answers().ToJsonString(), notebooks));

        CourseProcess progress = await handout.HandedOutAsync("progress");
        Assert.Matches(@"01 +The McCulloch-Pitts neuron +4 of 4 +10 of 10", progress.Output);
        string submissions = handout.NewFolder("submissions"), ada = handout.NewFolder("submissions/ada"), csv = Path.Combine(submissions, "marks.csv");
        File.Copy(notebook, Path.Combine(ada, Path.GetFileName(notebook)));
        CourseProcess graded = await BuiltHandout.CourseAsync("grade", submissions, "--no-sandbox", "--csv", csv);
        BuiltHandout.Succeeded(graded);
        Assert.Contains("ada: 10 of 10", graded.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("another version", File.ReadAllText(csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handout_offers_what_students_need_and_leaves_their_notebooks_alone()
    {
        Assert.Equal(2, (await handout.HandedOutAsync("grade", "notebooks")).ExitCode);
        CourseProcess work = await handout.HandedOutAsync("work");

        Assert.Equal("course: This repository is your own: work in notebooks/ itself, and commit what you did.", Assert.Single(work.Complaints));
    }

    [Fact]
    public async Task A_lesson_in_one_file_runs_and_draws_its_charts_on_a_page()
    {
        string folder = Path.Combine(handout.Root, "programs");
        BuiltHandout.Succeeded(await handout.HandedOutAsync("export", "1", "--cs", "--output", folder));

        CourseProcess run = await handout.DotNetAsync(folder, "run", Lesson + ".cs");

        BuiltHandout.Succeeded(run);
        Assert.Contains("Lesson 01 · 1943 · The McCulloch-Pitts neuron", run.Output, StringComparison.Ordinal);
        Assert.Contains("paper: 15,028,134 | ours: 15,028,134 | same", run.Output, StringComparison.Ordinal);
        string page = File.ReadAllText(Path.Combine(folder, Lesson + ".html"));
        Assert.True(Regex.Count(page, "class=\"course-chart\"") > 4);
        Assert.Contains("cold for 5: felt hot 000000000000", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_with_torch_in_one_file_runs_in_an_empty_folder_with_the_package_alone()
    {
        string version = $"1.0.0-test{Guid.NewGuid():N}", folder = handout.NewFolder("alone"), file = Path.Combine(folder, TorchLesson + ".cs");
        BuiltHandout.Succeeded(await handout.DotNetAsync(handout.Root, "pack", "src/Course", "-v", "quiet", "--nologo", "-o", folder, $"-p:Version={version}"));
        File.WriteAllText(Path.Combine(folder, "nuget.config"),
            "<configuration><packageSources><clear /><add key=\"here\" value=\".\" /></packageSources></configuration>");
        BuiltHandout.Succeeded(await handout.HandedOutAsync("export", TorchLesson, "--cs", "--package", "--output", folder));
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), "(?m)^#:package Course@.*$", $"#:package Course@{version}"));
        try
        {
            CourseProcess run = await handout.DotNetAsync(folder, "run", Path.GetFileName(file));

            BuiltHandout.Succeeded(run);
            Assert.Contains("torch on one thread", run.Output, StringComparison.Ordinal);
            Assert.Contains("class=\"course-chart\"", File.ReadAllText(Path.ChangeExtension(file, ".html")), StringComparison.Ordinal);
        }
        finally
        {
            Forget(version);
        }
    }

    [Theory]
    [InlineData("There is no lesson '9'", "9", "--cs")]
    [InlineData("Say in which form: --cs writes one C# file.", "1")]
    public async Task A_call_of_export_that_cannot_be_meant_is_one_line(string says, params string[] arguments)
    {
        CourseProcess export = await handout.HandedOutAsync(["export", .. arguments]);

        Assert.Equal(2, export.ExitCode);
        Assert.Contains(says, Assert.Single(export.Complaints), StringComparison.Ordinal);
    }

    /// <summary>Takes the package of this test out of the machine's package cache.</summary>
    private static void Forget(string version)
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string package = Path.Combine(cache, "course", version);
        if (Directory.Exists(package))
            Directory.Delete(package, recursive: true);
    }

    /// <summary>The published solutions of the lesson, by the cells where they belong.</summary>
    private static JsonObject Answers()
    {
        string solutions = File.ReadAllText(Path.Combine(Repository.Root, "notebooks", "solutions", Lesson + ".md"));
        return new JsonObject(Regex.Matches(solutions, @"^## 01\.([\w-]+)[\s\S]*?```csharp\n([\s\S]*?)```", RegexOptions.Multiline)
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, (JsonNode?)match.Groups[2].Value)));
    }

    private static bool HasClient(string python)
    {
        using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import nbclient, nbformat"]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
