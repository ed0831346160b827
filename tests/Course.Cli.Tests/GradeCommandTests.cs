using System.Text.Json;

namespace Course.Cli.Tests;

/// <summary>The command that grades, from outside.</summary>
public sealed class GradeCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-class-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("There is no file or folder", "nowhere")]
    [InlineData("--part takes two numbers", "nowhere", "--part", "9/8")]
    [InlineData("--parallel takes a number", "nowhere", "--parallel", "0")]
    [InlineData("--timeout takes a number", "nowhere", "--timeout", "0")]
    [InlineData("--total takes a number", "nowhere", "--total", "0")]
    [InlineData("", "--report", "x.json")]
    [InlineData("--classroom50 is for the runner of Classroom 50", ".", "--classroom50", "result.json")]
    public async Task A_call_that_cannot_be_meant_is_one_line_and_exit_2(string said, params string[] arguments)
    {
        CourseProcess grade = await RunAsync(arguments);

        Assert.Equal(2, grade.ExitCode);
        Assert.Contains(said, Assert.Single(grade.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_notebooks_is_exit_2()
    {
        CourseProcess grade = await RunAsync(folder);

        Assert.Equal((2, 1), (grade.ExitCode, grade.Complaints.Length));
    }

    [Fact]
    public async Task A_class_is_graded_a_line_each_and_exit_1_says_that_one_could_not_be()
    {
        File.Copy(Path.Combine(Repository.Root, "notebooks", "01-mcculloch-pitts-neuron.ipynb"), Path.Combine(folder, "ada.ipynb"));
        await File.WriteAllTextAsync(Path.Combine(folder, "[red]bob.ipynb"), "no notebook", TestContext.Current.CancellationToken);
        string report = Path.Combine(folder, "report.json");

        CourseProcess grade = await RunAsync(folder, "--no-sandbox", "--seed", "7", "--report", report, "--html",
            Path.Combine(folder, "pages"));

        Assert.Equal((1, ""), (grade.ExitCode, grade.Error));
        Assert.Matches(@"\[\d/2\] ada: 0 of \d+, ", grade.Output);
        Assert.Contains("[red]bob: NOT GRADED: not a notebook", grade.Output, StringComparison.Ordinal);
        Assert.Contains("seed 7; sandbox: NONE", grade.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(report) && !File.Exists(report + ".partial"));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(folder, "pages")).Length);
    }

    [Fact]
    public async Task A_students_folder_is_graded_for_Gradescope_whatever_lies_beside_her_notebook()
    {
        string own = Directory.CreateDirectory(Path.Combine(folder, "submission")).FullName;
        File.Copy(Path.Combine(Repository.Root, "notebooks", "01-mcculloch-pitts-neuron.ipynb"), Path.Combine(own, "01.ipynb"));
        await File.WriteAllTextAsync(Path.Combine(own, "README.md"), "mine", TestContext.Current.CancellationToken);
        string results = Path.Combine(folder, "results", "results.json");
        string moodle = Path.Combine(folder, "moodle.csv");
        string nbgrader = Path.Combine(folder, "nbgrader.csv");

        CourseProcess grade = await RunAsync(own, "--no-sandbox", "--gradescope", results, "--moodle", moodle, "--nbgrader", nbgrader);

        Assert.Equal((0, ""), (grade.ExitCode, grade.Error));
        using JsonDocument written = JsonDocument.Parse(await File.ReadAllTextAsync(results, TestContext.Current.CancellationToken));
        Assert.All(written.RootElement.GetProperty("tests").EnumerateArray(),
            test => Assert.Equal(0, test.GetProperty("score").GetDouble()));
        Assert.All((string[])[moodle, nbgrader], file => Assert.Equal(2, File.ReadLines(file).Count()));
    }

    private static Task<CourseProcess> RunAsync(params string[] arguments) =>
        CourseProcess.StartAsync(Checkout.DotNet, Path.GetTempPath(),
        [Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll"), "grade", .. arguments]);
}
