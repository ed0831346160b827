using System.Diagnostics;
using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Course.Notebooks.Kernel;

/// <summary>
/// Stops one cell. A token ends awaits and the loops of the cell's own code. An interrupt ends a sleep or a blocking wait. An abort, if the
/// options allow it, ends other running code. All are tried until the cell has ended or the grace period is over.
/// </summary>
#pragma warning disable CA1001 // Its token sources own nothing to free, and the threads that stop a cell may use them after it has ended.
internal sealed class CellStopper(CellThread thread, KernelOptions options)
#pragma warning restore CA1001
{
    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abort = new();
    private readonly TaskCompletionSource givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // An object rather than a Lock, because the stopping thread waits on it.
    private readonly object gate = new();
    private bool stopRequested;
    private bool quiet;
    private bool aborting;
    private Action? complete;

    /// <summary>Cancelled when the cell has to stop.</summary>
    internal CancellationToken Stopping => stopping.Token;

    /// <summary>Where the cell was stopped; null if it was awaiting something instead of running.</summary>
    internal StackTrace? StoppedAt { get; private set; }

    /// <summary>Completes if the cell has not stopped within the grace period.</summary>
    internal Task GivenUp => givenUp.Task;

    /// <summary>Runs code that may be aborted.</summary>
    /// <exception cref="OperationCanceledException">The code was aborted.</exception>
    internal void Run(Action code)
    {
        // Aborting may leave a library's state broken, but it is what stops an endless loop, and the user asked for it.
#pragma warning disable SYSLIB0046
        ControlledExecution.Run(code, abort.Token);
#pragma warning restore SYSLIB0046
    }

    /// <summary>Starts to stop the cell; returns at once.</summary>
    internal void Stop()
    {
        lock (gate)
        {
            if (complete is not null || stopRequested)
                return;
            stopRequested = true;
        }
        AppDomain.CurrentDomain.FirstChanceException += NotePlace;
        stopping.Cancel();
        CellGuard.BeginStop();
        // A separate thread, because the cell may have exhausted the pool.
        new Thread(SeeToTheEnd) { IsBackground = true, Name = "cell interrupt" }.UnsafeStart();
    }

    /// <summary>After this, no interrupt hits the calling thread, so it can report. Called on the cell's thread.</summary>
    internal void Quiet() => WithoutInterrupt(() =>
    {
        lock (gate)
            quiet = true;
        if (stopping.IsCancellationRequested)
            Thread.Sleep(1);
    });

    /// <summary>Signals that the cell has ended. Called on the cell's thread, as the last thing it does for the cell.</summary>
    /// <param name="complete">Passes the result on.</param>
    internal void Finish(Action complete)
    {
        Quiet();
        bool stopped = false;
        WithoutInterrupt(() =>
        {
            lock (gate)
            {
                this.complete = complete;
                stopped = stopRequested;
                if (aborting)
                    thread.Retire();
                Monitor.Pulse(gate);
            }
        });
        if (!stopped)
            complete();
    }

    private static void WithoutInterrupt(Action action)
    {
        while (true)
        {
            try
            {
                action();
                return;
            }
            catch (ThreadInterruptedException)
            {
                // The pending interrupt is consumed now.
            }
        }
    }

    // The exception itself does not know its origin: an async method catches it, and rethrowing starts a new stack.
    private void NotePlace(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (!quiet && thread.IsCurrent && e.Exception is (ThreadAbortException or ThreadInterruptedException))
            StoppedAt ??= new StackTrace(fNeedFileInfo: true);
    }

    private void SeeToTheEnd()
    {
        long started = Stopwatch.GetTimestamp();
        lock (gate)
        {
            while (complete is null)
            {
                TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
                if (elapsed >= options.StopGrace)
                    givenUp.TrySetResult();
                else if (!quiet)
                    thread.Interrupt();
                if (elapsed >= options.AbortAfter && !quiet && !aborting)
                    BeginAbort();
                Monitor.Wait(gate, tick);
            }
        }
        AppDomain.CurrentDomain.FirstChanceException -= NotePlace;
        CellGuard.EndStop();
        // An abort leaves blocked the signal that the runtime uses to reach a thread. The thread then ignores a second abort, and every
        // thread that it starts inherits this. So another thread replaces it. This thread, not the aborted one, starts the new one, which
        // continues from here.
        if (aborting)
            thread.Renew();
        complete();
    }

    // The call may block until the abort takes effect.
    private void BeginAbort()
    {
        aborting = true;
        new Thread(abort.Cancel) { IsBackground = true, Name = "cell abort" }.UnsafeStart();
    }
}
