namespace Course.Notebooks.Kernel;

/// <summary>The limits of a kernel.</summary>
public sealed record KernelOptions
{
    /// <summary>How many characters a cell may write to the console before the rest is truncated.</summary>
    public int TextLimit { get; init; } = 1 << 20;

    /// <summary>How many characters of formatted content a cell may display, including updates, before the rest is dropped.</summary>
    public long DisplayLimit { get; init; } = 256L << 20;

    /// <summary>
    /// How many things a cell may display before the rest is dropped: a front end draws each in a box of its own. Updates take no new box
    /// and do not count.
    /// </summary>
    public int DisplayCountLimit { get; init; } = 10_000;

    /// <summary>
    /// How long after a stop request a cell's thread is aborted (<c>System.Runtime.ControlledExecution</c>); null for never. Waits and
    /// loops in the cell's own code stop without an abort. An abort stops most other code too and keeps the kernel's state. But on .NET 10
    /// for Linux it has been seen to end the whole process, in code that calls tiny methods in a loop, such as LINQ.
    /// </summary>
    public TimeSpan? AbortAfter { get; init; }

    /// <summary>Whether the value of a cell's last expression is formatted; if nobody sees it, it is only kept.</summary>
    public bool FormatsValues { get; init; } = true;

    /// <summary>How long a cell may take to react to a cancellation before the kernel gives up on it.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);
}
