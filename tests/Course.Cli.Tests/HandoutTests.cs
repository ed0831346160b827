using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Cli.Tests;

/// <summary><c>course handout</c>: what students start from.</summary>
public sealed class HandoutTests : IDisposable
{
    private const string Lesson = "01-mcculloch-pitts-neuron";

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

    private readonly string folder = Directory.CreateTempSubdirectory("course-handout-").FullName;

    private string Root => Path.Combine(folder, "handout");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_holds_the_chosen_lessons_and_no_hidden_half_of_an_exercise()
    {
        CourseProcess handout = await CourseAsync("handout", Root, "--lessons", "2-3,01");

        Assert.Equal((0, ""), (handout.ExitCode, handout.Error));
        Assert.Equal(["01", "02", "03"], Directory.GetFiles(In("notebooks"), "*.ipynb").Select(file => Path.GetFileName(file)[..2]).Order());
        Assert.Equal(["01", "02", "03"], Directory.GetFiles(In("notebooks/solutions")).Select(file => Path.GetFileName(file)[..2]).Order());
        string[] files = [.. Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))];
        Assert.All(
            ["README.md", ".gitignore", ".devcontainer/devcontainer.json", ".github/workflows/lessons.yml", "course", "course.cmd", "LICENSE"],
            file => Assert.Contains(file, files));
        Assert.DoesNotContain(files, file => Regex.IsMatch(file, @"HiddenTests/(Lesson|Answers)|^(tests|bench|artifacts|work)/"));
        // Of the whole tree, nothing else tells a hidden case.
        Assert.DoesNotContain(files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)),
            file => File.ReadAllText(In(file)).Contains("HiddenTest.Define<Majority", StringComparison.Ordinal));
        Assert.DoesNotContain("tests", File.ReadAllText(In("Course.sln")), StringComparison.Ordinal);
        string readme = File.ReadAllText(In("README.md"));
        Assert.DoesNotContain("{{", readme, StringComparison.Ordinal);
        Assert.Contains("- 02, 1957: [The perceptron](notebooks/02-perceptron.ipynb)", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_solutions_there_are_none()
    {
        await CourseAsync("handout", Root, "--lessons", "01", "--no-solutions");

        Assert.False(Directory.Exists(In("notebooks/solutions")));
        Assert.DoesNotContain("solutions", File.ReadAllText(In("README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no lesson 77", "--lessons", "01,77")]
    [InlineData("--lessons takes numbers, as in 01-03,07, not 'perceptron'", "--lessons", "perceptron")]
    [InlineData("--lessons takes numbers, as in 01-03,07, not '3-1'", "--lessons", "3-1")]
    public async Task What_names_no_lesson_is_one_line_and_writes_nothing(string says, params string[] arguments)
    {
        CourseProcess handout = await CourseAsync(["handout", Root, .. arguments]);

        Assert.Equal(2, handout.ExitCode);
        Assert.Contains(says, Assert.Single(handout.Complaints), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Root));
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_refused()
    {
        Directory.CreateDirectory(Root);
        File.WriteAllText(In("mine.txt"), "");

        CourseProcess handout = await CourseAsync("handout", Root, "--lessons", "01");

        Assert.Equal(2, handout.ExitCode);
        Assert.EndsWith("is not empty; name a new folder.", Assert.Single(handout.Complaints), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Root));
    }

    // The whole circle: handed out, built in an empty folder, worked in through Jupyter, handed in, graded.
    [Fact]
    public async Task What_is_handed_out_is_built_worked_in_handed_in_and_graded()
    {
        string? python = OperatingSystem.IsWindows() ? null : Array.Find(pythons, path => File.Exists(path) && HasClient(path));
        Assert.SkipWhen(python is null,
            "Python has no nbclient here, so no handout was worked through in Jupyter (Debian: apt-get install python3-nbclient).");
        Succeeded(await CourseAsync("handout", Root, "--lessons", "01", "--no-solutions"));
        // As its ./course does, but not precompiled, and with no compiler that stays behind and holds this test's pipes open.
        Succeeded(await CourseProcess.StartAsync(Checkout.DotNet, Root,
            ["build", "src/Course.Cli", "-v", "quiet", "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:PublishReadyToRun=false",
                "-p:RunAnalyzers=false"]));
        Succeeded(await InHandoutAsync(Checkout.DotNet, In("artifacts/cli/Course.Cli.dll"), "kernel", "install"));
        string notebook = In($"notebooks/{Lesson}.ipynb");

        Succeeded(await InHandoutAsync(python!, "-c", Student, notebook, Answers().ToJsonString(), In("notebooks")));

        CourseProcess progress = await InHandoutAsync(Checkout.DotNet, In("artifacts/cli/Course.Cli.dll"), "progress");
        Assert.Matches(@"01 +The McCulloch-Pitts neuron +4 of 4 +10 of 10", progress.Output);
        string submitted = Directory.CreateDirectory(Path.Combine(folder, "submissions", "ada")).FullName;
        File.Copy(notebook, Path.Combine(submitted, Path.GetFileName(notebook)));
        string csv = Path.Combine(folder, "marks.csv");
        CourseProcess graded = await CourseAsync("grade", Path.GetDirectoryName(submitted)!, "--no-sandbox", "--csv", csv);
        Succeeded(graded);
        Assert.Contains("ada: 10 of 10", graded.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("another version", File.ReadAllText(csv), StringComparison.Ordinal);
    }

    private string In(string file) => Path.Combine(Root, file);

    private static Task<CourseProcess> CourseAsync(params string[] arguments) => CourseProcess.StartAsync(
        Checkout.DotNet, Path.GetTempPath(), [Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll"), .. arguments]);

    /// <summary>In a Jupyter of its own.</summary>
    private Task<CourseProcess> InHandoutAsync(string program, params string[] arguments) => CourseProcess.StartAsync(program, Root, arguments,
        environment: new Dictionary<string, string>
        {
            ["JUPYTER_DATA_DIR"] = Path.Combine(folder, "jupyter"),
            ["JUPYTER_CONFIG_DIR"] = Path.Combine(folder, "jupyter-config"),
            ["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "jupyter-runtime"),
            ["IPYTHONDIR"] = Path.Combine(folder, "ipython"),
        });

    private static void Succeeded(CourseProcess process) => Assert.True(process.ExitCode == 0, process.Output + process.Error);

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
