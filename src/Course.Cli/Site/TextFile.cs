using System.Text.RegularExpressions;

namespace Course.Cli.Site;

/// <summary>A Markdown file of the repository.</summary>
/// <param name="Source">The file, seen from the repository's top.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Markdown">All below it.</param>
internal sealed partial record TextFile(string Source, string Title, string Markdown)
{
    // GitHub draws such a text; the site has the same picture on its first page.
    private const string MapInstead = "The picture is [the map on the first page](index.html#map).\n";

    public static TextFile Read(string root, string source)
    {
        string text = Diagram().Replace(File.ReadAllText(Path.Combine(root, source)).ReplaceLineEndings("\n"), MapInstead);
        Match heading = Heading().Match(text);
        return heading.Success
            ? new TextFile(source, Marks().Replace(heading.Groups["title"].Value, ""), text[(heading.Index + heading.Length)..])
            : new TextFile(source, Path.GetFileNameWithoutExtension(source), text);
    }

    [GeneratedRegex(@"\A\s*# (?<title>[^\n]+)\n")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```mermaid\n.*?^```\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Diagram();

    [GeneratedRegex("[*`]")]
    private static partial Regex Marks();
}
