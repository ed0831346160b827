using Course.Notebooks.Documents;
using Course.Notebooks.Isolation;

namespace Course.Notebooks.Runner;

/// <summary>What <see cref="NotebookRunner"/> is to run, and within which limits.</summary>
/// <param name="Path">The notebook's file. Its cells run with the file's folder as current directory.</param>
public sealed record RunRequest(string Path)
{
    /// <summary>
    /// The notebook itself, where it does not stand in a file; null lets the runner read <see cref="Path"/>. Its outputs are replaced.
    /// </summary>
    public NotebookDocument? Document { get; init; }

    /// <summary>How long one cell may run; null sets no limit.</summary>
    public TimeSpan? CellTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The number of torch threads that the notebook shall use, whatever its first cell asks for; null leaves it the choice.
    /// </summary>
    public int? TorchThreads { get; init; }

    /// <summary>The culture that the notebook's process begins in, for example <c>de-DE</c>; null leaves it that of the machine.</summary>
    public string? Culture { get; init; }

    /// <summary>How much memory the notebook's process may take.</summary>
    public MemoryLimits Memory { get; init; } = MemoryLimits.ForThisMachine;
}
