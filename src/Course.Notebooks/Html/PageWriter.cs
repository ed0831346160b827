using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Notebooks.Html;

/// <summary>Assembles one page.</summary>
/// <param name="notebook">The notebook, with its outputs.</param>
/// <param name="options">The page's information about the run.</param>
/// <param name="site">The site that it belongs to; null for a page on its own.</param>
internal sealed class PageWriter(NotebookDocument notebook, HtmlPageOptions options, SiteFrame? site = null)
{
    private const string FoldStart = "<details class=\"curious\"><summary>For the curious: show it</summary>\n";
    private const string FoldEnd = "</details>\n";

    private readonly Prose prose = new(new PageImages(options.Directory));
    private readonly LessonMetadata? lesson = LessonMetadata.Of(notebook);

    private readonly SharedScripts shared = new(site?.SharedScripts ?? []);

    /// <summary>Writes the page.</summary>
    /// <returns>Its headings, in order.</returns>
    internal IReadOnlyList<PageHeading> Write(TextWriter writer)
    {
        string body = Body();
        string title = lesson?.Title ?? (prose.Headings is [var first, ..] ? first.Text : null) ?? options.FileName ?? "Notebook";
        string year = lesson is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({lesson.Year})");
        new PageShell(writer, site).Write(new PageParts
        {
            Title = title + year,
            Masthead = Masthead(),
            Headings = prose.Headings,
            Body = body,
            Colophon = Colophon(),
            HasMath = prose.HasMath,
            Scripts = shared.Files,
        });
        return prose.Headings;
    }

    private string Body()
    {
        var outputs = new OutputHtml(prose, shared);
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
        return string.Concat(html.Select(part => part.IsProse ? Linked(part.Text) : part.Text));
    }

    private string Linked(string text) => site is null ? prose.Link(text) : PageLinks.ToSite(prose.Link(text), site.Address);

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

    private string Colophon()
    {
        string source = options.FileName is { } file ? $"the notebook <code>{Escape(file)}</code>" : "a notebook";
        string run = options.Executed is { } when ? when.ToString(" 'on' d MMMM yyyy", CultureInfo.InvariantCulture) : "";
        string time = options.Elapsed is { } elapsed ? string.Create(CultureInfo.InvariantCulture, $" in {elapsed.TotalSeconds:0} s") : "";
        string command = site is null ? "course run --html" : "course site";
        string math = prose.HasMath ? " Formulas are set by KaTeX, whose fonts are in the page too." : "";
        string alone = site is null ? $"<p>It holds all that it needs and fetches nothing.{math}</p>\n" : "";
        return $"""
            <p>This page was made from {source}: <code>{command}</code> ran its cells from first to last{run}{time},
            and every output above is what they showed.</p>
            {alone}
            """;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
