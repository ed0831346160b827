using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>A cell of a notebook: <see cref="MarkdownCell"/>, <see cref="CodeCell"/> or <see cref="RawCell"/>.</summary>
public abstract class NotebookCell
{
    private protected NotebookCell(string source, string? id)
    {
        Source = source;
        Id = id;
    }

    /// <summary>
    /// The cell's name in the file, unique in it. Null only in notebooks older than nbformat 4.5; a newer one that lacks it is given one.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>The text of the cell, lines joined.</summary>
    public string Source { get; set; }

    /// <summary>What is said about the cell, for example nbgrader's marks.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>Members of the file that this version does not know, and attachments; they are saved again.</summary>
    public JsonObject OtherMembers { get; internal set; } = [];
}

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

/// <summary>Prose in Markdown, formulas in LaTeX.</summary>
/// <param name="source">The text.</param>
/// <param name="id">The cell's name, unique in the notebook; null lets saving choose one.</param>
public sealed class MarkdownCell(string source, string? id = null) : NotebookCell(source, id);

/// <summary>Text that is neither shown as prose nor run.</summary>
/// <param name="source">The text.</param>
/// <param name="id">The cell's name, unique in the notebook; null lets saving choose one.</param>
public sealed class RawCell(string source, string? id = null) : NotebookCell(source, id);
