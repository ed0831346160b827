using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>A value's representations by mime type, as the formatters registered for its type render them.</summary>
internal static class MimeBundle
{
    /// <summary>The preferred mime types of the value's type, and always text/plain, for a terminal.</summary>
    internal static IReadOnlyDictionary<string, string> Of(object? value)
    {
        var faces = new Dictionary<string, string>();
        if (value is string text)
        {
            faces[PlainTextFormatter.MimeType] = text;
            return faces;
        }

        foreach (string mime in Formatter.GetPreferredMimeTypesFor(value?.GetType()))
        {
            faces[mime] = value.ToDisplayString(mime);
        }

        if (!faces.ContainsKey(PlainTextFormatter.MimeType))
        {
            faces[PlainTextFormatter.MimeType] = value.ToDisplayString(PlainTextFormatter.MimeType);
        }

        return faces;
    }
}
