using System.Collections.Concurrent;

namespace Course.Notebooks.Kernel;

/// <summary>
/// The thread that all cells of a kernel run on, with a queue of its own, so that what follows an await comes back to it. Native
/// libraries keep things by thread, and only code that stays on a known thread can be stopped.
/// </summary>
internal sealed class CellThread : SynchronizationContext, IDisposable
{
    // Recursive lessons (a tree of games, a parser) go deeper than the 1.5 MB that threads get on some systems.
    private const int StackSize = 16 << 20;

    private readonly BlockingCollection<Action> queue = [];
    private volatile Thread? thread;

    internal CellThread() => StartThread();

    internal bool IsCurrent => Thread.CurrentThread == thread;

    /// <summary>Lets the present thread, which calls this, end with the work it has in hand.</summary>
    internal void Retire() => thread = null;

    /// <summary>Gives the queue a new thread.</summary>
    internal void Renew() => StartThread();

    public override void Post(SendOrPostCallback d, object? state) => TryQueue(() => d(state));

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            d(state);
            return;
        }
        using var done = new ManualResetEventSlim();
        TryQueue(() =>
        {
            try
            {
                d(state);
            }
            finally
            {
                done.Set();
            }
        });
        done.Wait();
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs what is queued until the task has ended. Called on the thread itself.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    internal void PumpUntil(Task task, CancellationToken cancellation)
    {
        task.ContinueWith(
            _ => TryQueue(() => { }), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
            queue.Take(cancellation)();
    }

    internal void Interrupt() => thread?.Interrupt();

    public void Dispose() => queue.CompleteAdding();

    private void TryQueue(Action work)
    {
        try
        {
            queue.Add(work);
        }
        catch (InvalidOperationException)
        {
            // The kernel is gone; what would have followed has nowhere to run.
        }
    }

    private void StartThread()
    {
        // Set before it starts, since it runs only as long as it is the current one.
        thread = new Thread(RunQueue, StackSize) { IsBackground = true, Name = "cells" };
        thread.UnsafeStart();
    }

    private void RunQueue()
    {
        SetSynchronizationContext(this);
        while (IsCurrent && !queue.IsCompleted)
        {
            try
            {
                while (IsCurrent)
                    queue.Take()();
            }
            catch (InvalidOperationException) when (queue.IsCompleted)
            {
                return;
            }
            catch (ThreadInterruptedException)
            {
                // Meant for a cell that ended by itself in the same moment.
            }
            catch (Exception e)
            {
                // Left over from a cell that has ended: it can fail no cell any more.
                Console.Error.WriteLine(e.Message);
            }
        }
    }
}
