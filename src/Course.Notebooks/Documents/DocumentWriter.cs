using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>Writes a document in Jupyter's own layout.</summary>
internal static class DocumentWriter
{
    internal static string Write(NotebookDocument document)
    {
        bool withIds = document.NbformatMinor >= 5;
        if (withIds)
            CellIds.Repair(document.Cells);
        var root = With(document.OtherMembers, new()
        {
            ["cells"] = document.Cells.Select(cell => Cell(cell, withIds)),
            ["metadata"] = document.Metadata,
            ["nbformat"] = 4,
            ["nbformat_minor"] = document.NbformatMinor,
        });
        return PythonJsonWriter.Write(root) + "\n";
    }

    private static Dictionary<string, object?> Cell(NotebookCell cell, bool withIds)
    {
        var members = With(cell.OtherMembers, new()
        {
            ["cell_type"] = cell switch { CodeCell => "code", MarkdownCell => "markdown", _ => "raw" },
            ["metadata"] = cell.Metadata,
            ["source"] = PythonLines.Split(cell.Source),
        });
        // A file older than 4.5 needs no ids, but existing ids are kept.
        if (withIds || cell.Id is not null)
            members["id"] = cell.Id;
        if (cell.OtherMembers["attachments"] is JsonObject attachments)
        {
            members["attachments"] = attachments.ToDictionary(
                attachment => attachment.Key,
                attachment => attachment.Value is JsonObject bundle ? Forms(bundle) : (object?)attachment.Value);
        }
        if (cell is CodeCell code)
        {
            members["execution_count"] = code.ExecutionCount;
            members["outputs"] = code.Outputs.Select(Output);
        }
        return members;
    }

    private static Dictionary<string, object?> Output(CellOutput output) => With(output.OtherMembers, output switch
    {
        StreamOutput stream => new()
        {
            ["output_type"] = "stream",
            ["name"] = stream.Name,
            ["text"] = PythonLines.Split(stream.Text),
        },
        DisplayOutput display => new()
        {
            ["output_type"] = "display_data",
            ["data"] = Forms(display.Data.Contents),
            ["metadata"] = display.Metadata,
        },
        ResultOutput result => new()
        {
            ["output_type"] = "execute_result",
            ["data"] = Forms(result.Data.Contents),
            ["execution_count"] = result.ExecutionCount,
            ["metadata"] = result.Metadata,
        },
        ErrorOutput error => new()
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["traceback"] = error.Traceback,
        },
        _ => throw new ArgumentException($"A notebook cannot hold a {output.GetType()}.", nameof(output)),
    });

    private static Dictionary<string, object?> Forms(IEnumerable<KeyValuePair<string, JsonNode?>> forms) =>
        forms.ToDictionary(
            form => form.Key,
            form => IsSplit(form.Key, form.Value) ? PythonLines.Split(form.Value!.GetValue<string>()) : (object?)form.Value);

    // Jupyter splits these and no others: a base64 picture stays one line.
    private static bool IsSplit(string mimeType, JsonNode? content) =>
        content?.GetValueKind() == JsonValueKind.String
        && (mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml");

    private static Dictionary<string, object?> With(JsonObject others, Dictionary<string, object?> members)
    {
        foreach ((string name, JsonNode? value) in others)
            members.TryAdd(name, value);
        return members;
    }
}
