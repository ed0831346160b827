using System.Globalization;
using Course.Notebooks.Running;
using Spectre.Console;

namespace Course.Cli.Views;

/// <summary>The ledger on a console.</summary>
internal static class LedgerTable
{
    public static void Print(Ledger ledger)
    {
        Table table = Tables.New("Lesson", "Claim", "What the paper says", "Paper", "Ours", "Verdict", "Run", "Date", "Commit");
        foreach (LedgerEntry entry in ledger.Entries)
        {
            ClaimRecord claim = entry.Claim;
            table.AddTextRow(
                claim.Lesson?.ToString("00", CultureInfo.InvariantCulture) ?? "",
                Flat(claim.Id),
                Flat(claim.Statement),
                Flat(claim.Published),
                Flat(claim.MeasuredText),
                entry.Verdict,
                Flat(entry.Notebook),
                entry.Date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                Flat(entry.Commit));
        }

        Tables.Print(table);
    }

    private static string Flat(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c));
}
