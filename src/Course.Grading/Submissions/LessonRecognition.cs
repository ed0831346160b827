using System.Globalization;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Grading.Submissions;

/// <summary>
/// Finds the lesson that a notebook is of. Some editors keep no metadata that they do not know; then the exercises in it tell, or else the
/// file's name.
/// </summary>
internal static partial class LessonRecognition
{
    /// <returns>The lesson's number; null if nothing tells it.</returns>
    public static int? Of(NotebookDocument document, string path, CourseFolder course) =>
        LessonMetadata.Of(document)?.Number ?? OfCells(document) ?? OfName(Path.GetFileName(path), course);

    /// <summary>The lesson that most of what names one names.</summary>
    private static int? OfCells(NotebookDocument document)
    {
        int[] named = [.. document.Cells.OfType<CodeCell>().SelectMany(NamedBy)];
        IGrouping<int, int>[] most = [.. named.GroupBy(number => number).OrderByDescending(same => same.Count())];
        return most.Length == 1 || (most.Length > 1 && most[0].Count() > most[1].Count()) ? most[0].Key : null;
    }

    private static IEnumerable<int> NamedBy(CodeCell cell) =>
        from match in Call().Matches(cell.Source).Cast<Match>().Append(GradeId().Match(LessonNotebook.GradeId(cell) ?? ""))
        where match.Success
        select int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static int? OfName(string name, CourseFolder course) => LessonCatalog.Of(course.Notebooks).Lessons
        .Where(lesson => lesson.Number is not null && name.Contains(lesson.Name, StringComparison.OrdinalIgnoreCase))
        .MaxBy(lesson => lesson.Name.Length)?.Number;

    [GeneratedRegex(@"^(?<number>\d\d)-")]
    private static partial Regex GradeId();

    [GeneratedRegex("""\b(Check\("(?<number>\d\d)\.[\w-]+"|Lesson\.Begin\((?<number>\d{1,2})\))""")]
    private static partial Regex Call();
}
