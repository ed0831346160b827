namespace Course.Hub.Serving;

/// <summary>What a browser may take a file for. Only an app's files are pages and programs: a model's are text or bytes.</summary>
internal static class ContentTypes
{
    private static readonly Dictionary<string, string> ofAll = new(StringComparer.OrdinalIgnoreCase)
    {
        [".json"] = "application/json; charset=utf-8",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".wav"] = "audio/wav",
    };

    private static readonly Dictionary<string, string> ofApps = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly string[] texts = [".md", ".txt", ".html", ".js", ".mjs", ".css", ".svg", ".csv", ".tsv", ".py", ".cs"];

    /// <summary>The type of a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="ofApp">Whether it belongs to an app.</param>
    internal static string Of(string path, bool ofApp)
    {
        string ending = Path.GetExtension(path);
        if (ofApp && ofApps.TryGetValue(ending, out string? part)) return part;
        if (ofAll.TryGetValue(ending, out string? known)) return known;
        return texts.Contains(ending, StringComparer.OrdinalIgnoreCase) ? "text/plain; charset=utf-8" : "application/octet-stream";
    }
}
