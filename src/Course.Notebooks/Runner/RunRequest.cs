using Course.Notebooks.Documents;
using Course.Notebooks.Isolation;

namespace Course.Notebooks.Runner;

/// <summary>What <see cref="NotebookRunner"/> has to run, and within which limits.</summary>
/// <param name="Path">The notebook's file. Its cells run with the file's folder as current directory.</param>
public sealed record RunRequest(string Path)
{
    /// <summary>
    /// The notebook itself, if it is not in a file; null makes the runner read <see cref="Path"/>. Its outputs are replaced.
    /// </summary>
    public NotebookDocument? Document { get; init; }

    /// <summary>How long one cell may run; null sets no limit.</summary>
    public TimeSpan? CellTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The number of torch threads that the notebook must use, whatever its first cell asks for; null leaves the choice to the notebook.
    /// </summary>
    public int? TorchThreads { get; init; }

    /// <summary>How much memory the notebook's process may use.</summary>
    public MemoryLimits Memory { get; init; } = MemoryLimits.ForThisMachine;
}
