using System.Text.RegularExpressions;

namespace Course.Cli.Tests;

/// <summary><c>course handout</c>: what students start from.</summary>
public sealed class HandoutTests : IDisposable
{
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
        string[] files = [.. Directory.GetFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))];
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

    private string In(string file) => Path.Combine(Root, file);

    private static Task<CourseProcess> CourseAsync(params string[] arguments) => BuiltHandout.CourseAsync(arguments);
}
