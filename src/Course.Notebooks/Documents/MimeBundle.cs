using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// One thing to show, in several forms: mime type to content. Content is text, but for JSON mime types
/// (<c>application/json</c>, <c>application/*+json</c>) it is JSON. What comes as text is kept as it came and parsed only for who asks for
/// JSON: a chart may have megabytes, and most of those it passes on its way to the screen only hand it on.
/// </summary>
public sealed class MimeBundle
{
    private readonly OrderedDictionary<string, Form> forms = new(StringComparer.Ordinal);

    /// <summary>A bundle without content, to add to.</summary>
    public MimeBundle()
    {
    }

    /// <summary>A bundle of one text.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <param name="text">The content; for a JSON mime type its JSON text.</param>
    public MimeBundle(string mimeType, string text) => Add(mimeType, text);

    /// <summary>A bundle from texts, as formatters give them.</summary>
    /// <param name="texts">Mime type to text; for a JSON mime type its JSON text.</param>
    /// <returns>The bundle.</returns>
    public static MimeBundle FromTexts(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var bundle = new MimeBundle();
        foreach ((string mimeType, string text) in texts)
            bundle.Add(mimeType, text);
        return bundle;
    }

    /// <summary>The forms, mime type to content, in the order in which they were added. Each call parses what came as JSON text.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Contents =>
        new OrderedDictionary<string, JsonNode?>(
            forms.Select(form => KeyValuePair.Create(form.Key, form.Value.Json(form.Key))), StringComparer.Ordinal);

    /// <summary>
    /// The content of one mime type: a JSON string for text, any JSON for a JSON mime type. Each call parses what came as JSON text; what
    /// is not JSON is a string then.
    /// </summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <exception cref="KeyNotFoundException">The bundle has no such form.</exception>
    public JsonNode? this[string mimeType]
    {
        get => forms[mimeType].Json(mimeType);
        set => forms[mimeType] = new Form(null, value);
    }

    /// <summary>How many characters all forms have together.</summary>
    internal long Length => forms.Sum(form => (long)form.Value.AsText(form.Key).Length);

    /// <summary>Whether the bundle has this form.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <returns>True when it has.</returns>
    public bool Contains(string mimeType) => forms.ContainsKey(mimeType);

    /// <summary>Adds or replaces a form.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <param name="text">The content. It is kept as it is, but in JSON what is not a number (NaN, Infinity) becomes null.</param>
    public void Add(string mimeType, string text) => forms[mimeType] = new Form(IsJson(mimeType) ? Finite(text) : text, null);

    /// <summary>The content of one mime type as text; JSON that did not come as text is written compactly.</summary>
    /// <param name="mimeType">For example <c>text/html</c>.</param>
    /// <returns>The text, or null where the bundle has no such form.</returns>
    public string? Text(string mimeType) => forms.TryGetValue(mimeType, out Form form) ? form.AsText(mimeType) : null;

    /// <summary>All forms as <see cref="Text"/> gives them: what <see cref="FromTexts"/> reads back.</summary>
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

    // Only Python reads NaN and Infinity in JSON; a browser would refuse the whole notebook. Most texts hold neither word.
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

    /// <summary>What a bundle holds of one mime type.</summary>
    /// <param name="Came">The text as it came; null where it came as JSON.</param>
    /// <param name="Node">The JSON, where it came as such.</param>
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
