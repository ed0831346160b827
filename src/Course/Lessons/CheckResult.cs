namespace Course;

/// <summary>How an answer did on the visible cases of its exercise.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Status"><c>passed</c>, <c>failed</c>, <c>not-attempted</c> or <c>error</c>.</param>
/// <param name="Cases">The visible cases, where the answer could be called.</param>
/// <param name="Hint">What to try, or what was wrong with the answer as a whole.</param>
internal sealed record CheckResult(Exercise Exercise, string Status, IReadOnlyList<CaseResult> Cases, string? Hint);
