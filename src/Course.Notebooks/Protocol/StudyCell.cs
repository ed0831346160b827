namespace Course.Notebooks.Protocol;

/// <summary>A cell to be read.</summary>
/// <param name="Number">Its number among the cells.</param>
/// <param name="Code">Its text.</param>
/// <param name="IsOwn">Whether it is the lesson's own, word for word.</param>
/// <param name="Answers">The exercise whose answer it hands in; null for all other cells.</param>
internal sealed record StudyCell(int Number, string Code, bool IsOwn, string? Answers);
