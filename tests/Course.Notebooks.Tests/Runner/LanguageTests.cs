using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Notebooks.Tests.Runner;

public class LanguageTests
{
    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "F#")]
    [InlineData("""{"dotnet_interactive":{"language":"pwsh"}}""", "PowerShell")]
    [InlineData("""{"vscode":{"languageId":"python"}}""", "Python")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"sql-shop"}}""", "sql-shop")]
    public async Task A_cell_in_another_language_is_named_before_any_cell_runs(string metadata, string language)
    {
        NotebookDocument notebook = Trial.Document("Console.Write(1);", "let x = 1", "Console.Write(2);");
        notebook.Cells[2].Metadata = JsonNode.Parse(metadata)!.AsObject();

        Trial trial = await Run(notebook);

        NotebookFailure failure = trial.FailureOf(FailureKind.Directive, 2);
        Assert.StartsWith($"a cell in {language}: this runner runs C#", failure.Message, StringComparison.Ordinal);
        Assert.Empty(trial.OutputsOf(1));
    }

    [Theory]
    [InlineData("""{"kernelspec":{"name":"python3","language":"python","display_name":"Python 3"}}""", "Python")]
    [InlineData("""{"language_info":{"name":"R"}}""", "R")]
    [InlineData("""{"kernelspec":{"name":".net-fsharp","display_name":".NET (F#)"}}""", "F#")]
    [InlineData("""{"kernelspec":{"name":"kotlin","language":"kotlin"}}""", "kotlin")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"C#"},"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"fsharp"}}}""", "F#")]
    public async Task A_notebook_in_another_language_is_refused_at_once(string metadata, string language)
    {
        NotebookDocument notebook = Trial.Document("print('hello')", "import numpy as np");
        notebook.Metadata = JsonNode.Parse(metadata)!.AsObject();

        NotebookFailure failure = (await Run(notebook)).Report.Failure!;

        Assert.Equal((FailureKind.Unreadable, null), (failure.Kind, failure.Cell));
        Assert.Equal($"a notebook in {language}: this runner runs C#", failure.Message);
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"kernelspec":{"name":"my-own","display_name":"Mine"},"language_info":{"name":"polyglot-notebook"}}""", "{}")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"C#"},"language_info":{"name":"C#"}}""",
        """{"dotnet_interactive":{"language":"csharp"},"vscode":{"languageId":"polyglot-notebook"}}""")]
    [InlineData("""{"kernelspec":{"name":".net-fsharp","language":"F#"}}""", """{"polyglot_notebook":{"kernelName":"csharp"}}""")]
    [InlineData("""{"kernelspec":{"name":7,"language":["C#"]}}""", """{"vscode":{"languageId":"csharp"}}""")]
    public async Task Csharp_runs_however_it_is_said(string notebookSays, string cellSays)
    {
        NotebookDocument notebook = Trial.Document("Console.Write(1);");
        notebook.Metadata = JsonNode.Parse(notebookSays)!.AsObject();
        notebook.Cells[1].Metadata = JsonNode.Parse(cellSays)!.AsObject();

        Assert.Equal("1", (await Run(notebook)).PrintedBy(1));
    }

    [Theory]
    [InlineData("mermaid", "graph TD\n  A --> B", "text/markdown", "```mermaid\ngraph TD\n  A --> B\n```")]
    [InlineData("markdown", "# It's *prose*", "text/markdown", "# It's *prose*")]
    [InlineData("html", "<b>\n</b>", "text/html", "<b>\n</b>")]
    public async Task A_cell_of_text_is_shown(string language, string source, string mimeType, string expected)
    {
        NotebookDocument notebook = Trial.Document(source, "Console.Write(1);");
        notebook.Cells[1].Metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = language } };

        Trial trial = await Run(notebook);

        Assert.Null(trial.Report.Failure);
        Assert.Equal(expected, Assert.IsType<DisplayOutput>(Assert.Single(trial.OutputsOf(1))).Data.Text(mimeType));
        Assert.Equal("1", trial.PrintedBy(2));
    }

    private static Task<Trial> Run(NotebookDocument notebook) => Trial.OfAsync(
        new RunRequest(Path.Combine(Path.GetTempPath(), "trial.ipynb")) { Document = notebook, CellTimeout = TimeSpan.FromSeconds(120) });
}
