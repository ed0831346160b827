using System.Text.Json.Nodes;

namespace Course.Jupyter.Wire;

/// <summary>One message of the protocol.</summary>
/// <param name="Route">The frames before the delimiter: whom it is from or for; the topic on <see cref="Channel.IOPub"/>.</param>
/// <param name="Header">What it is.</param>
/// <param name="Parent">The header of what it answers.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(IReadOnlyList<byte[]> Route, MessageHeader Header, MessageHeader Parent, JsonObject Content)
{
    /// <summary>A text of the content; null where there is none.</summary>
    public string? Text(string name) => Content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A whole number of the content.</summary>
    public int? Number(string name) => Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>A yes or no of the content.</summary>
    public bool? Flag(string name) => Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;
}
