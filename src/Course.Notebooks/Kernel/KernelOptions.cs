namespace Course.Notebooks.Kernel;

/// <summary>The limits of a kernel.</summary>
public sealed record KernelOptions
{
    /// <summary>How many characters a cell may write to the console before the rest is cut.</summary>
    public int TextLimit { get; init; } = 1 << 20;

    /// <summary>How many characters of formatted content a cell may display, updates included, before the rest is dropped.</summary>
    public long DisplayLimit { get; init; } = 256L << 20;

    /// <summary>
    /// How long a cell that is to stop may go on before its thread is aborted (<c>System.Runtime.ControlledExecution</c>); null for never.
    /// A wait and a loop in the cell's own code stop without. An abort stops most other code too and keeps the kernel's state, but on .NET
    /// 10 for Linux it has been seen to end the whole process where it met code that calls tiny methods in a loop, such as LINQ.
    /// </summary>
    public TimeSpan? AbortAfter { get; init; }

    /// <summary>How long a cell may take to obey a cancellation before it is given up.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);
}
