namespace Course.Notebooks.Html;

/// <summary>Finds the pictures that a page's text refers to, so that they can be embedded in the page.</summary>
/// <param name="directory">The notebook's folder, against which relative addresses are resolved; null if unknown.</param>
internal sealed class PageImages(string? directory)
{
    // A page is read in a browser; a long film would make it unreadable.
    private const long Largest = 32 << 20;

    /// <summary>A picture, film or sound as a data URI, or null if it is not available (it is on the network, or does not exist).</summary>
    /// <param name="address">The address as the text gives it.</param>
    /// <param name="attachments">Pictures attached to the cell: name to data URI.</param>
    internal string? DataUri(string address, IReadOnlyDictionary<string, string>? attachments)
    {
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return address;
        if (address.StartsWith("attachment:", StringComparison.OrdinalIgnoreCase))
            return attachments?.GetValueOrDefault(Uri.UnescapeDataString(address["attachment:".Length..]));
        if (directory is null || address.Contains(':', StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal))
            return null;
        string file = Uri.UnescapeDataString(address.Split('?', '#')[0]).Replace('\\', '/');
        if (MimeType(file) is not { } type) return null;
        var found = new FileInfo(Path.Combine(directory, file));
        return found.Exists && found.Length <= Largest
            ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(found.FullName))}" : null;
    }

    private static string? MimeType(string address) => Path.GetExtension(address).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".SVG" => "image/svg+xml",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".WEBP" => "image/webp",
        ".AVIF" => "image/avif",
        ".BMP" => "image/bmp",
        ".MP4" or ".M4V" => "video/mp4",
        ".WEBM" => "video/webm",
        ".MP3" => "audio/mpeg",
        ".OGG" => "audio/ogg",
        ".WAV" => "audio/wav",
        _ => null,
    };
}
