using System.Collections.Concurrent;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;
using Course.TestTools;

namespace Course.Lessons.Tests;

/// <summary>
/// Runs each lesson once, however many tests ask how it went. A lesson computes on one thread, so two run at a time: the next one starts
/// with the one that is asked for.
/// </summary>
internal static class LessonRuns
{
    // Machines differ and are busy: a lesson that takes longer than this many times its budget hangs.
    private const double Patience = 2;

    private static readonly ConcurrentDictionary<string, Lazy<Task<NotebookReport>>> runs = new();
    private static readonly SemaphoreSlim turns = new(Math.Min(2, Environment.ProcessorCount));

    private static readonly List<string> lessons = [.. Repository.LessonFiles];

    internal static Task<NotebookReport> Of(string file)
    {
        Task<NotebookReport> run = Started(file);
        int next = lessons.IndexOf(file) + 1;
        if (next < lessons.Count)
            _ = Started(lessons[next]);
        return run;
    }

    internal static double BudgetOf(string file) => LessonMetadata.Of(NotebookDocument.Load(PathOf(file)))!.BudgetSeconds;

    private static Task<NotebookReport> Started(string file) =>
        runs.GetOrAdd(file, file => new Lazy<Task<NotebookReport>>(() => Run(file))).Value;

    private static async Task<NotebookReport> Run(string file)
    {
        await turns.WaitAsync();
        try
        {
            var patience = TimeSpan.FromSeconds(BudgetOf(file) * Patience);
            using var hang = new CancellationTokenSource(patience);
            var request = new RunRequest(PathOf(file))
            {
                Document = LiveTensors.Counted(NotebookDocument.Load(PathOf(file))),
                CellTimeout = patience
            };
            NotebookReport report = await NotebookRunner.RunAsync(request, progress: null, hang.Token);
            Keep(file, report);
            return report;
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Keeps a run for the tests of other engines and front ends, which compare with it.</summary>
    private static void Keep(string file, NotebookReport report)
    {
        if (report.Executed is not { } executed) return;
        NotebookDocument kept = LiveTensors.Uncounted(NotebookDocument.Parse(executed.ToJson()));
        kept.Save(Path.Combine(Directory.CreateDirectory(KernelRuns.Folder).FullName, file));
    }

    private static string PathOf(string file) => Path.Combine(Repository.Notebooks, file);
}
