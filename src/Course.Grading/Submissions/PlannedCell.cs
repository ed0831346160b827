namespace Course.Grading.Submissions;

/// <summary>A cell of a submission as it will run.</summary>
/// <param name="Number">Its number among those that run.</param>
/// <param name="Code">Its text.</param>
/// <param name="IsOwn">Whether the text is the course's own.</param>
/// <param name="Answers">The exercise whose answer it hands in, or null.</param>
/// <param name="Place">How the student knows it: "code cell 12", counted among all code cells of her notebook; for one that the grader put
/// back, what it checks.</param>
internal sealed record PlannedCell(int Number, string Code, bool IsOwn, string? Answers, string Place);
