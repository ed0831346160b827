using System.Globalization;

namespace Course;

/// <summary>A claim with what a run measured, as one line of the ledger.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Measured">What was measured; empty if no run has measured it.</param>
/// <param name="Note">A remark of the run.</param>
public sealed record ClaimResult(Claim Claim, IReadOnlyList<double> Measured, string? Note = null)
{
    /// <summary>The columns of the ledger.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["id", "lesson", "year", "kind", "statement", "paper", "where", "published", "measured", "verdict", "note"];

    /// <summary>The line: text, but for the lesson and the year of the paper, which are whole numbers; null for what is missing.</summary>
    public IReadOnlyList<object?> Cells =>
    [
        Claim.Id, Claim.Lesson, Claim.Paper?.Year, Claim.InWords(Claim.Kind), Claim.Statement, Claim.Paper?.Citation,
        Claim.Where.Length == 0 ? null : Claim.Where, Claim.Published, Measured.Count == 0 ? null : MeasuredText,
        Measured.Count == 0 ? null : Claim.InWords(Claim.Judge(Measured)), Note,
    ];

    // For programs, so with all digits and a decimal point; Claim.Show is for readers.
    private string MeasuredText => string.Join(' ', Measured.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
