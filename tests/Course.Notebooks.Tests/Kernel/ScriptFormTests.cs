using Course.Notebooks.Kernel;

namespace Course.Notebooks.Tests.Kernel;

/// <summary>C# that every project allows, in a cell.</summary>
public sealed class ScriptFormTests : IDisposable
{
    private const string Noisy =
        "class Noisy(string name) : IDisposable, IAsyncDisposable {\n"
        + "    public string Name => name;\n"
        + "    public void Dispose() => Console.Write($\"-{name}\");\n"
        + "    public async System.Threading.Tasks.ValueTask DisposeAsync() { await Task.Delay(1); Console.Write($\"~{name}\"); }\n}";

    private readonly KernelTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData("using var text = new System.IO.StringReader(\"line\");\ntext.ReadLine()", "line")]
    [InlineData("using System.IO.StringReader text = new(\"line\");\ntext.ReadLine()", "line")]
    [InlineData("int n = 1;\nusing var text = new System.IO.StringReader(\"line\");\nstring read = text.ReadLine();\nread", "line")]
    [InlineData("using IEnumerator<int> one = new List<int> { 7 }.GetEnumerator();\none.MoveNext();\none.Current", "7")]
    [InlineData("using System.IO;\nusing Text = System.Text.StringBuilder;\nusing static System.Math;\nusing var r = new StringReader(\"x\");\nMax(1, 2)", "2")]
    [InlineData("using (var r = new System.IO.StringReader(\"x\")) { using var s = new System.IO.StringReader(\"y\"); }\n1", "1")]
    [InlineData("string s = \"using var x = 1;\"; // using var y = 2;\ns.Length", "16")]
    public async Task A_using_declaration_works(string code, string value) => Assert.Equal(value, await trial.Value(code));

    [Fact]
    public async Task What_a_cell_uses_is_disposed_of_at_its_end_the_last_first()
    {
        await trial.Value(Noisy);
        await trial.Value("using Noisy a = new(\"a\"), b = new(\"b\");\nawait using var c = new Noisy(\"c\");\nConsole.Write(\"end\");");
        Assert.Equal("end~c-b-a", trial.Stdout);

        await trial.Value("Console.Write(a.Name);");
        Assert.Equal("a", trial.Stdout);
    }

    [Fact]
    public async Task The_value_is_formatted_before_that()
    {
        await trial.Value(Noisy);

        Assert.Contains("first, second", await trial.Value(
            "using var reader = new System.IO.StringReader(\"first\\nsecond\");\n"
                + "IEnumerable<string> Lines() { while (reader.ReadLine() is { } line) yield return line; }\nLines()"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_fails_disposes_too()
    {
        await trial.Value(Noisy);
        ErrorReport error = await trial.Failure("using var a = new Noisy(\"a\");\nthrow new Exception(\"inside\");");

        Assert.Equal(("inside", 2), (error.Message, error.Line));
        Assert.Equal("-a", trial.Stdout);
    }

    [Fact]
    public async Task An_error_in_a_using_declaration_has_its_place()
    {
        ErrorReport error = await trial.Failure("int x = 1;\nusing var text = new Nothing();");

        Assert.Equal(("CS0246", 2, 22), (error.Name, error.Line, error.Column));
        Assert.Contains("    using var text = new Nothing();", error.Traceback);
    }

    [Fact]
    public async Task A_later_cell_that_uses_it_is_told_why_it_cannot()
    {
        await trial.Value("using var text = new System.IO.StringReader(\"line\");");
        ErrorReport error = await trial.Failure("text.ReadLine()");

        Assert.Equal("ObjectDisposedException", error.Name);
        Assert.Contains("The cell that declares text with using disposes of it at its end: leave out using there.", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static class TextExtensions\n{\n    public static string Twice(this string s) => s + s;\n}", "\"a\".Twice()", "aa")]
    [InlineData("static class E { extension(string s) { public string Twice => s + s; } }", "\"a\".Twice", "aa")]
    [InlineData("using System.IO;\nrecord P(int X);\nstatic class E { public static int Y(this P p) => p.X + 1; public static string N(this Stream s) => \"\"; }\nint z = new P(1).Y();", "new P(2).Y() + z", "5")]
    [InlineData("namespace Geometry;\npublic record Point(double X, double Y);", "new Geometry.Point(1, 2).Y", "2")]
    [InlineData("namespace A.B { class C { internal static int One = 1; public static int Two => 2; } enum D { E } }", "using A.B;\nC.Two", "2")]
    [InlineData("int x = 1;\nnamespace A { static class B { public static int Up(this int n) => n + 1; } }", "using A;\nx.Up()", "2")]
    [InlineData("static class E { public static IEnumerable<int> Half(this IEnumerable<int> s) => s.Select(n => n / 2); }\nvar h = new[] { 4 }.Half();", "h.First()", "2")]
    public async Task Extension_methods_and_namespaces_work(string declares, string uses, string value)
    {
        await trial.Value(declares);

        Assert.Equal(value, await trial.Value(uses));
    }

    [Fact]
    public async Task They_see_each_other_across_cells_and_the_cell_may_run_again()
    {
        await trial.Value("using System.IO;");
        await trial.Value("static class E { public static int Up(this int n) => n + 1; }");
        Assert.Equal("2", await trial.Value("1.Up()"));
        await trial.Value("static class E { public static int Up(this int n) => n + 10; }");
        Assert.Equal("11", await trial.Value("1.Up()"));
        await trial.Value("namespace N { public static class F { public static int Up2(this int n) => n.Up().Up(); public static Stream S; } }");
        Assert.Equal("21", await trial.Value("using N;\n1.Up2()"));
        await trial.Value("static class E { public static int Up(this int n) => n + 100; }");
        Assert.Equal("101", await trial.Value("1.Up()"));
    }

    [Fact]
    public async Task What_they_do_not_see_comes_with_the_way_out()
    {
        await trial.Value("record P(int X);");

        Assert.Contains("declare it in the same cell",
            (await trial.Failure("static class E { public static int Y(this P p) => p.X; }")).Message, StringComparison.Ordinal);
        Assert.Equal("1", await trial.Value("record P(int X);\nstatic class E { public static int Y(this P p) => p.X; }\nnew P(1).Y()"));
    }

    [Fact]
    public async Task Their_errors_have_their_places()
    {
        ErrorReport compile = await trial.Failure("int x = 1;\nstatic class E\n{\n    public static int Up(this int n) => n + oops;\n}");
        Assert.Equal(("CS0103", 4, 45), (compile.Name, compile.Line, compile.Column));

        await trial.Value("static class E\n{\n    public static int Down(this int n)\n    {\n        return n / (n - n);\n    }\n}");
        ErrorReport runtime = await trial.Failure("1.Down()");
        Assert.Equal(("DivideByZeroException", 1), (runtime.Name, runtime.Line));
        Assert.Contains(runtime.Traceback, line => line.StartsWith("   at E.Down(int) in cell 2, line 5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Span<int> s = stackalloc int[2];", "inside a method")]
    [InlineData("ReadOnlySpan<char> s = \"text\".AsSpan();", "inside a method")]
    [InlineData("file class A { }", "Leave out the word file")]
    [InlineData("static int Twice(int n) => 2 * n;\nvar f = Twice;", null)]
    public async Task What_a_script_may_not_hold_comes_with_the_way_out(string code, string? says)
    {
        CellResult result = await trial.Run(code);

        Assert.Equal(says is null, result.Succeeded);
        if (says is not null)
            Assert.Contains(says, result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_static_method_without_a_type_to_become_comes_with_the_way_out()
    {
        await trial.Value("static int Twice(int n) => 2 * n;");

        Assert.Contains("Func<int, int> f = Twice;", (await trial.Failure("var f = Twice;")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var shown = \"a\".Display();")]
    [InlineData("var shown = display(\"a\");")]
    [InlineData("object value = \"a\"; var shown = value.Display();")]
    [InlineData("var shown = \"a\".Display(\"text/plain\");")]
    public async Task A_display_is_updated_in_place(string code)
    {
        await trial.Value(code);
        var first = Assert.IsType<Displayed>(Assert.Single(trial.Outputs));
        await trial.Value("shown.Update(\"b\");");
        var second = Assert.IsType<DisplayUpdated>(Assert.Single(trial.Outputs));

        Assert.Equal("a", first.Data.Text("text/plain"));
        Assert.Equal((first.Id, "b"), (second.Id, second.Data.Text("text/plain")));
    }

    [Theory]
    [InlineData("HTML(\"<b>x</b>\").Display();", "text/html", "<b>x</b>")]
    [InlineData("\"<b>x</b>\".DisplayAs(\"text/html\");", "text/html", "<b>x</b>")]
    [InlineData("7.Display(\"text/plain\");", "text/plain", "7")]
    [InlineData("7.Display(\"text/plain\", \"text/html\");", "text/plain", "7")]
    public async Task A_value_can_show_itself(string code, string mimeType, string expected)
    {
        await trial.Value(code);

        Assert.Equal(expected, Assert.Single(trial.Outputs.OfType<Displayed>()).Data.Text(mimeType));
    }
}
