namespace Course.Notebooks.Results;

/// <summary>The published results that runs have measured again, each with its run.</summary>
public sealed class Ledger
{
    private Ledger(IReadOnlyList<LedgerEntry> entries) => Entries = entries;

    /// <summary>Each claim once, from its latest run; ordered by lesson, then in the order in which each notebook reports them.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Collects the claims of runs.</summary>
    /// <param name="runs">The runs' reports.</param>
    /// <returns>The ledger.</returns>
    public static Ledger Of(IEnumerable<RunReport> runs) => new([.. runs
        .SelectMany(run => run.Notebooks.SelectMany(notebook =>
            notebook.Claims.Select(claim => new LedgerEntry(claim, notebook.Lesson, notebook.Name, run.Date, run.Commit))))
        .GroupBy(entry => entry.Claim.Id, StringComparer.Ordinal)
        .Select(measured => measured.MaxBy(entry => entry.Date)!)
        .OrderBy(entry => entry.Lesson ?? int.MaxValue)]);
}
