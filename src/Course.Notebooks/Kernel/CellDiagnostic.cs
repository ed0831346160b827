namespace Course.Notebooks.Kernel;

/// <summary>One error of the compiler.</summary>
/// <param name="Code">Its number, for example <c>CS0103</c>.</param>
/// <param name="Message">What it says.</param>
/// <param name="Line">The line of the cell, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record CellDiagnostic(string Code, string Message, int Line, int Column);
