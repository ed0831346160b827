using System.Collections.Concurrent;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.FrontEnds.Tests;

/// <summary>The lessons as our own runner executes them, each once, however many tests compare with it.</summary>
internal static class OurRuns
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<NotebookReport>>> runs = new();

    /// <summary>The report of a lesson, which ran to its end.</summary>
    internal static async Task<NotebookReport> OfAsync(string lesson)
    {
        string notebook = Path.Combine(Repository.Notebooks, lesson + ".ipynb");
        NotebookReport report = await runs.GetOrAdd(lesson, _ => new(() =>
            NotebookRunner.RunAsync(new RunRequest(notebook), progress: null, CancellationToken.None))).Value;
        Assert.Null(report.Failure);
        return report;
    }
}
