using Course.Cli.Views;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Cli.Commands;

/// <summary>
/// <c>course run --long</c>: runs measurements at the papers' own scale, each in a worker like a notebook with one cell. The results are
/// kept in <c>docs/results</c>.
/// </summary>
internal sealed class LongRunsCommand(CourseFolder course, RunPlan plan)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!File.Exists(course.Library))
            throw new UserException($"{course.Library} is not there; run `dotnet build` at the top of the repository.");
        var outputs = new RunOutputs(plan);
        IReadOnlyList<LongRun> jobs = Choose();
        outputs.Prepare([.. jobs.Select(job => new LessonFile(PathOf(job)))]);

        DateTimeOffset date = DateTimeOffset.Now;
        string? commit = await SourceCommit.OfAsync(course.Root);
        var archive = new RunArchive(course.Results);
        var reports = new List<NotebookReport>();
        using (IRunView view = RunView.ForThisConsole())
        {
            foreach (LongRun job in jobs)
            {
                if (cancellation.IsCancellationRequested)
                    break;
                NotebookReport report = await RunAsync(job, view, cancellation);
                reports.Add(report);
                outputs.Write(report, PathOf(job));
                if (report.Succeeded)
                    archive.Keep(new RunReport { Date = report.Started, Commit = commit, Notebooks = [report] });
            }
        }

        outputs.Write(new RunReport { Date = date, Commit = commit, Notebooks = reports });
        return cancellation.IsCancellationRequested
            ? ExitCode.Interrupted : reports.All(report => report.Succeeded) ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task<NotebookReport> RunAsync(LongRun job, IRunView view, CancellationToken cancellation)
    {
        var document = new NotebookDocument();
        document.Cells.Add(new CodeCell($"#r \"{course.Library}\"\nCourse.LongRun.Start(\"{job.Id}\");", "long-run"));
        var request = new RunRequest(PathOf(job))
        {
            Document = document,
            CellTimeout = plan.Timeout,
            TorchThreads = plan.Parallel > 1 ? 1 : null,
        };
        NotebookReport report = await NotebookRunner.RunAsync(request, view.Begin(job.Id), cancellation);
        report = report with { Name = job.Id, Lesson = job.Lesson, Title = job.Title };
        view.End(report);
        return report;
    }

    /// <summary>The jobs of the named lessons. Jobs whose data is not here are skipped, with one line that says how to get it.</summary>
    private List<LongRun> Choose()
    {
        IReadOnlyList<LongRun> asked = plan.Words.Count == 0 ? LongRun.All : [.. plan.Words.SelectMany(Matching).Distinct()];
        var jobs = new List<LongRun>();
        foreach (LongRun job in asked)
        {
            if (job.Needs.FirstOrDefault(name => !Data.Datasets.IsPresent(name)) is { } absent)
                Console.Error.WriteLine($"{job.Id} is skipped: {Data.Datasets.Missing(Data.Datasets.Find(absent)).Message}");
            else
                jobs.Add(job);
        }

        return jobs;
    }

    private IEnumerable<LongRun> Matching(string word)
    {
        if (LongRun.All.FirstOrDefault(job => job.Id == word) is { } named)
            return [named];
        if (!LessonCatalog.Of(course.Notebooks).TryFind(word, out LessonFile? lesson, out string? problem))
            throw new UserException(problem!);
        LongRun[] jobs = [.. LongRun.All.Where(job => job.Lesson == lesson!.Number)];
        return jobs.Length > 0
            ? jobs : throw new UserException(
            $"Lesson {word} has no long run; there are: {string.Join(", ", LongRun.All.Select(job => job.Id))}.");
    }

    // This file need not exist: its folder is where the job runs, and its name is the job's.
    private string PathOf(LongRun job) => Path.Combine(course.Notebooks, job.Id + ".ipynb");
}
