using System.Net;
using System.Text.RegularExpressions;

namespace Course.Notebooks.Html;

/// <summary>Links inside a page, and from page to page.</summary>
internal static partial class PageLinks
{
    /// <summary>The id of a heading with this text: <c>the-big-idea</c>.</summary>
    internal static string Slug(string text)
    {
        text = text.Replace("\u2019", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        IEnumerable<string> words = new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', words) is { Length: > 0 } slug ? slug : "section";
    }

    /// <summary>Links to other notebooks lead to their pages, which lie in one folder.</summary>
    internal static string ToPages(string html) => Link().Replace(html, link =>
    {
        Match notebook = Notebook().Match(WebUtility.HtmlDecode(link.Groups["url"].Value));
        if (!notebook.Success)
            return link.Value;
        string anchor = notebook.Groups["anchor"] is { Success: true } said ? "#" + Slug(Uri.UnescapeDataString(said.Value)) : "";
        return $"{link.Groups["before"].Value}\"{WebUtility.HtmlEncode($"{notebook.Groups["name"].Value}.html{anchor}")}\"";
    });

    /// <summary>Links to headings find them however their names are written: <c>#The-Big-Idea</c>, <c>#the-big-idea</c>.</summary>
    /// <param name="html">The HTML of the page's texts.</param>
    /// <param name="headings">The ids of the page's headings.</param>
    /// <param name="anchors">All ids and names in the page's texts.</param>
    internal static string ToHeadings(string html, IReadOnlySet<string> headings, IReadOnlySet<string> anchors) =>
        Link().Replace(html, link =>
        {
            string url = WebUtility.HtmlDecode(link.Groups["url"].Value);
            string name = url is ['#', _, ..] ? Uri.UnescapeDataString(url[1..]) : "";
            return name != "" && !anchors.Contains(name) && headings.Contains(Slug(name))
                ? $"{link.Groups["before"].Value}\"#{Slug(name)}\"" : link.Value;
        });

    /// <summary>
    /// Links of a text lead to the pages of its site. A file of the repository that the text names as code becomes a link,
    /// if the site has it.
    /// </summary>
    /// <param name="html">The HTML of the text.</param>
    /// <param name="address">Where a path leads; null where the site has no such page.</param>
    internal static string ToSite(string html, Func<string, string?> address) => WholeLink().Replace(html, found =>
    {
        if (found.Groups["file"] is { Success: true } file)
            return address("/" + file.Value) is { } page ? $"<a href=\"{WebUtility.HtmlEncode(page)}\">{found.Value}</a>" : found.Value;
        string url = WebUtility.HtmlDecode(found.Groups["url"].Value);
        if (url is "" or ['#', ..] || HasScheme().IsMatch(url)) return found.Value;
        string[] parts = url.Split('#', 2);
        string anchor = parts is [_, { Length: > 0 } said] ? "#" + Slug(Uri.UnescapeDataString(said)) : "";
        return address(Uri.UnescapeDataString(parts[0])) is { } target
            ? $"{found.Groups["before"].Value}\"{WebUtility.HtmlEncode(target + anchor)}\"{found.Groups["after"].Value}" : found.Groups["text"].Value;
    });

    /// <summary>The ids and names in HTML that a link can lead to.</summary>
    internal static IEnumerable<string> Anchors(string html) =>
        Anchor().Matches(html).Select(anchor => WebUtility.HtmlDecode(anchor.Groups["id"].Value));

    [GeneratedRegex("""(?<before><a\b[^>]*?\shref\s*=\s*)(?:"(?<url>[^"]*)"|'(?<url>[^']*)')""", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    // A whole link first, so that a file's name inside one is left alone.
    [GeneratedRegex("""
        (?<before><a\b[^>]*?\shref\s*=\s*)(?:"(?<url>[^"]*)"|'(?<url>[^']*)')(?<after>[^>]*>(?<text>.*?)</a\s*>)
        | <a\b.*?</a\s*> | <code>(?<file>(?:docs|notebooks)/[\w./-]+\.(?:md|ipynb))</code>
        """, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex WholeLink();

    [GeneratedRegex("^(?:[a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex HasScheme();

    [GeneratedRegex("""<[a-z][^>]*?\s(?:id|name)\s*=\s*["']?(?<id>[^"'\s>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Anchor();

    // Not one on the network.
    [GeneratedRegex(@"^(?!//)(?:[^:#?]*/)?(?<name>[^/:#?]+)\.ipynb(?:\?[^#]*)?(?:#(?<anchor>.+))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Notebook();
}
