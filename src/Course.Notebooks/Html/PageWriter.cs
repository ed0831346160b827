using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Notebooks.Html;

/// <summary>Assembles one page.</summary>
/// <param name="notebook">The notebook, with its outputs.</param>
/// <param name="options">The page's information about the run.</param>
internal sealed class PageWriter(NotebookDocument notebook, HtmlPageOptions options)
{
    // Nothing may be fetched, from anywhere. Plotly's three-dimensional charts compile shader code with Function, hence unsafe-eval.
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
        + "img-src data: blob:; font-src data:; media-src data:; worker-src blob:";

    private const string FoldStart = "<details class=\"curious\"><summary>For the curious: show it</summary>\n";
    private const string FoldEnd = "</details>\n";

    private readonly Prose prose = new(new PageImages(options.Directory));
    private readonly LessonMetadata? lesson = LessonMetadata.Of(notebook);

    /// <summary>Writes the page.</summary>
    internal void Write(TextWriter writer)
    {
        string body = Body();
        string title = lesson?.Title ?? (prose.Headings is [var first, ..] ? first.Text : null) ?? options.FileName ?? "Notebook";
        string year = lesson is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({lesson.Year})");
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="course run --html">
            <title>{Escape(title + year)}</title>
            <style>
            {Asset.Text("page.css")}</style>

            """);
        if (prose.HasMath)
            writer.Write($"<style>{KatexAsset.Styles}</style>\n");
        writer.Write("</head>\n<body>\n<a class=\"skip\" href=\"#text\">Skip to the text</a>\n<div class=\"page\">\n");
        writer.Write(Masthead());
        writer.Write(Contents());
        writer.Write("<main id=\"text\">\n");
        writer.Write(body);
        writer.Write("</main>\n");
        writer.Write(Colophon());
        writer.Write("</div>\n");
        if (prose.HasMath)
            writer.Write($"<script>{KatexAsset.Script}</script>\n");
        writer.Write($"<script>\n{Asset.Text("page.js")}</script>\n</body>\n</html>\n");
    }

    private string Body()
    {
        var outputs = new OutputHtml(prose);
        var html = new List<(string Text, bool IsProse)>();
        var ids = new HashSet<string>();
        bool opening = true, folded = false;
        foreach (NotebookCell cell in notebook.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell.Source)))
        {
            if (cell.IsCurious != folded) html.Add((folded ? FoldEnd : FoldStart, false));
            folded = cell.IsCurious;
            string id = cell.Id is not null && ids.Add(cell.Id) ? $" id=\"cell-{Escape(cell.Id)}\"" : "";
            html.Add((cell switch
            {
                MarkdownCell => $"<section class=\"cell prose\"{id}>\n"
                    + $"{prose.ToHtml(cell.Source, Attachments(cell), opening ? lesson?.Title : null)}</section>\n",
                CodeCell code => $"<section class=\"cell code\"{id}>\n{Input(code)}\n{outputs.ToHtml(code.Outputs)}\n</section>\n",
                _ => $"<pre class=\"raw\"{id}>{Escape(cell.Source)}</pre>\n",
            }, cell is MarkdownCell));
            opening = false;
        }

        if (folded) html.Add((FoldEnd, false));
        return string.Concat(html.Select(part => part.IsProse ? prose.Link(part.Text) : part.Text));
    }

    private string Input(CodeCell cell)
    {
        string count = cell.ExecutionCount is { } n
            ? string.Create(CultureInfo.InvariantCulture, $"<span class=\"count\" title=\"Ran as number {n}\">{n}</span>")
            : "";
        bool csharp = CellLanguage.Of(notebook, cell) == CellLanguage.CSharp;
        string code = $"{count}<pre><code>{(csharp ? CSharpHighlighter.ToHtml(cell.Source) : Escape(cell.Source))}</code></pre>";
        return IsHidden(cell)
            ? $"<details class=\"input\"><summary>Show the code</summary>{code}</details>"
            : $"<div class=\"input\">{code}</div>";
    }

    private static bool IsHidden(CodeCell cell) =>
        cell.Metadata["jupyter"] is JsonObject jupyter && jupyter["source_hidden"] is JsonValue hidden && hidden.TryGetValue(out bool yes)
            && yes;

    private static Dictionary<string, string>? Attachments(NotebookCell cell)
    {
        if (cell.OtherMembers["attachments"] is not JsonObject attachments) return null;
        return attachments
            .Select(file => (file.Key,
                Form: (file.Value as JsonObject)?.FirstOrDefault(form => form.Key.StartsWith("image/", StringComparison.Ordinal))))
            .Where(file => file.Form?.Value is JsonValue)
            .ToDictionary(file => file.Key, file => $"data:{file.Form!.Value.Key};base64,{file.Form.Value.Value}", StringComparer.Ordinal);
    }

    private string Masthead() => lesson is null ? "" : string.Create(CultureInfo.InvariantCulture, $"""
        <header class="masthead">
        <p>Lesson {lesson.Number} · <span class="year">{lesson.Year}</span></p>
        <h1>{Escape(lesson.Title)}</h1>
        </header>

        """);

    private string Contents()
    {
        PageHeading[] listed = [.. prose.Headings.Where(heading => heading.Level is 2 or 3)];
        if (listed.Length < 2) return "";
        var html = new StringBuilder(
            "<nav aria-label=\"Contents\">\n<details class=\"contents\" open>\n<summary>Contents</summary>\n<ol>\n");
        foreach (PageHeading heading in listed)
            html.Append(CultureInfo.InvariantCulture,
                $"<li{(heading.Level == 3 ? " class=\"sub\"" : "")}><a href=\"#{Escape(heading.Id)}\">{heading.Html}</a></li>\n");
        return html.Append("</ol>\n</details>\n</nav>\n").ToString();
    }

    private string Colophon()
    {
        string source = options.FileName is { } file ? $"the notebook <code>{Escape(file)}</code>" : "a notebook";
        string run = options.Executed is { } when ? when.ToString(" 'on' d MMMM yyyy", CultureInfo.InvariantCulture) : "";
        string time = options.Elapsed is { } elapsed ? string.Create(CultureInfo.InvariantCulture, $" in {elapsed.TotalSeconds:0} s") : "";
        string math = prose.HasMath ? " Formulas are set by KaTeX, whose fonts are in the page too." : "";
        return $"""
            <footer class="colophon">
            <p>This page was made from {source}: <code>course run --html</code> ran its cells from first to last{run}{time},
            and every output above is what they showed.</p>
            <p>It holds all that it needs and fetches nothing.{math}</p>
            </footer>

            """;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
