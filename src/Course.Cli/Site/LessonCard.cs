using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Cli.Site;

/// <summary>What an overview tells of a lesson.</summary>
/// <param name="Line">The lesson in one line: its subtitle, or its first sentence.</param>
/// <param name="Minutes">How long it takes to read and to run, without its exercises, rounded to 5.</param>
/// <param name="Exercises">How many exercises it sets.</param>
internal sealed partial record LessonCard(string Line, int Minutes, int Exercises)
{
    public static LessonCard Of(ExecutedLesson lesson)
    {
        string opening = lesson.Document.Cells.OfType<MarkdownCell>().FirstOrDefault()?.Source ?? "";
        string line = Subtitle().Match(opening) is { Success: true } subtitle
            ? subtitle.Groups["text"].Value
            : FirstSentence().Match(opening) is { Success: true } sentence ? sentence.Groups["text"].Value : "";
        LessonEffort effort = LessonEffort.Of(lesson.Document, lesson.About.Number);
        return new LessonCard(Plain(line), 5 * (int)Math.Round(effort.ReadingMinutes / 5),
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
}
