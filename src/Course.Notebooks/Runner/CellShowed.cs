namespace Course.Notebooks.Runner;

/// <summary>A running cell showed something that has a plain text face.</summary>
/// <param name="Number">The cell's number.</param>
/// <param name="Text">That text.</param>
public sealed record CellShowed(int Number, string Text) : RunEvent;
