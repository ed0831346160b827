using System.Collections.Concurrent;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;
using Course.TestTools;

namespace Course.Lessons.Tests;

/// <summary>
/// Runs each lesson once, however many tests ask how it went, and one after another: the other tests
/// run beside them, on the other core.
/// </summary>
internal static class LessonRuns
{
    // Machines differ and are busy: a lesson that takes longer than this many times its budget hangs.
    private const double Patience = 2;

    private static readonly ConcurrentDictionary<string, Lazy<Task<NotebookReport>>> runs = new();
    private static readonly SemaphoreSlim turn = new(1);

    internal static Task<NotebookReport> Of(string file) =>
        runs.GetOrAdd(file, file => new Lazy<Task<NotebookReport>>(() => Run(file))).Value;

    internal static double BudgetOf(string file) => LessonMetadata.Of(NotebookDocument.Load(PathOf(file)))!.BudgetSeconds;

    private static async Task<NotebookReport> Run(string file)
    {
        await turn.WaitAsync();
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
            turn.Release();
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
