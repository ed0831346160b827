using System.Collections.Concurrent;

namespace Course.Notebooks.Kernel;

/// <summary>
/// The thread on which all cells of a kernel run. It has its own queue, so code after an await returns to it. Native libraries keep
/// per-thread state, and only code on a known thread can be stopped.
/// </summary>
internal sealed class CellThread : SynchronizationContext, IDisposable
{
    // Recursive lessons (a game tree, a parser) need a deeper stack than the 1.5 MB that threads get on some systems.
    private const int StackSize = 16 << 20;

    private readonly BlockingCollection<Action> queue = [];
    private volatile Thread? thread;

    internal CellThread() => StartThread();

    internal bool IsCurrent => Thread.CurrentThread == thread;

    /// <summary>Lets the calling thread exit after its current work.</summary>
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

    /// <summary>Runs queued work until the task has ended. Called on the thread itself.</summary>
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
            // The kernel is gone, so the continuation has nowhere to run.
        }
    }

    private void StartThread()
    {
        // Set before the thread starts, because it runs only while it is the current one.
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
                // Meant for a cell that ended by itself at the same moment.
            }
            catch (Exception e)
            {
                // Left over from a cell that has ended, so it can no longer make a cell fail.
                Console.Error.WriteLine(e.Message);
            }
        }
    }
}
