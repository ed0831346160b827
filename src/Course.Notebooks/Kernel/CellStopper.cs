using System.Runtime;

namespace Course.Notebooks.Kernels;

/// <summary>
/// Stops one cell: a token ends the wait for something awaited, an interrupt ends a sleep or a blocking wait, an abort ends
/// code that runs. All are tried together and again until the cell has ended or the grace is over.
/// </summary>
#pragma warning disable CA1001 // Its token sources own nothing to free, and the threads that stop a cell may use them after it has ended.
internal sealed class CellStopper(CellThread thread, TimeSpan grace)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private bool _ended;

    /// <summary>Cancelled when the cell is to stop.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>Completes when the cell has not stopped within the grace.</summary>
    internal Task GivenUp => _givenUp.Task;

    /// <summary>Runs code that may be aborted.</summary>
    /// <exception cref="OperationCanceledException">The code was aborted.</exception>
    internal void Run(Action code)
    {
#pragma warning disable SYSLIB0046 // Aborting may leave a library's state broken; it is what stops a loop that never ends, and the user asked for it.
        ControlledExecution.Run(code, _abort.Token);
#pragma warning restore SYSLIB0046
    }

    /// <summary>Begins to stop the cell; returns at once.</summary>
    internal void Stop()
    {
        _stopping.Cancel();
        // An abort may block its caller until it is obeyed, and the pool's threads may be what the cell has used up.
        new Thread(_abort.Cancel) { IsBackground = true, Name = "cell abort" }.UnsafeStart();
        new Thread(InterruptUntilEnded) { IsBackground = true, Name = "cell interrupt" }.UnsafeStart();
    }

    /// <summary>The cell has ended; its thread is not touched after this. Called on that thread.</summary>
    internal void End()
    {
        while (!TryEnd())
        {
        }
    }

    private bool TryEnd()
    {
        try
        {
            lock (_gate)
                _ended = true;
            if (_stopping.IsCancellationRequested)
                Thread.Sleep(1);
            return true;
        }
        catch (ThreadInterruptedException)
        {
            // The interrupt that was on its way is used up now and cannot hit the next cell.
            return false;
        }
    }

    private void InterruptUntilEnded()
    {
        long deadline = Environment.TickCount64 + (long)grace.TotalMilliseconds;
        while (Environment.TickCount64 < deadline)
        {
            lock (_gate)
            {
                if (_ended)
                    return;
                thread.Interrupt();
            }
            Thread.Sleep(Again);
        }
        _givenUp.TrySetResult();
    }
}
