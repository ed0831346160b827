using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;

namespace Course.Jupyter.Serving;

/// <summary>Builds the contents of output messages.</summary>
internal static class Outputs
{
    private const string Red = "\e[31m";
    private const string Plain = "\e[0m";

    /// <summary>A display, with the id for updates.</summary>
    public static JsonObject Display(MimeBundle data, string? id) => new()
    {
        ["data"] = Data(data),
        ["metadata"] = new JsonObject(),
        ["transient"] = id is null ? [] : new JsonObject { ["display_id"] = id },
    };

    /// <summary>Maps mime types to content.</summary>
    public static JsonObject Data(MimeBundle bundle) =>
        [.. bundle.Contents.Select(form => KeyValuePair.Create(form.Key, form.Value?.DeepClone()))];

    /// <summary>An error; the message is in red, its location is not.</summary>
    public static JsonObject Error(ErrorReport error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select((line, i) => (JsonNode?)(i == 0 ? $"{Red}{line}{Plain}" : line))]),
    };
}
