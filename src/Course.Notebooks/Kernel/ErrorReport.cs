namespace Course.Notebooks.Kernel;

/// <summary>Why a cell failed.</summary>
public sealed record ErrorReport
{
    /// <summary>The kind of failure.</summary>
    public required ErrorKind Kind { get; init; }

    /// <summary>The error's name: an exception's type or the first compiler error's number.</summary>
    public required string Name { get; init; }

    /// <summary>What went wrong, without the location.</summary>
    public required string Message { get; init; }

    /// <summary>The line of the cell, from 1; null if unknown.</summary>
    public int? Line { get; init; }

    /// <summary>The column, from 1; known for compiler errors.</summary>
    public int? Column { get; init; }

    /// <summary>The lines to show: first the message with its location, then the stack without the kernel's own frames.</summary>
    public required IReadOnlyList<string> Traceback { get; init; }

    /// <summary>All errors of the compiler; empty for other kinds.</summary>
    public IReadOnlyList<CellDiagnostic> Diagnostics { get; init; } = [];
}

/// <summary>The kind of failure that ended a cell.</summary>
public enum ErrorKind
{
    /// <summary>The code does not compile.</summary>
    Compile,

    /// <summary>The code threw.</summary>
    Runtime,

    /// <summary>The cell was stopped from outside, by a time limit or an interrupt.</summary>
    Cancelled,

    /// <summary>A line addressed to the kernel (<c>#r</c>, <c>#!import</c>, another magic) could not be executed.</summary>
    Directive,

    /// <summary>The cell did not stop when asked to, or an earlier one still runs; only a restart helps.</summary>
    Unstoppable,
}

/// <summary>One error of the compiler.</summary>
/// <param name="Code">Its number, for example <c>CS0103</c>.</param>
/// <param name="Message">Its message.</param>
/// <param name="Line">The line of the cell, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record CellDiagnostic(string Code, string Message, int Line, int Column);
