using System.Globalization;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Lessons.Tests.Dialect;

/// <summary>How a reader comes from one lesson to another.</summary>
internal static partial class WayRules
{
    /// <summary>Where a lesson names another by its number, a link leads there.</summary>
    internal static IEnumerable<string> Mentions(LessonFile file) =>
        from cell in file.Document.Cells.OfType<MarkdownCell>()
        from mention in Mention().Matches(NoProse().Replace(cell.Source, ""))
        from number in Number().Matches(mention.Value)
        where number.Value != file.Name[..2]
        select $"cell {cell.Id} names lesson {number.Value} without a link";

    /// <summary>A link on a lesson's number leads to that lesson.</summary>
    internal static IEnumerable<string> Targets(LessonFile file) =>
        from cell in file.Document.Cells.OfType<MarkdownCell>()
        from link in NumberLink().Matches(cell.Source)
        let target = link.Groups["target"].Value
        where !Repository.LessonFiles.Contains(target) || !target.StartsWith(link.Groups["number"].Value, StringComparison.Ordinal)
        select $"cell {cell.Id} links lesson {link.Groups["number"].Value} to {target}";

    /// <summary>The last line leads to the lesson before and the lesson after.</summary>
    internal static IEnumerable<string> Neighbours(LessonFile file)
    {
        int number = int.Parse(file.Name[..2], CultureInfo.InvariantCulture);
        string last = (file.Document.Cells.LastOrDefault() as MarkdownCell)?.Source.Split('\n')[^1] ?? "";
        foreach (int neighbour in (int[])[number - 1, number + 1])
        {
            string start = neighbour.ToString("00", CultureInfo.InvariantCulture) + "-";
            string? name = Repository.LessonFiles.FirstOrDefault(name => name.StartsWith(start, StringComparison.Ordinal));
            if (name is not null && !last.Contains($"({name})", StringComparison.Ordinal)) yield return $"its last line does not lead to {name}";
        }
    }

    [GeneratedRegex(@"\blessons? \d\d\b((, and |, | and | to | or )\d\d\b)*", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\d\d")]
    private static partial Regex Number();

    [GeneratedRegex(@"\[(?:lessons? )?(?<number>\d\d)\]\((?<target>[^)#]*)[^)]*\)", RegexOptions.IgnoreCase)]
    private static partial Regex NumberLink();

    // Fenced code, headings, links, code and formulas.
    [GeneratedRegex(@"^```.*?^```|^\#[^\n]*|\[[^\]]*\]\([^)]*\)|`[^`]*`|\$[^$]*\$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NoProse();
}
