using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Jupyter.Wire;

/// <summary>A message's header. Kept as the original bytes, because replies include it unchanged.</summary>
/// <param name="Id">The message's own id.</param>
/// <param name="Type">For example <c>execute_request</c>.</param>
/// <param name="Raw">The header as JSON.</param>
internal sealed record MessageHeader(string Id, string Type, byte[] Raw)
{
    /// <summary>The header of a message that answers no request.</summary>
    public static MessageHeader None { get; } = new("", "", "{}"u8.ToArray());

    /// <summary>The header of a new message.</summary>
    /// <param name="type">For example <c>execute_reply</c>.</param>
    /// <param name="session">The sender's session.</param>
    /// <param name="number">The number of messages that the session has sent before.</param>
    public static MessageHeader Create(string type, string session, long number)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{session}_{number}");
        var header = new JsonObject
        {
            ["msg_id"] = id,
            ["msg_type"] = type,
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["version"] = KernelProtocol.Version,
        };
        return new MessageHeader(id, type, JsonSerializer.SerializeToUtf8Bytes(header));
    }

    /// <summary>
    /// Reads a header; null if it is invalid. An empty object, the parent of an unsolicited message, gives a header without an id.
    /// </summary>
    public static MessageHeader? TryRead(JsonNode? json) => json is not JsonObject header ? null
        : header.Count == 0 ? None
        : Text(header, "msg_id") is { } id && Text(header, "msg_type") is { } type ? new MessageHeader(id, type, [])
        : null;

    private static string? Text(JsonObject header, string name) => header[name] is JsonValue value && value.TryGetValue(out string? text)
        ? text : null;
}
