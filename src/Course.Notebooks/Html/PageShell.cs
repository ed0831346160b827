using System.Globalization;
using System.Net;
using System.Text;

namespace Course.Notebooks.Html;

/// <summary>What a page consists of, each part as HTML.</summary>
internal sealed record PageParts
{
    /// <summary>The title that the browser shows; plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The head of the text, with the page's heading of level 1.</summary>
    public required string Masthead { get; init; }

    /// <summary>The headings of the text.</summary>
    public required IReadOnlyList<PageHeading> Headings { get; init; }

    /// <summary>The text.</summary>
    public required string Body { get; init; }

    /// <summary>What the page's foot says of how it was made.</summary>
    public required string Colophon { get; init; }

    /// <summary>Whether there are formulas.</summary>
    public required bool HasMath { get; init; }

    /// <summary>The site's scripts that the page needs beside those of all pages.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];
}

/// <summary>Writes a page around its parts: alone, with all that it needs in it, or as one page of a site.</summary>
/// <param name="writer">The destination.</param>
/// <param name="site">The site; null for a page on its own.</param>
internal sealed class PageShell(TextWriter writer, SiteFrame? site)
{
    // Nothing may be fetched, from anywhere. Plotly's three-dimensional charts compile shader code with Function, hence unsafe-eval.
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
        + "img-src data: blob:; font-src data:; media-src data:; worker-src blob:";

    // Only the site's own files may be loaded, beside what the page holds. Browsers take the files of a folder on disk for its own, too.
    private static readonly string sitePolicy = Policy.Replace("-src 'unsafe-inline'", "-src 'self' 'unsafe-inline'", StringComparison.Ordinal);

    /// <summary>Writes the page.</summary>
    internal void Write(PageParts parts)
    {
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{(site is null ? Policy : sitePolicy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="course {(site is null ? "run --html" : "site")}">
            <title>{Escape(site is null || parts.Title == site.Home.Text ? parts.Title : $"{parts.Title} · {site.Home.Text}")}</title>

            """);
        WriteStyles(parts);
        writer.Write("</head>\n<body>\n<a class=\"skip\" href=\"#text\">Skip to the text</a>\n");
        if (site is not null) new SiteNavigation(writer, site).WriteBar();
        writer.Write("<div class=\"page\">\n");
        writer.Write(parts.Masthead);
        writer.Write(Contents(parts.Headings));
        writer.Write("<main id=\"text\">\n");
        writer.Write(parts.Body);
        writer.Write("</main>\n");
        if (site is not null) new SiteNavigation(writer, site).WriteNeighbours();
        writer.Write($"<footer class=\"colophon\">\n{parts.Colophon}{site?.Colophon}</footer>\n</div>\n");
        WriteScripts(parts);
        writer.Write("</body>\n</html>\n");
    }

    private void WriteStyles(PageParts parts)
    {
        if (site is null)
        {
            writer.Write($"<style>\n{Asset.Text("page.css")}</style>\n");
            if (parts.HasMath)
                writer.Write($"<style>{KatexAsset.Styles}</style>\n");
            return;
        }

        foreach ((string property, string content) in site.Properties)
            writer.Write($"<meta {(property.StartsWith("og:", StringComparison.Ordinal) ? "property" : "name")}=\"{Escape(property)}\" "
                + $"content=\"{Escape(content)}\">\n");
        foreach (string sheet in parts.HasMath ? (string[])["page.css", "site.css", "katex.css"] : ["page.css", "site.css"])
            writer.Write($"<link rel=\"stylesheet\" href=\"{site.Top}{sheet}\">\n");
        foreach (string script in parts.Scripts)
            writer.Write($"<script defer src=\"{site.Top}{Escape(script)}\"></script>\n");
    }

    private void WriteScripts(PageParts parts)
    {
        if (site is null)
        {
            if (parts.HasMath)
                writer.Write($"<script>{KatexAsset.Script}</script>\n");
            writer.Write($"<script>\n{Asset.Text("page.js")}</script>\n");
            return;
        }

        foreach (string script in parts.HasMath ? (string[])["katex.js", "page.js", "site.js"] : ["page.js", "site.js"])
            writer.Write($"<script src=\"{site.Top}{script}\"></script>\n");
    }

    private static string Contents(IReadOnlyList<PageHeading> headings)
    {
        PageHeading[] listed = [.. headings.Where(heading => heading.Level is 2 or 3)];
        if (listed.Length < 2) return "";
        var html = new StringBuilder(
            "<nav aria-label=\"Contents\">\n<details class=\"contents\" open>\n<summary>Contents</summary>\n<ol>\n");
        foreach (PageHeading heading in listed)
            html.Append(CultureInfo.InvariantCulture,
                $"<li{(heading.Level == 3 ? " class=\"sub\"" : "")}><a href=\"#{Escape(heading.Id)}\">{heading.Html}</a></li>\n");
        return html.Append("</ol>\n</details>\n</nav>\n").ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
