using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;

namespace Course.Jupyter.Serving;

/// <summary>The contents of messages that show something.</summary>
internal static class Outputs
{
    private const string Red = "\e[31m";
    private const string Plain = "\e[0m";

    /// <summary>A display, with the id by which it may be updated.</summary>
    public static JsonObject Display(MimeBundle data, string? id) => new()
    {
        ["data"] = Data(data),
        ["metadata"] = new JsonObject(),
        ["transient"] = id is null ? [] : new JsonObject { ["display_id"] = id },
    };

    /// <summary>Mime type to content.</summary>
    public static JsonObject Data(MimeBundle bundle) =>
        [.. bundle.Contents.Select(form => KeyValuePair.Create(form.Key, form.Value?.DeepClone()))];

    /// <summary>An error; what happened is in red, where it happened is not.</summary>
    public static JsonObject Error(ErrorReport error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select((line, i) => (JsonNode?)(i == 0 ? $"{Red}{line}{Plain}" : line))]),
    };
}
