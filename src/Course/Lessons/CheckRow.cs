namespace Course;

/// <summary>One visible case and what came of it.</summary>
/// <param name="Shown">The call, as the learner would write it.</param>
/// <param name="Expected">The expected result, as text.</param>
/// <param name="Got">What came, as text; empty where nothing was tried.</param>
/// <param name="Ok">Whether it is right; <see langword="null"/> where nothing was tried.</param>
/// <param name="Note">What the case is about.</param>
internal sealed record CheckRow(string Shown, string Expected, string Got, bool? Ok, string? Note);
