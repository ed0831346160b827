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

    /// <summary>The ids and names in HTML that a link can lead to.</summary>
    internal static IEnumerable<string> Anchors(string html) =>
        Anchor().Matches(html).Select(anchor => WebUtility.HtmlDecode(anchor.Groups["id"].Value));

    [GeneratedRegex("""(?<before><a\b[^>]*?\shref\s*=\s*)(?:"(?<url>[^"]*)"|'(?<url>[^']*)')""", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex("""<[a-z][^>]*?\s(?:id|name)\s*=\s*["']?(?<id>[^"'\s>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Anchor();

    // Not one on the network.
    [GeneratedRegex(@"^(?!//)(?:[^:#?]*/)?(?<name>[^/:#?]+)\.ipynb(?:\?[^#]*)?(?:#(?<anchor>.+))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Notebook();
}
