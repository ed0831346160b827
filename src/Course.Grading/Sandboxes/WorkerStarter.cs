using System.Collections.Concurrent;
using Course.Notebooks.Protocol;
using Course.Notebooks.Results;
using Course.Notebooks.Worker;

namespace Course.Grading.Sandboxes;

/// <summary>
/// Starts workers, all from one thread that lives as long as the grader. Linux kills a process that asked for it (bubblewrap's
/// --die-with-parent) when the <em>thread</em> that started it ends, and pool threads come and go.
/// </summary>
internal sealed class WorkerStarter : IDisposable
{
    // The maximum length of one message from a worker.
    private const int LongestLine = 8 << 20;

    private readonly BlockingCollection<Action> orders = [];
    private readonly ISandbox sandbox;
    private readonly WorkerLimits limits;

    public WorkerStarter(ISandbox sandbox, WorkerLimits limits)
    {
        (this.sandbox, this.limits) = (sandbox, limits);
        new Thread(Serve) { IsBackground = true, Name = "starts workers" }.Start();
    }

    public ISandbox Sandbox => sandbox;

    /// <summary>The limits of each worker.</summary>
    public WorkerLimits Limits => limits;

    /// <param name="mode">The worker's task.</param>
    /// <param name="library">The file of the library that it loads; null for the course's own.</param>
    /// <exception cref="GradingException">The program that starts it does not exist.</exception>
    public async Task<WorkerProcess> StartAsync(WorkerMode mode, string? library)
    {
        var started = new TaskCompletionSource<WorkerProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        orders.Add(() =>
        {
            try
            {
                started.SetResult(WorkerProcess.Start(sandbox.Worker(limits, library), mode, LongestLine));
            }
#pragma warning disable CA1031 // It belongs to whoever ordered.
            catch (Exception e)
#pragma warning restore CA1031
            {
                started.SetException(e);
            }
        });
        try
        {
            return await started.Task;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new GradingException($"The sandbox could not be started: {OneLine.Of(e.Message)}. `course doctor` says what is missing.",
                e);
        }
    }

    public void Dispose() => orders.CompleteAdding();

    private void Serve()
    {
        foreach (Action order in orders.GetConsumingEnumerable())
            order();
    }
}
