using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>
/// A student's page: the points, which exercises are left, and of each of those first what to try, then the kinds of case that went wrong.
/// </summary>
internal static class FeedbackPage
{
    public static string Of(SubmissionMark mark, ClassReport report)
    {
        var body = new StringBuilder();
        body.AppendLine(CultureInfo.InvariantCulture,
            $"<h1>{(mark.Lesson is { } lesson ? string.Create(CultureInfo.InvariantCulture, $"Lesson {lesson:00}") : "Feedback")}: {SafeText.Html(mark.Student)}</h1>");
        if (mark.Problem is { } problem)
        {
            body.AppendLine(CultureInfo.InvariantCulture,
                $"""<p class="total bad">This submission could not be graded: {SafeText.Html(problem)}.</p>""");
            body.AppendLine("<p>Before you hand in again: open the notebook in VS Code, run it from the top, and save it.</p>");
        }
        else
        {
            body.AppendLine(CultureInfo.InvariantCulture,
                $"""<p class="total"><b>{mark.Earned:0.##}</b> of {mark.Points:0.##} points</p>""");
            body.AppendLine(CultureInfo.InvariantCulture, $"<p>{Left(mark.Exercises)}</p>");
            AddExercises(body, mark.Exercises);
        }

        AddChanges(body, mark.Changes);
        // Why an exercise has no answer stands there already.
        AddList(body, "Seen while it ran", [.. mark.Remarks.Where(remark =>
            !mark.Exercises.Any(exercise => exercise.Message?.Contains(remark, StringComparison.Ordinal) == true))]);
        string drawn = mark.IsGraded
            ? " The cases that the notebook does not show are drawn anew for every grading, so the way on is to understand, not to match these numbers."
            : "";
        body.AppendLine(CultureInfo.InvariantCulture, $"""<p class="quiet">Graded {report.Date:yyyy-MM-dd HH:mm}.{drawn}</p>""");
        return PageFrame.Of($"Feedback for {mark.Student}", body.ToString());
    }

    private static string Left(IReadOnlyList<ExerciseMark> exercises)
    {
        string[] left = [.. exercises.Where(exercise => exercise.Status != ExerciseStatus.Passed)
            .Select(exercise => $"""<a href="#{Anchor(exercise)}">{SafeText.Html(exercise.Title)}</a>""")];
        return left.Length == 0 ? "Every exercise is right."
            : string.Create(CultureInfo.InvariantCulture,
                $"{exercises.Count - left.Length} of {exercises.Count} exercises are right. To work on: {string.Join(", ", left)}.");
    }

    private static void AddExercises(StringBuilder body, IReadOnlyList<ExerciseMark> exercises)
    {
        ExerciseMark? first = exercises.FirstOrDefault(exercise => exercise.Status is ExerciseStatus.Failed);
        foreach (ExerciseMark exercise in exercises)
            Add(body, exercise, exercise == first);
    }

    private static void Add(StringBuilder body, ExerciseMark exercise, bool saysHow)
    {
        body.AppendLine(CultureInfo.InvariantCulture,
            $"""<section class="{ExerciseLook.Of(exercise.Status).Class}" id="{Anchor(exercise)}">""");
        body.AppendLine(CultureInfo.InvariantCulture,
            $"""<span class="points">{exercise.Earned:0.##} of {exercise.Points:0.##}</span><h2>{SafeText.Html(exercise.Title)} <span class="quiet">{SafeText.Html(exercise.Exercise)}</span></h2>""");
        body.AppendLine(CultureInfo.InvariantCulture, $"<p>{Verdict(exercise)}</p>");
        if (exercise.Hint is { Length: > 0 } hint)
            body.AppendLine(CultureInfo.InvariantCulture, $"""<div class="hint"><b>What to try.</b> {SafeText.Html(hint)}</div>""");
        if (exercise.Failed.Count > 0)
            AddCases(body, exercise.Failed);
        if (saysHow)
            body.AppendLine(
                """<p class="quiet">How to go on: call your method in a new cell as the first case above does. Compute by hand what each line should do, and print what it does.</p>""");
        body.AppendLine("</section>");
    }

    private static string Anchor(ExerciseMark exercise) => SafeText.Html(exercise.Exercise);

    private static string Verdict(ExerciseMark exercise) => exercise.Status switch
    {
        ExerciseStatus.Passed => string.Create(CultureInfo.InvariantCulture,
            $"""<span class="good">All {exercise.Cases} cases are right.</span>"""),
        ExerciseStatus.Failed => string.Create(
            CultureInfo.InvariantCulture,
            $"""<span class="bad">{exercise.Right} of {exercise.Cases} cases are right</span>: {SafeText.Html(exercise.Message)}. Points are given when all are right."""),
        ExerciseStatus.NotAttempted => """<span class="quiet">Not attempted yet.</span>""",
        _ => $"""<span class="bad">No points: {SafeText.Html(exercise.Message)}.</span>""",
    };

    private static void AddCases(StringBuilder body, IEnumerable<FailedCase> cases)
    {
        var table = new PageTable("Kind of case", "Called with", "Should give", "Gave");
        foreach (FailedCase failed in cases)
        {
            string shown = failed.IsHidden ? "" : """ <span class="quiet">(in the notebook)</span>""";
            table.Add(SafeText.Html(failed.Kind) + shown, Code(failed.Call), Code(failed.Expected), Code(failed.Got));
        }

        body.Append(table);
    }

    private static string Code(string text) => $"<code>{SafeText.Html(text)}</code>";

    private static void AddChanges(StringBuilder body, CellChanges? changes)
    {
        if (changes is null)
            return;
        List<string> lines = [];
        if (changes.LockedChanged.Count > 0)
            lines.Add($"Locked cells were changed ({string.Join(", ", changes.LockedChanged)}); the course's own text was used instead.");
        if (changes.Deleted.Count > 0)
            lines.Add($"Cells of the lesson are missing ({string.Join(", ", changes.Deleted)}).");
        if (changes.Duplicated.Count > 0)
            lines.Add($"Cells of the lesson are there twice ({string.Join(", ", changes.Duplicated)}); the last answer above its check counts.");
        if (changes.Reordered)
            lines.Add("The lesson's cells stand in another order.");
        AddList(body, "About the notebook", lines);
    }

    private static void AddList(StringBuilder body, string title, List<string> lines)
    {
        if (lines.Count == 0)
            return;
        body.AppendLine(CultureInfo.InvariantCulture, $"<h2>{title}</h2><ul>");
        foreach (string line in lines)
            body.AppendLine(CultureInfo.InvariantCulture, $"<li>{SafeText.Html(line)}</li>");
        body.AppendLine("</ul>");
    }
}
