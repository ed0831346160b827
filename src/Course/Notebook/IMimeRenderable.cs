namespace Course;

/// <summary>A value that renders itself for each mime type: a claim, a check, a bar.</summary>
internal interface IMimeRenderable
{
    /// <summary>The text for this mime type, or <see langword="null"/> if there is none.</summary>
    string? Face(string mimeType);
}
