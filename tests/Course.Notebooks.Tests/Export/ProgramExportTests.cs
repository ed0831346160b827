using Course.Notebooks.Documents;
using Course.Notebooks.Export;
using Course.Notebooks.Kernel.References;
using Course.Notebooks.Lessons;
using Course.TestTools;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.Tests.Export;

/// <summary>Notebooks as programs in one file.</summary>
public sealed class ProgramExportTests
{
    private static readonly string notebooks = Path.Combine(RepositoryRoot.Path, "notebooks");

    private static readonly ProgramFrame frame = new("A lesson.", "Toy", "toy.html", ["#:property Nullable=disable"], []);

    private static readonly CSharpParseOptions inOneFile =
        new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([new("FileBasedProgram", "true")]);

    public static TheoryData<string> Lessons => [.. LessonCatalog.Of(notebooks).Lessons.Select(lesson => Path.GetFileName(lesson.Path))];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_lesson_is_a_program_that_compiles_without_the_kernel(string lesson) =>
        Compiles(ProgramExport.Write(NotebookDocument.Load(Path.Combine(notebooks, lesson)), notebooks, frame));

    [Fact]
    public void Variables_and_methods_are_members_and_the_rest_is_a_method_of_the_cell()
    {
        string program = Export("var all = new List<int> { 1 };   // one\n\nint Twice(int x) => 2 * x;\nall.Add(Twice(all[0]));", "all.Count");

        Assert.Contains("""
                static List<int> all;
                static int Twice(int x) => 2 * x;

                internal static void Cell01_Part1()
                {
                    all = new List<int> { 1 };   // one
                    all.Add(Twice(all[0]));
                }

                internal static void Cell02_Part2()
                {
                    Display.Show(all.Count);
                }
            }
            """.ReplaceLineEndings("\n"), program, StringComparison.Ordinal);
        Assert.Contains("\nToy.Cell01_Part1();\nToy.Cell02_Part2();\n", program, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_declared_again_begins_a_class_that_derives_from_the_one_before()
    {
        string program = Export("int x = 1;\nint Next() => x + 1;", "class Box(int y) { public int Y => y; }", "string x = $\"{new Box(Next()).Y}\";");

        Assert.Contains("class ToyPart2 : ToyPart1", program, StringComparison.Ordinal);
        Assert.Contains("    protected class Box(int y)", program, StringComparison.Ordinal);
        Assert.Contains("    protected static string x;", program, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_deconstruction_or_an_out_argument_declares_is_a_member_too()
    {
        string program = Export("var (a, (_, b)) = (1, (2, 3L));\nint.TryParse(\"5\", out var c);", "a + b + c");

        Assert.Contains("static int a;", program, StringComparison.Ordinal);
        Assert.Contains("static long b;", program, StringComparison.Ordinal);
        Assert.Contains("static int c;", program, StringComparison.Ordinal);
        Assert.Contains("(a, (_, b)) = (1, (2, 3L));", program, StringComparison.Ordinal);
        Assert.Contains("int.TryParse(\"5\", out c);", program, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int[] a = { 1, 2 };", "a = new int[] { 1, 2 };")]
    [InlineData("const int Size = 3;", "    const int Size = 3;")]
    [InlineData("await Task.Delay(1);", "await Toy.Cell01_Part1();")]
    [InlineData("Console.Write(1)", "        Console.Write(1);")]
    [InlineData("display(1);", "static DisplayHandle display(object value) => Display.Show(value);")]
    [InlineData("string s = \"\"\"\n    two\n      lines\n    \"\"\";", "        s = \"\"\"\n    two\n      lines\n    \"\"\";")]
    [InlineData("string s = @\"a\nb\";", "        s = @\"a\nb\";")]
    [InlineData("// nothing else", "        // nothing else")]
    [InlineData("if (true)\n    Console.Write(1);", "        if (true)\n            Console.Write(1);")]
    [InlineData("using System.Globalization;\nvar de = CultureInfo.InvariantCulture;", "static CultureInfo de;")]
    public void Each_form_is_said_as_a_program_says_it(string cell, string said) =>
        Assert.Contains(said, Export(cell), StringComparison.Ordinal);

    [Fact]
    public void Prose_is_comments()
    {
        NotebookDocument notebook = Notebook("1");
        notebook.Cells.Insert(1, new MarkdownCell("## The story\n\nOnce.", "story"));

        Assert.Contains("    // ## The story\n    //\n    // Once.\n", ProgramExport.Write(notebook, notebooks, frame), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var pair = new { A = 1 };", "cell part-1, line 1: the type of pair has no name, so the program cannot declare it")]
    [InlineData("var all = new[] { new { A = 1 } }.ToList();", "the type of all has no name")]
    [InlineData("#r \"other.dll\"", "cell part-1, line 1: #r \"other.dll\" has no place in a program; it may use Course.dll alone")]
    [InlineData("1\n#!whos", "cell part-1, line 2: only C# can stand in a program, and this line is for the kernel")]
    [InlineData("HTML(\"x\")", "cell part-1, line 1: HTML is the kernel's, and a program has none")]
    [InlineData("int x = \"\";", "cell part-1, line 1: CS0029")]
    [InlineData("#!python", "cell part-1, line 1: #!python is not understood here")]
    public void What_cannot_be_said_in_a_program_is_one_line(string cell, string said)
    {
        ExportException refused = Assert.Throws<ExportException>(() => Export(cell));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    /// <summary>The program of these cells, which compiles.</summary>
    private static string Export(params string[] cells)
    {
        string program = ProgramExport.Write(Notebook(cells), notebooks, frame);
        Compiles(program);
        return program;
    }

    private static NotebookDocument Notebook(params string[] cells)
    {
        var notebook = new NotebookDocument();
        foreach ((int place, string code) in cells.Index())
            notebook.Cells.Add(new CodeCell(code, $"part-{place + 1}"));
        return notebook;
    }

    private static void Compiles(string program)
    {
        var references = new ReferenceSet();
        references.Add(Path.Combine(RepositoryRoot.Path, "artifacts", "course", "Course.dll"));
        var compilation = CSharpCompilation.Create("program",
            [CSharpSyntaxTree.ParseText(program, inOneFile)],
            references.All.Where(reference => Path.GetFileName(reference.Display) != "Course.Notebooks.dll"),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => $"{found}"));
    }
}
