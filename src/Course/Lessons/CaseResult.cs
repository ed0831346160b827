namespace Course;

/// <summary>How one visible case went.</summary>
/// <param name="Shown">The call, as the learner would write it.</param>
/// <param name="Expected">What was wanted.</param>
/// <param name="Got">What came back, or the exception.</param>
/// <param name="Ok">Whether they agree.</param>
/// <param name="Note">What this case shows.</param>
internal sealed record CaseResult(string Shown, string Expected, string Got, bool Ok, string? Note);
