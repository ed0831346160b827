namespace Course.Notebooks.Html;

/// <summary>A heading of the page, for its table of contents.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Html">Its HTML, without links.</param>
internal sealed record PageHeading(string Id, int Level, string Text, string Html);
