namespace Course.Grading;

/// <summary>The published solution of one exercise.</summary>
/// <param name="Id">The exercise, for example <c>02.learn</c>.</param>
/// <param name="Text">The section of <c>notebooks/solutions</c> that explains it, in Markdown, code included.</param>
/// <param name="Code">The code alone: what stands in the stub's place.</param>
public sealed record Solution(string Id, string Text, string Code);
