using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;

namespace Course.Notebooks.Tests.Kernel;

public sealed class MagicTests : IDisposable
{
    private readonly KernelTrial trial = new();
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose()
    {
        trial.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Time_shows_how_long_the_cell_took()
    {
        Assert.Equal("1", await trial.Value("#!time\n1"));

        Assert.Matches(@"^Wall time: [\d.]+ms$", Shown("text/plain"));
    }

    [Fact]
    public async Task Prose_and_HTML_are_shown_and_CSharp_goes_on_after_them()
    {
        Assert.Equal("3", await trial.Value("int x = 3;\n#!markdown\n# It's *\"prose\n#!html\n<b>\n</b>\n#!csharp\nx"));

        var shown = trial.Outputs.Cast<Displayed>().Select(output => output.Data).ToArray();
        Assert.Equal("# It's *\"prose", shown[0].Text("text/markdown"));
        Assert.Equal("<b>\n</b>", shown[1].Text("text/html"));
    }

    [Fact]
    public async Task Who_lists_the_variables_and_whos_their_values()
    {
        await trial.Value("int b = 2;\nvar a = \"<one>\";\nvoid F() { }");
        await trial.Value("#!who");
        Assert.Equal("a\nb", Shown("text/plain"));

        await trial.Value("#!whos");
        Assert.Contains("<tr><td>a</td><td>string</td><td>&lt;one&gt;</td></tr><tr><td>b</td><td>int</td><td>2</td></tr>",
            Shown("text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string s = \"\"\"\n#!html\n\"\"\";\ns", "#!html")]
    [InlineData("/*\n#!fsharp\n*/\n1", "1")]
    [InlineData("#if false\n#!fsharp\n#endif\n1", "1")]
    [InlineData("#region part\n1\n#endregion", "1")]
    public async Task What_only_looks_like_a_magic_is_none(string code, string value) => Assert.Equal(value, await trial.Value(code));

    [Theory]
    [InlineData("\n#!fsharp\nlet x = 1", 2, "#!fsharp")]
    [InlineData("#!share x", 1, "#!share")]
    [InlineData("1;\n#!lsmagic", 2, "#!lsmagic")]
    [InlineData("#!import", 1, "wants a file")]
    public async Task Any_other_magic_is_an_error_that_says_which_there_are(string code, int line, string says)
    {
        ErrorReport error = await trial.Failure(code);

        Assert.Equal((ErrorKind.Directive, line), (error.Kind, error.Line));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_notebook_shares_its_variables_and_shows_what_it_shows()
    {
        new NotebookDocument
        {
            Cells = { new MarkdownCell("oops"), new CodeCell("int x = 5;\nConsole.Write(x);"),
            new CodeCell("x + 1") }
        }.Save(File("a.ipynb"));

        Assert.Equal("5", await trial.Value($"#!import {File("a.ipynb")}\nx"));
        Assert.Equal("5", trial.Stdout);
        Assert.Equal("6", KernelTrial.Text(trial.Outputs.OfType<Displayed>().Single().Data));
    }

    [Fact]
    public async Task An_imported_dib_runs_its_CSharp_only()
    {
        await System.IO.File.WriteAllTextAsync(
            File("a.dib"), "#!meta\n{\"x\":1}\n\n#!markdown\n\n# oops\n\n#!csharp\n\nint x = 5;\n\n#!csharp\n\nx++;\n",
            TestContext.Current.CancellationToken);

        Assert.Equal("6", await trial.Value($"#!import {File("a.dib")}\nx"));
    }

    [Fact]
    public async Task A_dib_with_another_language_fails()
    {
        await System.IO.File.WriteAllTextAsync(File("a.dib"), "#!fsharp\nlet x = 1\n", TestContext.Current.CancellationToken);

        Assert.Contains("#!fsharp", (await trial.Failure($"#!import {File("a.dib")}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_an_imported_file_fails_the_cell_at_the_line_that_imports()
    {
        await System.IO.File.WriteAllTextAsync(File("a.csx"), "int x = 5;\nthrow new Exception(\"inside\");",
            TestContext.Current.CancellationToken);

        ErrorReport error = await trial.Failure($"\n#!import {File("a.csx")}");

        Assert.Equal(2, error.Line);
        Assert.Contains("inside", error.Message, StringComparison.Ordinal);
        Assert.Contains(error.Traceback, line => line.StartsWith("a.csx, line 2", StringComparison.Ordinal));
        Assert.Equal("5", await trial.Value("x"));
    }

    [Theory]
    [InlineData("nope.ipynb", "is not there")]
    [InlineData("a.txt", "only .ipynb, .dib, .csx and .cs")]
    [InlineData("broken.ipynb", "not JSON")]
    [InlineData("self.csx", "imports itself")]
    public async Task A_file_that_cannot_be_imported_is_named_with_the_reason(string name, string says)
    {
        await System.IO.File.WriteAllTextAsync(File("a.txt"), "", TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(File("broken.ipynb"), "{", TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(File("self.csx"), $"#!import {File("self.csx")}", TestContext.Current.CancellationToken);

        ErrorReport error = await trial.Failure($"#!import {File(name)}");

        Assert.Equal(ErrorKind.Directive, error.Kind);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(folder, name);

    private string Shown(string mimeType) => Assert.Single(trial.Outputs.OfType<Displayed>()).Data.Text(mimeType)!;
}
