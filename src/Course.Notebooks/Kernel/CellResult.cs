using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>How a cell ended.</summary>
public sealed record CellResult
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;

    /// <summary>Why the cell failed; null when it did not.</summary>
    public ErrorReport? Error { get; init; }

    /// <summary>The value of the cell's last expression, formatted; null where the cell ends with a statement.</summary>
    public MimeBundle? Value { get; init; }

    /// <summary>Whether the cell showed more than the kernel's limits allow, so that its output is cut.</summary>
    public bool OutputTruncated { get; init; }
}
