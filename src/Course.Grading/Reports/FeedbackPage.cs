using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>A student's page: the tasks, the points earned, the kinds of cases that went wrong, and what to try.</summary>
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
            body.AppendLine("<p>Open the notebook in VS Code, run it from the top, save it, and hand it in again.</p>");
        }
        else
        {
            body.AppendLine(CultureInfo.InvariantCulture,
                $"""<p class="total"><b>{mark.Earned:0.##}</b> of {mark.Points:0.##} points</p>""");
        }

        foreach (ExerciseMark exercise in mark.Exercises)
            Add(body, exercise);
        AddChanges(body, mark.Changes);
        AddRemarks(body, mark.Remarks);
        body.AppendLine(CultureInfo.InvariantCulture,
            $"""<p class="quiet">Graded {report.Date:yyyy-MM-dd HH:mm}. The cases that the notebook does not show are drawn anew for every grading, so the way on is to understand, not to match these numbers.</p>""");
        return PageFrame.Of($"Feedback for {mark.Student}", body.ToString());
    }

    private static void Add(StringBuilder body, ExerciseMark exercise)
    {
        string look = exercise.Status switch { ExerciseStatus.Passed => "passed", ExerciseStatus.NotAttempted => "open", _ => "failed" };
        body.AppendLine(CultureInfo.InvariantCulture, $"""<section class="{look}">""");
        body.AppendLine(CultureInfo.InvariantCulture,
            $"""<span class="points">{exercise.Earned:0.##} of {exercise.Points:0.##}</span><h2>{SafeText.Html(exercise.Title)} <span class="quiet">{SafeText.Html(exercise.Exercise)}</span></h2>""");
        body.AppendLine(CultureInfo.InvariantCulture, $"<p>{Verdict(exercise)}</p>");
        if (exercise.Failed.Count > 0)
            AddCases(body, exercise.Failed);
        if (exercise.Hint is { Length: > 0 } hint)
            body.AppendLine(CultureInfo.InvariantCulture, $"""<div class="hint"><b>What to try.</b> {SafeText.Html(hint)}</div>""");
        if (exercise.Status is ExerciseStatus.Failed)
            body.AppendLine(CultureInfo.InvariantCulture,
                $"""<p class="quiet">How to go on: call your method in a new cell as the first row above does. Compute by hand what each line should do, and print what it does.</p>""");
        body.AppendLine("</section>");
    }

    private static string Verdict(ExerciseMark exercise) => exercise.Status switch
    {
        ExerciseStatus.Passed => string.Create(CultureInfo.InvariantCulture,
            $"""<span class="good">All {exercise.Cases} cases are right.</span>"""),
        ExerciseStatus.Failed => string.Create(
            CultureInfo.InvariantCulture,
            $"""<span class="bad">{exercise.Right} of {exercise.Cases} cases are right</span>: {SafeText.Html(exercise.Message)}. Points are given when all are."""),
        ExerciseStatus.NotAttempted => """<span class="quiet">Not attempted yet.</span>""",
        _ => $"""<span class="bad">No points: {SafeText.Html(exercise.Message)}.</span>""",
    };

    private static void AddCases(StringBuilder body, IEnumerable<FailedCase> cases)
    {
        body.AppendLine("<table><tr><th>Kind of case</th><th>Called with</th><th>Should give</th><th>Gave</th></tr>");
        foreach (FailedCase failed in cases)
        {
            string shown = failed.IsHidden ? "" : """ <span class="quiet">(in the notebook)</span>""";
            body.AppendLine(
                CultureInfo.InvariantCulture,
                $"<tr><td>{SafeText.Html(failed.Kind)}{shown}</td><td><code>{SafeText.Html(failed.Call)}</code></td><td><code>{SafeText.Html(failed.Expected)}</code></td><td><code>{SafeText.Html(failed.Got)}</code></td></tr>");
        }

        body.AppendLine("</table>");
    }

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

    private static void AddRemarks(StringBuilder body, IReadOnlyList<string> remarks) => AddList(body, "Seen while it ran", remarks);

    private static void AddList(StringBuilder body, string title, IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0)
            return;
        body.AppendLine(CultureInfo.InvariantCulture, $"<h2>{title}</h2><ul>");
        foreach (string line in lines)
            body.AppendLine(CultureInfo.InvariantCulture, $"<li>{SafeText.Html(line)}</li>");
        body.AppendLine("</ul>");
    }
}
