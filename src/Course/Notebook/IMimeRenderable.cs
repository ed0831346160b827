namespace Course;

/// <summary>A value that draws its own faces: what the notebook shows of a claim, a check, a bar.</summary>
internal interface IMimeRenderable
{
    /// <summary>The text of the face of this mime type, or <see langword="null"/> where there is none.</summary>
    string? Face(string mimeType);
}
