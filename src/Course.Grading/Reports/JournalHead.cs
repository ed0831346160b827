namespace Course.Grading.Reports;

/// <summary>The first line of a journal: what must be the same for a grading to go on.</summary>
/// <param name="Date">When it was begun.</param>
/// <param name="Seed">The seed of the hidden cases.</param>
/// <param name="Sandbox">What the submissions run in.</param>
internal sealed record JournalHead(DateTimeOffset Date, long Seed, string Sandbox);
