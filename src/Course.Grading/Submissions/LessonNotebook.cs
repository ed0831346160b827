using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Grading.Submissions;

/// <summary>The course's own notebook of a lesson, with which a submission is compared.</summary>
internal sealed partial class LessonNotebook
{
    private LessonNotebook(int number, IReadOnlyList<LessonCell> cells, LessonStamp stamp) =>
        (Number, Cells, Stamp) = (number, cells, stamp);

    /// <summary>The lesson's number.</summary>
    public int Number { get; }

    /// <summary>The code cells, in order.</summary>
    public IReadOnlyList<LessonCell> Cells { get; }

    /// <summary>What a copy of it that is made today would say of its version.</summary>
    public LessonStamp Stamp { get; }

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
            CheckedAnswer? check = Check().Match(cell.Source) is { Success: true } match
                ? new CheckedAnswer(match.Groups["id"].Value, match.Groups["answer"].Value.Trim(), solution) : null;
            cells.Add(new LessonCell(cell.Id!, GradeId(cell), cell.Source, check, IsLocked(cell) || cells.Count == 0));
            if (Flag(cell, "solution"))
                solution = cell.Id;
        }

        return new LessonNotebook(number, cells, LessonStamp.For(document, null));
    }

    /// <summary>The cell's nbgrader id, which survives editors that give cells new ids.</summary>
    public static string? GradeId(NotebookCell cell) =>
        cell.Metadata["nbgrader"] is JsonObject said && said["grade_id"] is JsonValue id && id.TryGetValue(out string? text) ? text : null;

    /// <summary>The exercise that a cell's text checks, and does nothing else; null for other cells.</summary>
    public static string? CheckedBy(string code) => Check().Match(code) is { Success: true } match ? match.Groups["id"].Value : null;

    private static bool IsLocked(CodeCell cell) => Flag(cell, "locked");

    private static bool Flag(CodeCell cell, string name) =>
        cell.Metadata["nbgrader"] is JsonObject said && said[name] is JsonValue flag && flag.TryGetValue(out bool value) && value;

    [GeneratedRegex("""^\s*Check\("(?<id>[^"]+)",(?<answer>[^;]*)\);\s*$""")]
    private static partial Regex Check();
}

/// <summary>A code cell of the course's own notebook.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="GradeId">Its nbgrader id, or null.</param>
/// <param name="Code">Its text.</param>
/// <param name="Check">What it checks; null if it is no check.</param>
/// <param name="IsLocked">Whether the cell is locked for students.</param>
internal sealed record LessonCell(string Id, string? GradeId, string Code, CheckedAnswer? Check, bool IsLocked)
{
    /// <summary>The text that the grader runs. The value of a check is the answer, whatever else the submission calls Check.</summary>
    public string CodeToRun => Check?.Value ?? Code;
}

/// <summary>What a check cell checks.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Name">The answer's name, such as <c>Learn</c>.</param>
/// <param name="SolutionId">The id of the cell that contains the answer; null if the lesson has none.</param>
internal sealed record CheckedAnswer(string Exercise, string Name, string? SolutionId)
{
    /// <summary>
    /// An expression whose value is the answer: a delegate of the exercise's own signature, so that a static method is one too, and one of
    /// several methods with the same name is chosen.
    /// </summary>
    public string Value
    {
        get
        {
            MethodInfo wanted = Exercises.Find(Exercise).Invocation;
            IEnumerable<Type> types = wanted.GetParameters().Select(parameter => parameter.ParameterType).Append(wanted.ReturnType);
            return $"new global::System.Func<{string.Join(", ", types.Select(TypeName.Of))}>({Name})";
        }
    }

    /// <summary>Whether a cell seems to declare the answer: <c>double[] Learn(...) {</c>, <c>... =></c>, <c>var Learn = </c>.</summary>
    public bool IsWrittenIn(string code) => Regex.IsMatch(code, $@"\b{Regex.Escape(Name)}\s*(\([^;()]*\)\s*(=>|\{{)|=[^=>])",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
