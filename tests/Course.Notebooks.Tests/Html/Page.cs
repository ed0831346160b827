using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Html;

namespace Course.Notebooks.Tests.Html;

/// <summary>Short ways to a page.</summary>
internal static class Page
{
    internal static string Of(params NotebookCell[] cells) => Of(new NotebookDocument(), cells);

    internal static string Of(NotebookDocument notebook, params NotebookCell[] cells) => Of(notebook, new HtmlPageOptions(), cells);

    internal static string Of(NotebookDocument notebook, HtmlPageOptions options, params NotebookCell[] cells)
    {
        foreach (NotebookCell cell in cells)
            notebook.Cells.Add(cell);
        using var text = new StringWriter();
        HtmlPage.Write(notebook, text, options);
        return text.ToString();
    }

    /// <summary>The part between the page's own head and foot.</summary>
    internal static string Body(params NotebookCell[] cells) => BodyOf(Of(cells));

    internal static string BodyOf(string page)
    {
        int start = page.IndexOf("<main", StringComparison.Ordinal);
        return page[start..page.IndexOf("</main>", StringComparison.Ordinal)];
    }

    internal static CodeCell Showing(params CellOutput[] outputs)
    {
        var cell = new CodeCell("show", "show") { ExecutionCount = 1 };
        foreach (CellOutput output in outputs)
            cell.Outputs.Add(output);
        return cell;
    }

    internal static CodeCell Showing(string mimeType, string text) => Showing(new DisplayOutput(new MimeBundle(mimeType, text)));

    internal static NotebookDocument Lesson(int number, int year, string title) => new()
    {
        Metadata = new JsonObject { ["course"] = new JsonObject { ["number"] = number, ["year"] = year, ["title"] = title } },
    };
}
