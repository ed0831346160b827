namespace Course.Notebooks.Results;

/// <summary>One claim with its measurement from one run.</summary>
/// <param name="Claim">The measurement.</param>
/// <param name="Lesson">The lesson that measured it; null if the notebook is not a lesson.</param>
/// <param name="Notebook">The notebook or long run that measured it.</param>
/// <param name="Date">The date of the run.</param>
/// <param name="Commit">The commit of the run; null if unknown.</param>
public sealed record LedgerEntry(ClaimRecord Claim, int? Lesson, string Notebook, DateTimeOffset Date, string? Commit);
