using System.Diagnostics;
using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Course.Notebooks.Kernel;

/// <summary>
/// Stops one cell: a token ends the wait for something awaited and the loops of the cell's own code, an interrupt ends a sleep or a
/// blocking wait, an abort, where the options allow it, ends other code that runs. They are tried until the cell has ended or the grace is
/// over.
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

    /// <summary>Cancelled when the cell is to stop.</summary>
    internal CancellationToken Stopping => stopping.Token;

    /// <summary>Where the cell was when it was stopped; null where it was not running but awaiting something.</summary>
    internal StackTrace? StoppedAt { get; private set; }

    /// <summary>Completes when the cell has not stopped within the grace.</summary>
    internal Task GivenUp => givenUp.Task;

    /// <summary>Runs code that may be aborted.</summary>
    /// <exception cref="OperationCanceledException">The code was aborted.</exception>
    internal void Run(Action code)
    {
        // Aborting may leave a library's state broken; it is what stops a loop that never ends, and the user asked for it.
#pragma warning disable SYSLIB0046
        ControlledExecution.Run(code, abort.Token);
#pragma warning restore SYSLIB0046
    }

    /// <summary>Begins to stop the cell; returns at once.</summary>
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
        // A thread of its own: the pool's may be what the cell has used up.
        new Thread(SeeToTheEnd) { IsBackground = true, Name = "cell interrupt" }.UnsafeStart();
    }

    /// <summary>No interrupt hits the calling thread after this, so that it can report. Called on the cell's thread.</summary>
    internal void Quiet() => WithoutInterrupt(() =>
    {
        lock (gate)
            quiet = true;
        if (stopping.IsCancellationRequested)
            Thread.Sleep(1);
    });

    /// <summary>Says that the cell has ended. Called on the cell's thread, as the last thing it does for the cell.</summary>
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
                // The interrupt that was on its way is used up now.
            }
        }
    }

    // The exception itself does not know: an async method catches it, and when it is raised again it begins a new stack.
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
        // An abort leaves the signal blocked by which the runtime reaches a thread: the thread obeys no second one, and every thread that
        // it starts inherits that. So another takes its place, and it is this thread, not the aborted one, that starts it and goes on from
        // here.
        if (aborting)
            thread.Renew();
        complete();
    }

    // It may block its caller until it is obeyed.
    private void BeginAbort()
    {
        aborting = true;
        new Thread(abort.Cancel) { IsBackground = true, Name = "cell abort" }.UnsafeStart();
    }
}
