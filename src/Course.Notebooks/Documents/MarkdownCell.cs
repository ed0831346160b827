namespace Course.Notebooks.Documents;

/// <summary>Prose in Markdown, formulas in LaTeX.</summary>
/// <param name="source">The text.</param>
/// <param name="id">The cell's name, unique in the notebook; null lets saving choose one.</param>
public sealed class MarkdownCell(string source, string? id = null) : NotebookCell(source, id);
