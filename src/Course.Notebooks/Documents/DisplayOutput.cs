using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>Something a cell displayed while it ran (<c>display_data</c>).</summary>
/// <param name="data">Its forms.</param>
public sealed class DisplayOutput(MimeBundle data) : CellOutput
{
    /// <summary>Its forms: mime type to content.</summary>
    public MimeBundle Data { get; set; } = data;

    /// <summary>What is said about the forms, by mime type, for example a picture's size.</summary>
    public JsonObject Metadata { get; set; } = [];
}
