using System.Text.Json.Nodes;

namespace Course.Jupyter.Wire;

/// <summary>One message of the protocol.</summary>
/// <param name="Route">The frames before the delimiter: the sender's or receiver's identity; the topic on <see
/// cref="Channel.IOPub"/>.</param>
/// <param name="Header">Its header.</param>
/// <param name="Parent">The header of the message that it answers.</param>
/// <param name="Content">Its content.</param>
internal sealed record Message(IReadOnlyList<byte[]> Route, MessageHeader Header, MessageHeader Parent, JsonObject Content)
{
    /// <summary>A text member of the content; null if there is none.</summary>
    public string? Text(string name) => Content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A whole-number member of the content.</summary>
    public int? Number(string name) => Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>A Boolean member of the content.</summary>
    public bool? Flag(string name) => Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;
}
