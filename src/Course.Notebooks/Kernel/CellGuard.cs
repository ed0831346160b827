using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Course.Notebooks.Kernel;

/// <summary>Called by compiled cells; not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
    // Read in every iteration of a loop, so it must be cheap.
    private static volatile bool anyStopping;
    private static int stopping;

    /// <summary>Whether the cell may continue; false once it has to stop.</summary>
    public static bool MayGoOn => KernelSession.Current?.Stopper?.Stopping.IsCancellationRequested != true;

    /// <summary>Called in loops; ends them once the cell has to stop.</summary>
    /// <exception cref="ThreadInterruptedException">The cell has to stop.</exception>
    public static void Spin()
    {
        if (anyStopping)
            StopIfAsked();
    }

    /// <summary>Called before each statement of a cell, so that the line is known if a cell hangs in other code.</summary>
    /// <param name="line">The line of the cell, from 1.</param>
    public static void At(int line)
    {
        if (KernelSession.Current is { } session)
            session.Line = line;
    }

    /// <summary>From here on, loops check whether they have to stop.</summary>
    internal static void BeginStop()
    {
        Interlocked.Increment(ref stopping);
        anyStopping = true;
    }

    /// <summary>One cell fewer has to stop.</summary>
    internal static void EndStop() => anyStopping = Interlocked.Decrement(ref stopping) > 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StopIfAsked()
    {
        if (!MayGoOn)
            throw new ThreadInterruptedException();
    }

    /// <summary>Disposes of an object when the cell has ended.</summary>
    /// <param name="value">The object; nothing happens to one that cannot be disposed of.</param>
    /// <param name="awaited">Whether it is asked to dispose of itself asynchronously.</param>
    /// <param name="variable">The variable that holds it.</param>
    public static void Use(object? value, bool awaited, string variable)
    {
        if (KernelSession.Current is not { } session)
            return;
        session.Used.Push((value as IDisposable, awaited || value is not IDisposable ? value as IAsyncDisposable : null));
        session.UsedVariables.Add(variable);
    }

    /// <summary>Clears the cell's output so far; the process's own console is not what the reader sees.</summary>
    public static void Clear() => KernelSession.Current?.Output?.Show(new OutputCleared(Wait: false));

    /// <summary>Ends the process and records the line of the call; the runtime's own exit event has no stack.</summary>
    /// <param name="exitCode">The process's exit code.</param>
    /// <param name="cellName">Supplied by the compiler: the cell.</param>
    /// <param name="line">Supplied by the compiler: the line of the cell.</param>
    [DoesNotReturn]
    public static void Exit(int exitCode, [CallerFilePath] string cellName = "", [CallerLineNumber] int line = 0)
    {
        if (KernelSession.Current is { } session)
            session.ExitPlace = (cellName, line);
        Environment.Exit(exitCode);
    }
}
