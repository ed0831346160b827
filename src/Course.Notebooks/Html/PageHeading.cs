namespace Course.Notebooks.Html;

/// <summary>A heading of a page, for its table of contents and for a site's search.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Html">Its HTML, without links.</param>
public sealed record PageHeading(string Id, int Level, string Text, string Html);
