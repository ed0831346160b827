namespace Course.Notebooks.Html;

/// <summary>A heading of the page, as its contents list it.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">What it says, plain.</param>
/// <param name="Html">What it says, without links.</param>
internal sealed record PageHeading(string Id, int Level, string Text, string Html);
