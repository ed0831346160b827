namespace Course.Notebooks.Kernel;

/// <summary>Why a cell failed.</summary>
public sealed record ErrorReport
{
    /// <summary>What kind of failure it was.</summary>
    public required ErrorKind Kind { get; init; }

    /// <summary>The error's name: an exception's type or the first compiler error's number.</summary>
    public required string Name { get; init; }

    /// <summary>What went wrong, without the place.</summary>
    public required string Message { get; init; }

    /// <summary>The line of the cell, from 1; null where it is not known.</summary>
    public int? Line { get; init; }

    /// <summary>The column, from 1; known for compiler errors.</summary>
    public int? Column { get; init; }

    /// <summary>The lines to show: the message with its place first, then the stack without the kernel's own frames.</summary>
    public required IReadOnlyList<string> Traceback { get; init; }

    /// <summary>All errors of the compiler; empty for other kinds.</summary>
    public IReadOnlyList<CellDiagnostic> Diagnostics { get; init; } = [];
}
