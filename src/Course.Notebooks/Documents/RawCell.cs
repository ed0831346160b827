namespace Course.Notebooks.Documents;

/// <summary>Text that is neither shown as prose nor run.</summary>
/// <param name="source">The text.</param>
/// <param name="id">The cell's name, unique in the notebook; null lets saving choose one.</param>
public sealed class RawCell(string source, string? id = null) : NotebookCell(source, id);
