using System.Globalization;
using Course.Cli.Views;
using Course.Grading;
using Course.Grading.Marking;
using Course.Grading.Reports;
using Course.Grading.Submissions;
using Course.Notebooks.Isolation;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;

namespace Course.Cli.Commands;

/// <summary>Grades, shows the progress, and writes the requested files.</summary>
internal sealed class GradeRun(CourseFolder course, GradingOptions options, Shard shard, GradeOutputs outputs)
{
    /// <returns>The exit code: 0 if all were graded, whatever they earned; 1 if one could not be graded; 2 if the call or this machine is
    /// at fault.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        try
        {
            ProgramPath.Distrust(paths);
            Classroom50Result? classroom50 =
                outputs.Classroom50 is null ? null : Classroom50Result.OfRunner(Environment.GetEnvironmentVariable);
            IReadOnlyList<Submission> submissions = shard.Choose(
                outputs.IsOfOneStudent ? SubmissionFinder.FindOfOneStudent(paths) : SubmissionFinder.Find(paths, outputs.Files));
            if (submissions.Count == 0)
                throw new GradingException($"There are no notebooks in {string.Join(", ", paths)}.");
            using GradingCheckpoint? checkpoint = outputs.Report is { } file ? GradingCheckpoint.Open(file) : null;
            if (checkpoint is { IsForeign: true })
                Console.Out.WriteLine($"{outputs.Report}.partial was not written by you on this machine, and counts for nothing");
            if (checkpoint is { Count: > 0 })
                Console.Out.WriteLine($"going on with a grading that was interrupted: {checkpoint.Count} marks are known");
            ClassReport report = await new ClassGrading(course, options, checkpoint).RunAsync(
                submissions, (mark, known, before) => Console.Out.WriteLine(GradeLines.Of(mark, known, submissions.Count, before)),
                cancellation);
            report = report with { Commit = await SourceCommit.OfAsync(course.Root) };
            Write(report, classroom50);
            checkpoint?.Delete();
            GradeLines.Print(report);
            return report.Submissions.All(mark => mark.IsGraded) ? ExitCode.Done : ExitCode.Failed;
        }
        catch (GradingException e)
        {
            throw new UserException(e.Message);
        }
    }

    private static void WriteGitHub(ClassReport report)
    {
        if (Environment.GetEnvironmentVariable(GitHubReport.SummaryVariable) is { Length: > 0 } summary)
            File.AppendAllText(summary, GitHubReport.Summary(report));
        foreach (string line in GitHubReport.Annotations(report))
            Console.Out.WriteLine(line);
    }

    private void Write(ClassReport report, Classroom50Result? classroom50)
    {
        try
        {
            if (outputs.Report is { } json)
                ReportFiles.WriteJson(report, json);
            if (outputs.Csv is { } csv)
                ReportFiles.WriteCsv(report, csv);
            if (outputs.Html is { } html)
                ReportFiles.WriteHtml(report, html);
            if (outputs.Classroom50 is { } result && classroom50 is not null)
                ReportFiles.WriteClassroom50(report, classroom50, result);
            if (outputs.Gradescope is { } results)
                ReportFiles.WriteGradescope(report, results);
            if (outputs.Moodle is { } moodle)
                ReportFiles.WriteMoodle(report, moodle);
            if (outputs.Nbgrader is { } nbgrader)
                ReportFiles.WriteNbgrader(report, nbgrader);
            if (outputs.GitHub)
                WriteGitHub(report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException(string.Create(CultureInfo.InvariantCulture,
                $"The result cannot be written: {e.Message} (seed {report.Seed})"));
        }
    }
}
