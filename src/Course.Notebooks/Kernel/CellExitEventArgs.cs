namespace Course.Notebooks.Kernel;

/// <summary>A cell ends the process.</summary>
/// <param name="cellName">The cell's name.</param>
/// <param name="line">The line of the cell, from 1; null if unknown.</param>
/// <param name="exitCode">The process's exit code.</param>
public sealed class CellExitEventArgs(string cellName, int? line, int exitCode) : EventArgs
{
    /// <summary>The cell's name.</summary>
    public string CellName { get; } = cellName;

    /// <summary>The line of the cell, from 1; null if unknown.</summary>
    public int? Line { get; } = line;

    /// <summary>The process's exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
