using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Course.Notebooks.Results;

namespace Course.Grading;

/// <summary>
/// Makes text that anyone may have written, such as a student's, safe to show: in a terminal, a browser, a spreadsheet, the log of a build
/// server.
/// </summary>
public static partial class SafeText
{
    private const int MostOfAMessage = 160;

    /// <summary>
    /// One line without anything that controls a terminal, changes the direction of writing, or is a command to a build server.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The line.</returns>
    public static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (Rune rune in OneLine.Of(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned))
                line.Append(rune.ToString());
        }

        return Command().Replace(line.ToString(), "$0 ");
    }

    /// <summary>What an exception or the compiler says of a student's code: the beginning, as a safe line.</summary>
    internal static string Short(string text)
    {
        string line = Line(text);
        return line.Length <= MostOfAMessage ? line : line[..MostOfAMessage].TrimEnd() + "...";
    }

    /// <summary>Text for a page.</summary>
    internal static string Html(string? text) => WebUtility.HtmlEncode(Line(text ?? ""));

    /// <summary>Text for a cell of a Markdown table.</summary>
    internal static string Markdown(string? text)
    {
        var escaped = new StringBuilder();
        foreach (char c in Html(text))
            escaped.Append(c is '|' or '`' or '*' or '_' or '[' or ']' or '!' or '\\' or '@'
                ? string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};") : c.ToString());
        return escaped.ToString();
    }

    /// <summary>
    /// A cell of a CSV file; text that a spreadsheet would take for a formula is marked as text. In half of Europe a spreadsheet divides
    /// cells at semicolons, too, and in East Asia the wide forms of the signs count as well.
    /// </summary>
    /// <param name="text">The text; it becomes one line.</param>
    /// <returns>The cell, in quotes.</returns>
    public static string Csv(string? text)
    {
        string line = Formula().Replace(Line(text ?? ""), "$1'");
        return $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // GitHub executes "::" at the start of a line, and "##[" anywhere in it; Azure Pipelines "##vso[".
    [GeneratedRegex(@":(?=:)|##(?=\w*\[)")]
    private static partial Regex Command();

    [GeneratedRegex(@"(^|[;\t])(?=\s*[=+\-@|%＝＋－＠｜％﹦﹢﹣﹫﹪])")]
    private static partial Regex Formula();
}
