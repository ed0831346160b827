using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>
/// A grading for GitHub Actions: the marks as a table in the job's summary, and an annotation for each student who lost points.
/// </summary>
public static class GitHubReport
{
    /// <summary>The environment variable with the path of the job's summary file.</summary>
    public const string SummaryVariable = "GITHUB_STEP_SUMMARY";

    // GitHub shows ten of each kind per step.
    private const int MostAnnotations = 10;

    /// <summary>The table, in Markdown.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text for the summary's file.</returns>
    public static string Summary(ClassReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("| student | points | exercises |\n|---|---:|---|\n");
        foreach (SubmissionMark mark in report.Submissions)
        {
            string exercises = mark.Problem
                ?? string.Join(", ", mark.Exercises.Select(exercise =>
                    string.Create(CultureInfo.InvariantCulture, $"{exercise.Exercise}: {exercise.Earned:0.##} of {exercise.Points:0.##}")));
            text.Append(CultureInfo.InvariantCulture,
                $"| {SafeText.Markdown(mark.Student)} | {mark.Earned:0.##} of {mark.Points:0.##} | {SafeText.Markdown(exercises)} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nSeed {report.Seed}; sandbox: {SafeText.Markdown(report.Sandbox)}.\n")
            .ToString();
    }

    /// <summary>The lines that create annotations.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Workflow commands; text from students is escaped in them.</returns>
    public static IEnumerable<string> Annotations(ClassReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (SubmissionMark mark in report.Submissions.Where(mark => !mark.IsGraded).Take(MostAnnotations))
            yield return Command("error", mark.Student, $"not graded: {mark.Problem}");
        IEnumerable<(SubmissionMark Mark, ExerciseMark Exercise)> lost =
            from mark in report.Submissions
            from exercise in mark.Exercises
            where mark.IsGraded && exercise.Status is not (ExerciseStatus.Passed or ExerciseStatus.NotAttempted)
            select (mark, exercise);
        foreach ((SubmissionMark mark, ExerciseMark exercise) in lost.Take(MostAnnotations))
            yield return Command("warning", $"{mark.Student}, {exercise.Exercise}", exercise.Hint ?? exercise.Message ?? "");
    }

    private static string Command(string kind, string title, string message) => $"::{kind} title={Property(title)}::{Data(message)}";

    private static string Data(string text) => SafeText.Line(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
