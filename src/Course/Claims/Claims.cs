using Microsoft.Data.Analysis;

namespace Course;

/// <summary>All published results that the course measures again.</summary>
public static class Claims
{
    /// <summary>Every claim, lesson by lesson.</summary>
    public static IReadOnlyList<Claim> All { get; } = [.. Lessons.All.SelectMany(lesson => lesson.Claims)];

    /// <summary>The claim with that id.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the closest id, or all ids if none is close.</exception>
    public static Claim Find(string id) =>
        All.FirstOrDefault(claim => claim.Id == id)
        ?? throw new ArgumentException(DidYouMean.For("claim", id, All.Select(claim => claim.Id)));

    /// <summary>
    /// The ledger: every claim, with the results that are kept in <c>docs/results</c>. Columns: those of <see cref="ClaimResult.Columns"/>;
    /// <c>lesson</c> and <c>year</c> are whole numbers. What no run has measured has no <c>measured</c> and no <c>verdict</c>.
    /// </summary>
    /// <returns>A row per claim.</returns>
    public static DataFrame Table()
    {
        IReadOnlyDictionary<string, KeptResults.Measurement> kept = KeptResults.Read();
        IReadOnlyList<object?>[] rows = [.. All.Select(claim => kept.TryGetValue(claim.Id, out KeptResults.Measurement? run)
            ? new ClaimResult(claim, run.Measured, run.Note).Cells : new ClaimResult(claim, []).Cells)];
        return new DataFrame(ClaimResult.Columns.Select((name, column) => name is "lesson" or "year"
            ? (DataFrameColumn)new Int32DataFrameColumn(name, rows.Select(row => (int?)row[column]))
            : new StringDataFrameColumn(name, rows.Select(row => (string?)row[column]))));
    }
}
