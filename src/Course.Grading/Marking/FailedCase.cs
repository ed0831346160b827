namespace Course.Grading.Marking;

/// <summary>A case that an answer gets wrong, as the student is shown it.</summary>
/// <param name="Kind">What kind of case it is.</param>
/// <param name="Call">The call.</param>
/// <param name="Expected">What it should give.</param>
/// <param name="Got">What it gave.</param>
/// <param name="IsHidden">Whether the notebook does not show it.</param>
public sealed record FailedCase(string Kind, string Call, string Expected, string Got, bool IsHidden);
