using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Course.Notebooks.Results;

/// <summary>Reads records from a mime bundle. Any cell can write any bundle, so anything that is not a record is skipped.</summary>
internal static class MimeRecord
{
    public static T? Read<T>(JsonNode? content, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return content.Deserialize(type);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or FormatException)
        {
            return null;
        }
    }
}
