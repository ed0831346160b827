using Course.Notebooks.Results;

namespace Course.Cli.Views;

/// <summary>A claim as the library defines it, with the latest run's measurement, judged anew.</summary>
/// <param name="Claim">The definition.</param>
/// <param name="Entry">The measurement.</param>
internal sealed record LedgerRow(Claim Claim, LedgerEntry Entry)
{
    public ClaimResult Result => new(Claim, Entry.Claim.Measured, Entry.Claim.Note);

    public ClaimVerdict Verdict { get; } = Claim.Judge(Entry.Claim.Measured);

    public string VerdictInWords => Claim.InWords(Verdict);

    public string Measured => Claim.Show(Entry.Claim.Measured);

    /// <summary>Joins a ledger with the library, in the library's order.</summary>
    /// <param name="ledger">The measurements from runs.</param>
    /// <returns>The rows, and the ids that this library does not know.</returns>
    public static (IReadOnlyList<LedgerRow> Rows, IReadOnlyList<string> Unknown) Of(Ledger ledger)
    {
        Dictionary<string, LedgerEntry> measured = ledger.Entries.ToDictionary(entry => entry.Claim.Id, StringComparer.Ordinal);
        LedgerRow[] rows = [.. Claims.All.Where(claim => measured.ContainsKey(claim.Id))
            .Select(claim => new LedgerRow(claim, measured[claim.Id]))];
        return (rows, [.. measured.Keys.Except(rows.Select(row => row.Claim.Id))]);
    }
}
