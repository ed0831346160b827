using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>The teacher's page: an overview of the class, with a link to each student's page.</summary>
internal static class ClassPage
{
    public static string Of(ClassReport report, PageNames names)
    {
        var body = new StringBuilder();
        body.AppendLine(CultureInfo.InvariantCulture, $"<h1>{report.Submissions.Count} submissions</h1>");
        body.AppendLine(CultureInfo.InvariantCulture,
            $"""<p class="quiet">Graded {report.Date:yyyy-MM-dd HH:mm}, seed {report.Seed}, sandbox: {SafeText.Html(report.Sandbox)}{(report.Commit is { } commit ? $", course at {SafeText.Html(commit)}" : "")}.</p>""");
        body.Append(ExerciseOverview.Of(report));
        body.AppendLine("""<h2>Students</h2>""");
        body.AppendLine("""<table><tr><th>Student</th><th>Lesson</th><th class="number">Points</th><th>To look at</th></tr>""");
        foreach (SubmissionMark mark in report.Submissions)
        {
            string points = mark.IsGraded ? string.Create(CultureInfo.InvariantCulture, $"{mark.Earned:0.##} of {mark.Points:0.##}") : "-";
            string look = mark.Problem ?? string.Join("; ", mark.Remarks);
            body.AppendLine(
                CultureInfo.InvariantCulture,
                $"""<tr><td><a href="{names.Of(mark)}">{SafeText.Html(mark.Student)}</a></td><td>{mark.Lesson}</td><td class="number">{points}</td><td>{SafeText.Html(look)}</td></tr>""");
        }

        body.AppendLine("</table>");
        return PageFrame.Of("Submissions", body.ToString());
    }
}
