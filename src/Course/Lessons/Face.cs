using System.Net;

namespace Course;

/// <summary>What a lesson helper shows, in every form a host may ask for.</summary>
/// <param name="Html">For notebooks and pages: inline styles, legible on light and on dark, no network.</param>
/// <param name="Text">For terminals.</param>
/// <param name="DataMimeType">The mime type of <paramref name="Data"/>, for results that travel out of the run as data.</param>
/// <param name="Data">JSON.</param>
internal sealed record Face(string Html, string Text, string? DataMimeType = null, string? Data = null)
{
    /// <summary>Escapes text for HTML.</summary>
    internal static string Encode(object? text) => WebUtility.HtmlEncode(Convert.ToString(text, System.Globalization.CultureInfo.InvariantCulture)) ?? "";

    /// <summary>The mime types this face has, the richest first.</summary>
    internal string[] MimeTypes => DataMimeType is null ? ["text/html", "text/plain"] : [DataMimeType, "text/html", "text/plain"];

    /// <summary>The content for one mime type.</summary>
    internal string Content(string mimeType) => mimeType == DataMimeType ? Data! : mimeType == "text/html" ? Html : Text;
}
