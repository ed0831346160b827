namespace Course.Notebooks.Results;

/// <summary>One claim as one run measured it.</summary>
/// <param name="Claim">The claim and the measurement.</param>
/// <param name="Notebook">The notebook or long run that measured it.</param>
/// <param name="Date">When.</param>
/// <param name="Commit">On which commit; null where that is not known.</param>
public sealed record LedgerEntry(ClaimRecord Claim, string Notebook, DateTimeOffset Date, string? Commit)
{
    /// <summary>Whether the claim holds, in a word.</summary>
    public string Verdict => Claim.Holds switch { true => "holds", false => "MISS", null => "reported" };
}
