namespace Course;

/// <summary>One case of an exercise that the learner sees.</summary>
/// <param name="Arguments">The arguments of the call.</param>
/// <param name="Expected">What it should return.</param>
/// <param name="Note">What this case shows, or null.</param>
public sealed record VisibleCase(object?[] Arguments, object? Expected, string? Note);
