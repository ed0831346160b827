using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>
/// The teacher's page. First what she must do something about: who could not be graded. Then how the class did, exercise by exercise and
/// student by student, with a link to each student's page.
/// </summary>
internal static class ClassPage
{
    public static string Of(ClassReport report, PageNames names)
    {
        int[] lessons = [.. report.Submissions.Select(mark => mark.Lesson).OfType<int>().Distinct()];
        SubmissionMark[] graded = [.. report.Submissions.Where(mark => mark.IsGraded)];
        SubmissionMark[] others = [.. ByName(report.Submissions.Where(mark => !mark.IsGraded))];
        var body = new StringBuilder();
        string of = lessons is [var one] ? string.Create(CultureInfo.InvariantCulture, $"Lesson {one:00}: ") : "";
        body.AppendLine(CultureInfo.InvariantCulture, $"<h1>{of}{report.Submissions.Count} submissions</h1>");
        body.AppendLine(CultureInfo.InvariantCulture, $"""<p class="total">{Totals(graded, others.Length)}</p>""");
        if (others.Length > 0)
        {
            body.AppendLine("""<section class="failed"><h2>Not graded</h2><ul>""");
            foreach (SubmissionMark mark in others)
                body.AppendLine(CultureInfo.InvariantCulture, $"<li>{Link(mark, names)}: {SafeText.Html(mark.Problem)}</li>");
            body.AppendLine("</ul></section>");
        }

        body.Append(ExerciseOverview.Of(report));
        AddStudents(body, ByName(graded), names, lessons.Length > 1);
        body.AppendLine(CultureInfo.InvariantCulture,
            $"""<p class="quiet">Graded {report.Date:yyyy-MM-dd HH:mm}, seed {report.Seed}, sandbox: {SafeText.Html(report.Sandbox)}{(report.Commit is { } commit ? $", course at {SafeText.Html(commit)}" : "")}.</p>""");
        return PageFrame.Of("Submissions", body.ToString());
    }

    private static string Totals(SubmissionMark[] graded, int others)
    {
        string rest = others > 0
            ? string.Create(CultureInfo.InvariantCulture, $""", <span class="bad"><b>{others}</b> not</span>""") : "";
        int full = graded.Count(mark => mark.Earned >= mark.Points);
        double[] shares = [.. graded.Select(mark => mark.Points == 0 ? 0 : mark.Earned / mark.Points).Order()];
        string median = shares.Length == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture,
                $". {full} {(full == 1 ? "has" : "have")} all points; half have {100 * shares[shares.Length / 2]:0} % or more");
        return string.Create(CultureInfo.InvariantCulture, $"<b>{graded.Length}</b> graded{rest}{median}.");
    }

    private static void AddStudents(StringBuilder body, IEnumerable<SubmissionMark> marks, PageNames names, bool showsLesson)
    {
        var table = new PageTable(["Student", .. showsLesson ? (string[])["Lesson#"] : [], "Points#", "Exercises", "To look at"]);
        foreach (SubmissionMark mark in marks)
        {
            table.Add(
            [
                Link(mark, names),
                .. showsLesson ? (string[])[string.Create(CultureInfo.InvariantCulture, $"{mark.Lesson}")] : [],
                string.Create(CultureInfo.InvariantCulture, $"{mark.Earned:0.##} of {mark.Points:0.##}"),
                $"""<span class="marks">{string.Concat(mark.Exercises.Select(Sign))}</span>""",
                SafeText.Html(string.Join("; ", mark.Remarks)),
            ]);
        }

        IEnumerable<string> legend = ExerciseLook.All.Select(look => $"""<b class="mark {look.Class}">{look.Sign}</b> {look.Name}""");
        body.AppendLine("<h2>Students</h2>");
        body.AppendLine(CultureInfo.InvariantCulture,
            $"""<p class="quiet">{string.Join(", ", legend)}; in the order of the exercises above.</p>""");
        body.Append(table);
    }

    private static string Sign(ExerciseMark exercise)
    {
        ExerciseLook look = ExerciseLook.Of(exercise.Status);
        string cases = exercise.Status == ExerciseStatus.Failed
            ? string.Create(CultureInfo.InvariantCulture, $", {exercise.Right} of {exercise.Cases} cases are right") : "";
        return look.Marked($"{exercise.Title}: {look.Name}{cases}");
    }

    private static string Link(SubmissionMark mark, PageNames names) =>
        $"""<a href="{names.Of(mark)}">{SafeText.Html(mark.Student)}</a>""";

    private static IEnumerable<SubmissionMark> ByName(IEnumerable<SubmissionMark> marks) =>
        marks.OrderBy(mark => mark.Student, StringComparer.InvariantCultureIgnoreCase);
}
