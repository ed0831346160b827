using System.Net;
using System.Text.RegularExpressions;

namespace Course.Notebooks.Html;

/// <summary>
/// Pictures, films and sounds that HTML tags name. A page fetches nothing: what lies beside the notebook or in the cell is embedded, and
/// anything else becomes a link.
/// </summary>
/// <param name="images">The source of pictures.</param>
internal sealed partial class MediaTags(PageImages images)
{
    /// <summary>The HTML with its media embedded or as links.</summary>
    /// <param name="html">HTML from a cell.</param>
    /// <param name="attachments">Pictures attached to the cell: name to data URI.</param>
    internal string Embed(string html, IReadOnlyDictionary<string, string>? attachments = null) =>
        Media().Replace(html, found => found.Groups["tag"].Success ? Embedded(found, attachments) : found.Value);

    private string Embedded(Match found, IReadOnlyDictionary<string, string>? attachments)
    {
        string element = found.Value;
        if (Attribute().Matches(element).FirstOrDefault(IsAddress) is not { } address)
            // A picture's other versions: only the one in its own tag is embedded.
            return found.Groups["tag"].Value.Equals("source", StringComparison.OrdinalIgnoreCase) ? "" : element;
        string url = WebUtility.HtmlDecode(address.Groups["value"].Value.Trim('"', '\''));
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("blob:", StringComparison.OrdinalIgnoreCase))
            return element;
        bool embeds = found.Groups["tag"].Value.ToUpperInvariant() is "IMG" or "VIDEO" or "AUDIO";
        if (embeds && images.DataUri(url, attachments) is { } uri)
        {
            Group value = address.Groups["value"];
            return SourceSet().Replace($"{element[..value.Index]}\"{uri}\"{element[(value.Index + value.Length)..]}", "");
        }
        string text = Attribute().Matches(element).FirstOrDefault(IsText)?.Groups["value"].Value.Trim('"', '\'') is { Length: > 0 } alt
            ? WebUtility.HtmlDecode(alt) : url;
        return $"<a href=\"{WebUtility.HtmlEncode(url)}\">{WebUtility.HtmlEncode(text)}</a>";
    }

    private static bool IsAddress(Match attribute) => attribute.Groups["name"].Value.ToUpperInvariant() is "SRC" or "DATA";

    private static bool IsText(Match attribute) => attribute.Groups["name"].Value.ToUpperInvariant() is "ALT" or "TITLE";

    // Scripts, styles and comments may hold the same words. An element with content is taken whole.
    [GeneratedRegex("""
        <script\b.*?(?:</script\s*>|\z) | <style\b.*?(?:</style\s*>|\z) | <!--.*?(?:-->|\z)
        | <(?<tag>img|embed|source)\b(?:[^>"']|"[^"]*"|'[^']*')*>
        | <(?<tag>video|audio|object|iframe)\b(?:[^>"']|"[^"]*"|'[^']*')*>(?:.*?</\k<tag>\s*>)?
        """, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Media();

    [GeneratedRegex("""(?<=\s)(?<name>[a-z-]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();

    [GeneratedRegex("""\s+srcset\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex SourceSet();
}
