using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Grading.Submissions;

/// <summary>The course's own notebook of a lesson, with which a submission is compared.</summary>
internal sealed partial class LessonNotebook
{
    private LessonNotebook(int number, IReadOnlyList<LessonCell> cells) => (Number, Cells) = (number, cells);

    /// <summary>The lesson's number.</summary>
    public int Number { get; }

    /// <summary>The code cells, in order.</summary>
    public IReadOnlyList<LessonCell> Cells { get; }

    /// <summary>The first code cell, which loads the library.</summary>
    public LessonCell Opening => Cells[0];

    /// <summary>Finds the lesson with a given number.</summary>
    /// <exception cref="SubmissionException">There is none.</exception>
    public static LessonNotebook Find(CourseFolder course, int number)
    {
        LessonFile file = LessonCatalog.Of(course.Notebooks).Lessons.FirstOrDefault(lesson => lesson.Number == number)
            ?? throw new SubmissionException(string.Create(CultureInfo.InvariantCulture, $"there is no lesson {number} in this course"));
        return Of(NotebookDocument.Load(file.Path), number);
    }

    public static LessonNotebook Of(NotebookDocument document, int number)
    {
        var cells = new List<LessonCell>();
        string? solution = null;
        foreach (CodeCell cell in document.Cells.OfType<CodeCell>())
        {
            string? exercise = Check().Match(cell.Source) is { Success: true } check ? check.Groups["id"].Value : null;
            cells.Add(new LessonCell(cell.Id!, GradeId(cell), cell.Source, exercise, exercise is null
                ? null : solution, IsLocked(cell) || cells.Count == 0));
            if (Flag(cell, "solution"))
                solution = cell.Id;
        }

        return new LessonNotebook(number, cells);
    }

    /// <summary>The cell's nbgrader id, which survives editors that give cells new ids.</summary>
    public static string? GradeId(NotebookCell cell) =>
        cell.Metadata["nbgrader"] is JsonObject said && said["grade_id"] is JsonValue id && id.TryGetValue(out string? text) ? text : null;

    private static bool IsLocked(CodeCell cell) => Flag(cell, "locked");

    private static bool Flag(CodeCell cell, string name) =>
        cell.Metadata["nbgrader"] is JsonObject said && said[name] is JsonValue flag && flag.TryGetValue(out bool value) && value;

    [GeneratedRegex("""^\s*Check\("(?<id>[^"]+)",[^;]*\);\s*$""")]
    private static partial Regex Check();
}

/// <summary>A code cell of the course's own notebook.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="GradeId">Its nbgrader id, or null.</param>
/// <param name="Code">Its text.</param>
/// <param name="Answers">The exercise that it checks, or null.</param>
/// <param name="SolutionId">For such a check, the id of the cell that contains the answer.</param>
/// <param name="IsLocked">Whether the cell is locked for students.</param>
internal sealed record LessonCell(string Id, string? GradeId, string Code, string? Answers, string? SolutionId, bool IsLocked)
{
    /// <summary>
    /// The text that the grader runs. A check calls the course's own method, even if the submission declares another Check.
    /// </summary>
    public string CodeToRun => Answers is null ? Code : "global::Course.Exercises." + Code.TrimStart();
}
