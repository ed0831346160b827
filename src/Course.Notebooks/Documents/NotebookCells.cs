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
    /// The cell's id, unique in the file. Null only in notebooks older than nbformat 4.5; in newer ones, a missing id is filled in.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>The text of the cell, lines joined.</summary>
    public string Source { get; set; }

    /// <summary>The cell's metadata, for example nbgrader's marks.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>Whether the cell stands aside from the lesson's path, for the curious: its tags say so.</summary>
    public bool IsCurious => Metadata["tags"] is JsonArray tags && tags.Any(tag => tag is JsonValue word
        && word.TryGetValue(out string? text) && text == "curious");

    /// <summary>Members of the file that this version does not know, and attachments; they are preserved when saving.</summary>
    public JsonObject OtherMembers { get; internal set; } = [];
}

/// <summary>A cell with code and its outputs.</summary>
/// <param name="source">The code.</param>
/// <param name="id">The cell's id, unique in the notebook; null to have one chosen when saving.</param>
public sealed class CodeCell(string source, string? id = null) : NotebookCell(source, id)
{
    /// <summary>The cell's outputs, in order.</summary>
    public IList<CellOutput> Outputs { get; } = [];

    /// <summary>The number in the brackets beside the cell; null if it has not run.</summary>
    public int? ExecutionCount { get; set; }
}

/// <summary>A cell with prose in Markdown and formulas in LaTeX.</summary>
/// <param name="source">The text.</param>
/// <param name="id">The cell's id, unique in the notebook; null to have one chosen when saving.</param>
public sealed class MarkdownCell(string source, string? id = null) : NotebookCell(source, id);

/// <summary>A cell with text that is neither rendered as prose nor run.</summary>
/// <param name="source">The text.</param>
/// <param name="id">The cell's id, unique in the notebook; null to have one chosen when saving.</param>
public sealed class RawCell(string source, string? id = null) : NotebookCell(source, id);
