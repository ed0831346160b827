using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Course.Notebooks.Kernels;

/// <summary>What compiled cells ask the kernel; not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
    // Read once in every round of an endless loop, so it must be cheap; set when any cell is stopped, and never again false.
    private static volatile bool s_anyStopping;

    /// <summary>Whether the cell may go on; false once it is to stop.</summary>
    public static bool MayGoOn => KernelSession.Current?.Stopper?.Stopping.IsCancellationRequested != true;

    /// <summary>Stands in endless loops, and ends them once the cell is to stop.</summary>
    /// <exception cref="ThreadInterruptedException">The cell is to stop.</exception>
    public static void Spin()
    {
        if (s_anyStopping && !MayGoOn)
            throw new ThreadInterruptedException();
    }

    /// <summary>From here on, loops look whether it is they who are to stop.</summary>
    internal static void Stopping() => s_anyStopping = true;

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
