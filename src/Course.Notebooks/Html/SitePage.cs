using System.Net;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Html;

/// <summary>One page of a site.</summary>
public static partial class SitePage
{
    /// <summary>Writes an executed notebook as a page of a site.</summary>
    /// <param name="executed">The notebook, with its outputs.</param>
    /// <param name="writer">The destination of the page; encode it as UTF-8.</param>
    /// <param name="options">The page's information about the run.</param>
    /// <param name="site">What stands around the page.</param>
    /// <returns>The page's headings, in order.</returns>
    public static IReadOnlyList<PageHeading> Write(NotebookDocument executed, TextWriter writer, HtmlPageOptions options, SiteFrame site)
    {
        ArgumentNullException.ThrowIfNull(executed);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(site);
        return new PageWriter(executed, options, site).Write(writer);
    }

    /// <summary>Writes a text as a page of a site.</summary>
    /// <param name="text">The text.</param>
    /// <param name="writer">The destination of the page; encode it as UTF-8.</param>
    /// <param name="site">What stands around the page.</param>
    /// <returns>The page's headings, in order.</returns>
    public static IReadOnlyList<PageHeading> Write(SiteText text, TextWriter writer, SiteFrame site)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(site);
        var prose = new Prose(new PageImages(text.Directory));
        string body = prose.ToHtml(text.Markdown, omitTitle: text.Title);
        body = PageLinks.ToSite(prose.Link(text.RowAnchors ? WithRowAnchors(body) : body), site.Address);
        PageHeading[] headings = [.. prose.Headings, .. HeadingsIn(text.Html)];
        string kicker = text.Kicker.Length > 0 ? $"<p>{WebUtility.HtmlEncode(text.Kicker)}</p>\n" : "";
        new PageShell(writer, site).Write(new PageParts
        {
            Title = text.Title,
            Masthead = $"<header class=\"masthead\">\n{kicker}<h1>{WebUtility.HtmlEncode(text.Title)}</h1>\n</header>\n",
            Headings = headings,
            Body = $"<section class=\"cell prose\">\n{body}</section>\n{text.Html}",
            Colophon = "",
            HasMath = prose.HasMath,
            Scripts = text.Scripts,
        });
        return headings;
    }

    /// <summary>The anchor of a text's heading, and of a table's row with this first cell.</summary>
    /// <param name="text">The words.</param>
    public static string AnchorOf(string text) => PageLinks.Slug(text);

    private static string WithRowAnchors(string html)
    {
        var ids = new HashSet<string>();
        return FirstCell().Replace(html, row =>
        {
            string id = PageLinks.Slug(WebUtility.HtmlDecode(Tag().Replace(row.Groups["cell"].Value, "")));
            return ids.Add(id) ? $"<tr id=\"{WebUtility.HtmlEncode(id)}\">{row.Groups["rest"].Value}" : row.Value;
        });
    }

    private static IEnumerable<PageHeading> HeadingsIn(string html) => Heading().Matches(html).Select(heading => new PageHeading(
        WebUtility.HtmlDecode(heading.Groups["id"].Value), heading.Groups["level"].Value[0] - '0',
        WebUtility.HtmlDecode(Tag().Replace(heading.Groups["text"].Value, "")), heading.Groups["text"].Value));

    [GeneratedRegex(@"<tr>(?<rest>\s*<td[^>]*>(?<cell>.*?)</td>)", RegexOptions.Singleline)]
    private static partial Regex FirstCell();

    [GeneratedRegex("<h(?<level>[2-6]) id=\"(?<id>[^\"]*)\">(?<text>.*?)</h", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
