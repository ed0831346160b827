using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>How a cell ended.</summary>
public sealed record CellResult
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;

    /// <summary>Why the cell failed; null if it did not.</summary>
    public ErrorReport? Error { get; init; }

    /// <summary>The formatted value of the cell's last expression; null if the cell ends with a statement.</summary>
    public MimeBundle? Value { get; init; }

    /// <summary>The value itself, if the kernel formats none.</summary>
    internal object? Returned { get; init; }

    /// <summary>Whether the cell's output exceeded the kernel's limits and was truncated.</summary>
    public bool OutputTruncated { get; init; }
}
