using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// One thing to show, in several representations: mime type to content. Content is text; for JSON mime types (<c>application/json</c>,
/// <c>application/*+json</c>) it is JSON. Content that arrives as text is kept as text, and only parsed when JSON is requested. A chart may
/// have megabytes, and most code on its way to the screen only passes it on.
/// </summary>
public sealed class MimeBundle
{
    private readonly OrderedDictionary<string, Form> forms = new(StringComparer.Ordinal);

    /// <summary>Creates an empty bundle to add to.</summary>
    public MimeBundle()
    {
    }

    /// <summary>Creates a bundle with one text.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <param name="text">The content; for a JSON mime type, its JSON text.</param>
    public MimeBundle(string mimeType, string text) => Add(mimeType, text);

    /// <summary>Creates a bundle from texts, as formatters provide them.</summary>
    /// <param name="texts">Mime type to text; for a JSON mime type, its JSON text.</param>
    /// <returns>The bundle.</returns>
    public static MimeBundle FromTexts(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var bundle = new MimeBundle();
        foreach ((string mimeType, string text) in texts)
            bundle.Add(mimeType, text);
        return bundle;
    }

    /// <summary>
    /// The representations, mime type to content, in the order in which they were added. Each call parses content that arrived as JSON
    /// text.
    /// </summary>
    public IReadOnlyDictionary<string, JsonNode?> Contents =>
        new OrderedDictionary<string, JsonNode?>(
            forms.Select(form => KeyValuePair.Create(form.Key, form.Value.Json(form.Key))), StringComparer.Ordinal);

    /// <summary>
    /// The content of one mime type: a JSON string for text, any JSON for a JSON mime type. Each call parses content that arrived as JSON
    /// text; invalid JSON is returned as a string.
    /// </summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <exception cref="KeyNotFoundException">The bundle has no such representation.</exception>
    public JsonNode? this[string mimeType]
    {
        get => forms[mimeType].Json(mimeType);
        set => forms[mimeType] = new Form(null, value);
    }

    /// <summary>The number of characters in all representations together.</summary>
    internal long Length => forms.Sum(form => (long)form.Value.AsText(form.Key).Length);

    /// <summary>Whether the bundle has this representation.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <returns>True if it has.</returns>
    public bool Contains(string mimeType) => forms.ContainsKey(mimeType);

    /// <summary>Adds or replaces a representation.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <param name="text">The content. It is kept unchanged, except that NaN and Infinity in JSON become null.</param>
    public void Add(string mimeType, string text) => forms[mimeType] = new Form(IsJson(mimeType) ? Finite(text) : text, null);

    /// <summary>The content of one mime type as text; JSON that did not arrive as text is written compactly.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <returns>The text, or null if the bundle has no such representation.</returns>
    public string? Text(string mimeType) => forms.TryGetValue(mimeType, out Form form) ? form.AsText(mimeType) : null;

    /// <summary>All representations as <see cref="Text"/> returns them; <see cref="FromTexts"/> reads them back.</summary>
    /// <returns>Mime type to text.</returns>
    public IReadOnlyDictionary<string, string> ToTexts() =>
        forms.ToDictionary(form => form.Key, form => form.Value.AsText(form.Key), StringComparer.Ordinal);

    /// <summary>Whether a mime type's content is JSON rather than text, by Jupyter's rule.</summary>
    /// <param name="mimeType">For example <c>application/vnd.plotly.v1+json</c>.</param>
    /// <returns>True for <c>application/json</c> and <c>application/*+json</c>.</returns>
    public static bool IsJson([NotNullWhen(true)] string? mimeType) =>
        mimeType == "application/json"
        || (mimeType is not null
            && mimeType.StartsWith("application/", StringComparison.Ordinal)
            && mimeType.EndsWith("+json", StringComparison.Ordinal));

    // Only Python accepts NaN and Infinity in JSON; a browser would reject the whole notebook. Most texts contain neither word.
    private static string Finite(string json) =>
        (json.Contains("NaN", StringComparison.Ordinal) || json.Contains("Infinity", StringComparison.Ordinal))
        && TryRead(json, out JsonNode? content)
            ? PythonJsonWriter.WriteCompact(content)
            : json;

    private static bool TryRead(string json, out JsonNode? content)
    {
        try
        {
            content = PythonJsonReader.Read(json);
            return true;
        }
        catch (FormatException)
        {
            content = null;
            return false;
        }
    }

    /// <summary>The content of a bundle for one mime type.</summary>
    /// <param name="Came">The text as it arrived; null if it arrived as JSON.</param>
    /// <param name="Node">The JSON, if it arrived as JSON.</param>
    private readonly record struct Form(string? Came, JsonNode? Node)
    {
        public JsonNode? Json(string mimeType) =>
            Came is null ? Node : IsJson(mimeType) && TryRead(Came, out JsonNode? content) ? content : JsonValue.Create(Came);

        public string AsText(string mimeType) =>
            Came ?? (Node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String && !IsJson(mimeType)
                ? value.GetValue<string>()
                : PythonJsonWriter.WriteCompact(Node));
    }
}
