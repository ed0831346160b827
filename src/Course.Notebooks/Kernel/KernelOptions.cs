namespace Course.Notebooks.Kernels;

/// <summary>The limits of a kernel.</summary>
public sealed record KernelOptions
{
    /// <summary>How many characters a cell may write to the console before the rest is cut.</summary>
    public int TextLimit { get; init; } = 1 << 20;

    /// <summary>How many characters of formatted content a cell may display, updates included, before the rest is dropped.</summary>
    public long DisplayLimit { get; init; } = 256L << 20;

    /// <summary>How long a cell may take to obey a cancellation before it is given up.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);
}
