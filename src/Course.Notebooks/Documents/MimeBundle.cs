using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// One thing to show, in several forms: mime type to content. Content is text, but for JSON mime types
/// (<c>application/json</c>, <c>application/*+json</c>) it is JSON.
/// </summary>
public sealed class MimeBundle
{
    private readonly OrderedDictionary<string, JsonNode?> _contents = new(StringComparer.Ordinal);

    /// <summary>A bundle without content, to add to.</summary>
    public MimeBundle()
    {
    }

    /// <summary>A bundle of one text.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <param name="text">The content; for a JSON mime type its JSON text.</param>
    public MimeBundle(string mimeType, string text) => Add(mimeType, text);

    /// <summary>A bundle from texts, as formatters give them; those of JSON mime types are parsed.</summary>
    /// <param name="texts">Mime type to text.</param>
    /// <returns>The bundle.</returns>
    public static MimeBundle FromTexts(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var bundle = new MimeBundle();
        foreach ((string mimeType, string text) in texts)
            bundle.Add(mimeType, text);
        return bundle;
    }

    /// <summary>The forms, mime type to content, in the order in which they were added.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Contents => _contents;

    /// <summary>The content of one mime type: a JSON string for text, any JSON for a JSON mime type.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <exception cref="KeyNotFoundException">The bundle has no such form.</exception>
    public JsonNode? this[string mimeType]
    {
        get => _contents[mimeType];
        set => _contents[mimeType] = value;
    }

    /// <summary>Whether the bundle has this form.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <returns>True when it has.</returns>
    public bool Contains(string mimeType) => _contents.ContainsKey(mimeType);

    /// <summary>Adds or replaces a form.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <param name="text">The content; of a JSON mime type it is parsed, and stays text where it is not JSON.</param>
    public void Add(string mimeType, string text) => _contents[mimeType] = IsJson(mimeType) ? ParseOrKeep(text) : JsonValue.Create(text);

    /// <summary>The content of one mime type as text; JSON is written compactly.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <returns>The text, or null where the bundle has no such form.</returns>
    public string? Text(string mimeType) => _contents.TryGetValue(mimeType, out JsonNode? content) ? AsText(mimeType, content) : null;

    /// <summary>All forms as text, JSON written compactly: what <see cref="FromTexts"/> reads back.</summary>
    /// <returns>Mime type to text.</returns>
    public IReadOnlyDictionary<string, string> ToTexts() =>
        _contents.ToDictionary(form => form.Key, form => AsText(form.Key, form.Value), StringComparer.Ordinal);

    /// <summary>Whether a mime type's content is JSON rather than text, by Jupyter's rule.</summary>
    /// <param name="mimeType">For example <c>application/vnd.plotly.v1+json</c>.</param>
    /// <returns>True for <c>application/json</c> and <c>application/*+json</c>.</returns>
    public static bool IsJson([NotNullWhen(true)] string? mimeType) =>
        mimeType == "application/json"
        || (mimeType is not null && mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));

    private static string AsText(string mimeType, JsonNode? content) =>
        content is JsonValue value && value.GetValueKind() == JsonValueKind.String && !IsJson(mimeType)
            ? value.GetValue<string>()
            : PythonJsonWriter.WriteCompact(content);

    private static JsonNode? ParseOrKeep(string text)
    {
        try
        {
            return PythonJsonReader.Read(text);
        }
        catch (FormatException)
        {
            return JsonValue.Create(text);
        }
    }
}
