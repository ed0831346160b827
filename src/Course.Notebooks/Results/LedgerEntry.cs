namespace Course.Notebooks.Results;

/// <summary>One claim as one run measured it.</summary>
/// <param name="Claim">The measurement.</param>
/// <param name="Lesson">The lesson that measured it; null where the notebook is none.</param>
/// <param name="Notebook">The notebook or long run that measured it.</param>
/// <param name="Date">When.</param>
/// <param name="Commit">On which commit; null where that is not known.</param>
public sealed record LedgerEntry(ClaimRecord Claim, int? Lesson, string Notebook, DateTimeOffset Date, string? Commit);
