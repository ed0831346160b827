using System.Text.RegularExpressions;

namespace Course.Cli.Site;

/// <summary>A Markdown file of the repository.</summary>
/// <param name="Source">The file, seen from the repository's top.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Markdown">All below it.</param>
internal sealed partial record TextFile(string Source, string Title, string Markdown)
{
    public static TextFile Read(string root, string source)
    {
        string text = File.ReadAllText(Path.Combine(root, source)).ReplaceLineEndings("\n");
        // The one diagram that documents hold; pages have no Mermaid.
        text = Diagram().Replace(text, "*The map on the first page draws it.*");
        Match heading = Heading().Match(text);
        return heading.Success
            ? new TextFile(source, Marks().Replace(heading.Groups["title"].Value, ""), text[(heading.Index + heading.Length)..])
            : new TextFile(source, Path.GetFileNameWithoutExtension(source), text);
    }

    [GeneratedRegex(@"\A\s*# (?<title>[^\n]+)\n")]
    private static partial Regex Heading();

    [GeneratedRegex("```mermaid.*?```", RegexOptions.Singleline)]
    private static partial Regex Diagram();

    [GeneratedRegex("[*`]")]
    private static partial Regex Marks();
}
