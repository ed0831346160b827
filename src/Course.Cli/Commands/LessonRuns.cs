using Course.Cli.Views;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Cli.Commands;

/// <summary>Executes the lessons of a plan and writes the requested files.</summary>
internal sealed class LessonRuns(CourseFolder course, RunPlan plan)
{
    private readonly RunOutputs outputs = new(plan);

    /// <returns>The exit code: 0 if all ran; 1 if a notebook failed; 2 if one could not be found.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        (List<LessonFile> lessons, int unknown) = Choose();
        if (lessons.Count == 0)
            return ExitCode.Usage;
        outputs.Prepare(lessons);

        DateTimeOffset date = DateTimeOffset.Now;
        Task<string?>? commit = null;
        NotebookReport?[] reports = new NotebookReport?[lessons.Count];
        using (IRunView view = RunView.ForThisConsole())
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, lessons.Count),
                new ParallelOptions { MaxDegreeOfParallelism = plan.Parallel, CancellationToken = CancellationToken.None },
                async (place, _) =>
                {
                    if (cancellation.IsCancellationRequested)
                        return;
                    reports[place] = await RunAsync(lessons[place], view, cancellation);
                });
            commit = SourceCommit.OfAsync(course.Root);
        }

        NotebookReport[] ran = [.. reports.OfType<NotebookReport>()];
        var report = new RunReport { Date = date, Commit = await commit, Notebooks = ran };
        Keep(report, [.. lessons.Zip(reports).Where(pair => IsOwn(pair.First)).Select(pair => pair.Second).OfType<NotebookReport>()]);
        outputs.Write(report);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted
            : ran.Any(notebook => !notebook.Succeeded) ? ExitCode.Failed
            : unknown > 0 ? ExitCode.Usage
            : ExitCode.Done;
    }

    private async Task<NotebookReport> RunAsync(LessonFile lesson, IRunView view, CancellationToken cancellation)
    {
        var request = new RunRequest(lesson.Path)
        {
            CellTimeout = plan.Timeout ?? TimeSpan.FromMinutes(5),
            TorchThreads = plan.Parallel > 1 ? 1 : null,
        };
        NotebookReport report = await NotebookRunner.RunAsync(request, view.Begin(lesson.Name), cancellation);
        view.End(report);
        outputs.Write(report, lesson.Path);
        return report;
    }

    private (List<LessonFile> Lessons, int Unknown) Choose()
    {
        LessonCatalog catalog = LessonCatalog.Of(course.Notebooks);
        if (plan.Words.Count == 0)
        {
            return catalog.Lessons.Count > 0
                ? ([.. catalog.Lessons], 0)
                : throw new UserException($"There are no notebooks in {course.Notebooks}; is the checkout whole?");
        }

        var lessons = new List<LessonFile>();
        int unknown = 0;
        foreach (string word in plan.Words)
        {
            if (!catalog.TryFind(word, out LessonFile? lesson, out string? problem))
            {
                Console.Error.WriteLine($"course: {problem}");
                unknown++;
            }
            else if (!lessons.Any(known => Path.GetFullPath(known.Path) == Path.GetFullPath(lesson!.Path)))
            {
                lessons.Add(lesson!);
            }
        }

        return (lessons, unknown);
    }

    /// <summary>Whether a notebook is the course's own, not a learner's copy of the same name.</summary>
    private bool IsOwn(LessonFile lesson) =>
        Path.GetDirectoryName(Path.GetFullPath(lesson.Path)) == Path.GetFullPath(course.Notebooks);

    /// <summary>
    /// Stores the runs of the course's own lessons for <c>course claims</c>; a failed run does not replace the measurements of an earlier
    /// one.
    /// </summary>
    private void Keep(RunReport report, IEnumerable<NotebookReport> own)
    {
        NotebookReport[] kept = [.. own.Where(notebook => notebook.Succeeded && notebook.Lesson is not null)];
        try
        {
            new RunArchive(course.Runs).Keep(report with { Notebooks = kept });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(
                $"course: `course claims` will not know of this run, because {course.Runs} cannot be written: {e.Message}");
        }
    }
}
