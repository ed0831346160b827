using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Cli.Site;

/// <summary>What an overview tells of a lesson.</summary>
/// <param name="Line">The lesson in one line: its subtitle, or its first sentence.</param>
/// <param name="Minutes">How long its text takes to read, rounded up to 5.</param>
/// <param name="Exercises">How many exercises it sets.</param>
internal sealed partial record LessonCard(string Line, int Minutes, int Exercises)
{
    // Technical prose with formulas and code beside it.
    private const int WordsAMinute = 130;

    public static LessonCard Of(ExecutedLesson lesson)
    {
        MarkdownCell[] texts = [.. lesson.Document.Cells.OfType<MarkdownCell>()];
        string opening = texts.FirstOrDefault()?.Source ?? "";
        string line = Subtitle().Match(opening) is { Success: true } subtitle
            ? subtitle.Groups["text"].Value
            : FirstSentence().Match(opening) is { Success: true } sentence ? sentence.Groups["text"].Value : "";
        int words = texts.Where(cell => !cell.IsCurious).Sum(cell => Word().Count(cell.Source));
        return new LessonCard(Plain(line), (int)Math.Ceiling(words / (double)WordsAMinute / 5) * 5,
            Course.Lessons.All.FirstOrDefault(known => known.Number == lesson.About.Number)?.Exercises.Count ?? 0);
    }

    // Marks of emphasis go; what they stand around stays.
    private static string Plain(string markdown) => Marks().Replace(markdown, "");

    [GeneratedRegex(@"^\*(?<text>[^*\n]+)\*\s*$", RegexOptions.Multiline)]
    private static partial Regex Subtitle();

    [GeneratedRegex(@"^(?<text>[A-Z][^\n]*?[.!?])(?=\s|$)", RegexOptions.Multiline)]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"[*`]+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
