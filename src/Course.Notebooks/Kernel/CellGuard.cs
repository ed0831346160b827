using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Course.Notebooks.Kernel;

/// <summary>What compiled cells ask the kernel; not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
    // Read in every round of a loop, so it must be cheap.
    private static volatile bool anyStopping;
    private static int stopping;

    /// <summary>Whether the cell may go on; false once it is to stop.</summary>
    public static bool MayGoOn => KernelSession.Current?.Stopper?.Stopping.IsCancellationRequested != true;

    /// <summary>Stands in loops, and ends them once the cell is to stop.</summary>
    /// <exception cref="ThreadInterruptedException">The cell is to stop.</exception>
    public static void Spin()
    {
        if (anyStopping)
            StopIfAsked();
    }

    /// <summary>Stands before each statement of a cell, so that it is known where a cell hangs that tells nothing itself.</summary>
    /// <param name="line">The line of the cell, from 1.</param>
    public static void At(int line)
    {
        if (KernelSession.Current is { } session)
            session.Line = line;
    }

    /// <summary>From here on, loops look whether it is they who are to stop.</summary>
    internal static void BeginStop()
    {
        Interlocked.Increment(ref stopping);
        anyStopping = true;
    }

    /// <summary>One cell less is to be stopped.</summary>
    internal static void EndStop() => anyStopping = Interlocked.Decrement(ref stopping) > 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StopIfAsked()
    {
        if (!MayGoOn)
            throw new ThreadInterruptedException();
    }

    /// <summary>Clears what the cell has shown so far; the process's own console is not what the reader sees.</summary>
    public static void Clear() => KernelSession.Current?.Output?.Show(new OutputCleared(Wait: false));

    /// <summary>Ends the process, and notes which line did; the runtime's own event at the end knows no stack.</summary>
    /// <param name="exitCode">The process's exit code.</param>
    /// <param name="cellName">The compiler's: the cell.</param>
    /// <param name="line">The compiler's: the line of the cell.</param>
    [DoesNotReturn]
    public static void Exit(int exitCode, [CallerFilePath] string cellName = "", [CallerLineNumber] int line = 0)
    {
        if (KernelSession.Current is { } session)
            session.ExitPlace = (cellName, line);
        Environment.Exit(exitCode);
    }
}
