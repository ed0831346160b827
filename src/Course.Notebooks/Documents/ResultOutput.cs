using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>The value of a cell's last expression (<c>execute_result</c>).</summary>
/// <param name="data">Its forms.</param>
/// <param name="executionCount">The number in the brackets beside the cell.</param>
public sealed class ResultOutput(MimeBundle data, int? executionCount = null) : CellOutput
{
    /// <summary>Its forms: mime type to content.</summary>
    public MimeBundle Data { get; set; } = data;

    /// <summary>What is said about the forms, by mime type.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>The number in the brackets beside the cell.</summary>
    public int? ExecutionCount { get; set; } = executionCount;
}
