using System.Net;
using System.Text.RegularExpressions;

namespace Course.FrontEnds.Tests.Site;

/// <summary>A page of the site, read as a browser would read its tags.</summary>
internal sealed partial class SitePageFile
{
    private readonly string folder;
    private readonly string markup;

    internal SitePageFile(string folder, string file)
    {
        this.folder = folder;
        Path = file;
        Name = System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/');
        Html = File.ReadAllText(file);
        // What a script or a style sheet holds is no tag.
        markup = ScriptOrStyle().Replace(Html, "$1></$2>");
        Ids = [.. Id().Matches(markup).Select(id => WebUtility.HtmlDecode(id.Groups["id"].Value))];
        Addresses = [.. Address().Matches(markup).Select(found => WebUtility.HtmlDecode(found.Groups["url"].Value))];
        Loaded = [.. Source().Matches(markup).Select(found => WebUtility.HtmlDecode(found.Groups["url"].Value))];
    }

    internal string Path { get; }

    /// <summary>Its path in the site, with forward slashes.</summary>
    internal string Name { get; }

    internal string Html { get; }

    /// <summary>The anchors in it.</summary>
    internal IReadOnlyList<string> Ids { get; }

    /// <summary>Where its links, forms, scripts and style sheets lead.</summary>
    internal IReadOnlyList<string> Addresses { get; }

    /// <summary>What a browser loads for it without being asked: scripts, style sheets, pictures.</summary>
    internal IReadOnlyList<string> Loaded { get; }

    /// <summary>What is wrong with an address of this page; null if it leads somewhere.</summary>
    internal string? Problem(string address, IReadOnlyDictionary<string, SitePageFile> pages)
    {
        if (Scheme().Match(address) is { Success: true } scheme)
            return scheme.Value is "https:" or "http:" or "data:" or "mailto:" ? null : $"{Name}: {address} has a scheme of its own";
        string[] parts = address.Split('#', 2);
        string target = parts[0].Length == 0 ? Name : Resolved(Uri.UnescapeDataString(parts[0]));
        if (target.StartsWith("..", StringComparison.Ordinal) || !File.Exists(System.IO.Path.Combine(folder, target)))
            return $"{Name}: {address} leads to no file of the site";
        if (parts is not [_, { Length: > 0 } anchor]) return null;
        return pages.TryGetValue(target, out SitePageFile? page) && page.Ids.Contains(Uri.UnescapeDataString(anchor))
            ? null : $"{Name}: {address} leads to no place on its page";
    }

    private string Resolved(string path) => System.IO.Path.GetRelativePath(
        folder, System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, path))).Replace('\\', '/');

    [GeneratedRegex(@"(<(script|style)\b[^>]*)>.*?</\2\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ScriptOrStyle();

    [GeneratedRegex("""<[a-z][^>]*?\sid\s*=\s*["'](?<id>[^"']*)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    [GeneratedRegex("""<[a-z][^>]*?\s(?:href|src|action|poster|data)\s*=\s*["'](?<url>[^"']*)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("""<(?:script|img|source|iframe|video|audio|embed|object)\b[^>]*?\s(?:src|data)\s*=\s*["'](?<url>[^"']*)["']|<link\b[^>]*?\shref\s*=\s*["'](?<url>[^"']*)["']""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
