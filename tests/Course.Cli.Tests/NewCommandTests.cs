using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Cli.Tests;

/// <summary><c>course new</c> in a checkout that holds of the sources the registry alone.</summary>
public sealed class NewCommandTests : IDisposable
{
    private static readonly string[] lesson = ["new", "lesson", "99", "A toy: twice!", "--year", "2026", "--machine", "Toys/Doubler"];

    private static readonly string[] files =
    [
        "src/Course/Toys/Doubler.cs", "src/Course/Toys/Lesson99Claims.cs", "src/Course/Toys/Lesson99Exercises.cs",
        "src/Course.Grading/HiddenTests/Lesson99.cs", "tests/Course.Grading.Tests/HiddenTests/LibraryAnswers/Lesson99.cs",
        "notebooks/solutions/99-a-toy-twice.md", "notebooks/99-a-toy-twice.ipynb",
    ];

    private readonly Checkout checkout = new();

    public NewCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(checkout.Root, "src", "Course"));
        File.Copy(Path.Combine(Repository.Root, "src", "Course", "Lessons.cs"), In("src/Course/Lessons.cs"));
    }

    [Fact]
    public async Task A_lesson_is_its_files_and_a_line_of_the_registry()
    {
        CourseProcess run = await checkout.RunAsync(lesson);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All([.. files, "src/Course/Lessons.cs"], file => Assert.Contains($"wrote {file}\n", Slashes(run.Output), StringComparison.Ordinal));
        Assert.All(files, file => Assert.True(File.Exists(In(file)), file));
        string registry = File.ReadAllText(In("src/Course/Lessons.cs"));
        Assert.Contains("new(99, 2026, \"A toy: twice!\")", registry, StringComparison.Ordinal);
        string[] usings = [.. registry.Split('\n').TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal))];
        Assert.Contains("using Course.Toys;", usings);
        Assert.Equal(usings.Order(StringComparer.Ordinal), usings);
    }

    // With the library's own internals, as the real projects see them.
    [Fact]
    public async Task A_lesson_and_its_exercises_compile()
    {
        await checkout.RunAsync(lesson);
        foreach (string id in (string[])["99.twice", "99.once-more"])
        {
            CourseProcess run = await checkout.RunAsync("new", "exercise", id, "Twice a number");
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
        }

        const string Globals =
            "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";
        string[] libraries =
        [
            .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "artifacts", "course"), "Course.dll"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "artifacts", "cli"), "Course.Grading.dll"),
        ];
        var compilation = CSharpCompilation.Create(
            "Course.Grading.Tests",                                                             // a friend of both
            files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(file => File.ReadAllText(In(file))).Append(Globals)
                .Select(text => CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken)),
            libraries.Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(found => found.Severity > DiagnosticSeverity.Info).Select(found => $"{found}"));
    }

    [Fact]
    public async Task An_exercise_is_two_halves_a_stub_a_check_and_a_solution()
    {
        await checkout.RunAsync(lesson);
        await checkout.RunAsync("new", "exercise", "99.once-more", "Once more", "--points", "3");

        JsonNode[] cells = [.. JsonNode.Parse(File.ReadAllText(In(files[6])))!["cells"]!.AsArray().Select(cell => cell!)];
        int stub = Array.FindIndex(cells, cell => (string?)cell["metadata"]!["nbgrader"]?["grade_id"] == "99-once-more");
        Assert.Equal(3, (int?)cells[stub + 1]["metadata"]!["nbgrader"]!["points"]);
        Assert.StartsWith("Check(\"99.once-more\", OnceMore);", string.Concat(cells[stub + 1]["source"]!.AsArray()), StringComparison.Ordinal);
        Assert.StartsWith("## What came next", string.Concat(cells[stub + 2]["source"]!.AsArray()), StringComparison.Ordinal);
        Assert.Contains("\n## 99.once-more: Once more\n", File.ReadAllText(In(files[5])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is a lesson 07 already.", "lesson", "7", "Again", "--year", "2026", "--machine", "A/B")]
    [InlineData("give Toy and its machine different names", "lesson", "99", "A toy", "--year", "2026", "--machine", "Toy/Toy")]
    [InlineData("--machine wants a folder and a type", "lesson", "99", "A toy", "--year", "2026", "--machine", "Doubler")]
    [InlineData("each with a capital first", "lesson", "99", "A toy", "--year", "2026", "--machine", "toys/Doubler")]
    [InlineData("no year", "lesson", "99", "A toy", "--year", "26", "--machine", "Toys/Doubler")]
    [InlineData("0 to 99", "lesson", "100", "A toy", "--year", "2026", "--machine", "Toys/Doubler")]
    [InlineData("A title has letters", "lesson", "99", "\"", "--year", "2026", "--machine", "Toys/Doubler")]
    [InlineData("`course new lesson` writes it", "exercise", "98.twice", "Twice")]
    [InlineData("not 9.Twice", "exercise", "9.Twice", "Twice")]
    public async Task What_does_not_fit_is_one_line_and_writes_nothing(string says, params string[] arguments)
    {
        File.WriteAllText(In("notebooks/07-there.ipynb"), "{}");
        string before = Listing();

        CourseProcess run = await checkout.RunAsync(["new", .. arguments]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(says, Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Equal(before, Listing());
    }

    [Fact]
    public async Task What_is_there_is_not_written_again()
    {
        await checkout.RunAsync(lesson);
        await checkout.RunAsync("new", "exercise", "99.twice", "Twice");
        string before = Listing();

        CourseProcess again = await checkout.RunAsync("new", "exercise", "99.twice", "Twice");

        Assert.Equal((2, "course: There is an exercise 99.twice already."), (again.ExitCode, Assert.Single(again.Complaints)));
        Assert.Equal((2, "course: There is a lesson 99 already."),
            ((await checkout.RunAsync(lesson)) is var second ? second.ExitCode : 0, Assert.Single(second.Complaints)));
        Assert.Equal(before, Listing());
    }

    public void Dispose() => checkout.Dispose();

    private static bool IsManaged(string file)
    {
        try
        {
            AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static string Slashes(string text) => text.Replace('\\', '/').ReplaceLineEndings("\n");

    private string In(string file) => Path.Combine(checkout.Root, file);

    private string Listing() => string.Join('\n', ((string[])["src", "notebooks"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(checkout.Root, folder), "*", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal).Select(file => $"{file}: {File.ReadAllText(file)}"));
}
