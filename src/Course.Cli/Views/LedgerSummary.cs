using System.Globalization;
using System.Text;

namespace Course.Cli.Views;

/// <summary>A summary of the ledger: results counted by kind and verdict.</summary>
internal static class LedgerSummary
{
    /// <summary>The sentence that README shows, and the one that follows it in the ledger.</summary>
    public static string Sentences(IReadOnlyList<LedgerRow> rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Of {Count(rows, ClaimKind.SameData)} published results measured on the paper's own data with the paper's machine, {Verdicts(rows, ClaimKind.SameData)}.
        Of {Count(rows, ClaimKind.OtherData)} on other data or another machine, {Verdicts(rows, ClaimKind.OtherData)}.
        Apart stand {Count(rows, ClaimKind.Theorem)} theorems and counts, {AllOr(Count(rows, ClaimKind.Theorem, ClaimVerdict.Same), Count(rows, ClaimKind.Theorem))} of which come out as published, and {Count(rows, ClaimKind.OwnCheck)} checks and figures of the course's own.
        """).ReplaceLineEndings("\n");

    /// <summary>A table of kinds by verdicts.</summary>
    public static string Table(IReadOnlyList<LedgerRow> rows)
    {
        var table = new StringBuilder("| | same | same direction, or holds | missed | reported |\n|---|---|---|---|---|\n");
        foreach (ClaimKind kind in Enum.GetValues<ClaimKind>())
        {
            table.Append(CultureInfo.InvariantCulture,
                $"| {Claim.InWords(kind)} | {Count(rows, kind, ClaimVerdict.Same)} | {Count(rows, kind, ClaimVerdict.SameDirection)} | {Count(rows, kind, ClaimVerdict.Missed)} | {Count(rows, kind, ClaimVerdict.Reported)} |\n");
        }

        return table.ToString();
    }

    private static string Verdicts(IReadOnlyList<LedgerRow> rows, ClaimKind kind)
    {
        (int Number, string One, string Many)[] counts =
        [
            (Count(rows, kind, ClaimVerdict.Same), "comes out the same", "come out the same"),
            (Count(rows, kind, ClaimVerdict.SameDirection), "points in the same direction", "point in the same direction"),
            (Count(rows, kind, ClaimVerdict.Missed), "is missed", "are missed"),
            (Count(rows, kind, ClaimVerdict.Reported), "is reported without a verdict", "are reported without a verdict"),
        ];
        string[] parts = [.. counts.Where(count => count.Number > 0)
            .Select(count => string.Create(CultureInfo.InvariantCulture,
                $"{count.Number} {(count.Number == 1 ? count.One : count.Many)}"))];
        return parts.Length < 2 ? string.Concat(parts) : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }

    private static string AllOr(int some, int all) => some == all ? "all" : some.ToString(CultureInfo.InvariantCulture);

    private static int Count(IReadOnlyList<LedgerRow> rows, ClaimKind kind) => rows.Count(row => row.Claim.Kind == kind);

    private static int Count(IReadOnlyList<LedgerRow> rows, ClaimKind kind, ClaimVerdict verdict) =>
        rows.Count(row => row.Claim.Kind == kind && row.Verdict == verdict);
}
