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
