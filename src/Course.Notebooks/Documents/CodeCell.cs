namespace Course.Notebooks.Documents;

/// <summary>Code, and what it showed when it ran.</summary>
/// <param name="source">The code.</param>
/// <param name="id">The cell's name, unique in the notebook; null lets saving choose one.</param>
public sealed class CodeCell(string source, string? id = null) : NotebookCell(source, id)
{
    /// <summary>What the cell showed, in order.</summary>
    public IList<CellOutput> Outputs { get; } = [];

    /// <summary>The number in the brackets beside the cell; null where it has not run.</summary>
    public int? ExecutionCount { get; set; }
}
