using System.Globalization;
using Course.Notebooks.Results;
using Spectre.Console;

namespace Course.Cli.Views;

/// <summary>The ledger on a console.</summary>
internal static class LedgerTable
{
    public static void Print(Ledger ledger)
    {
        Table table = Tables.New("Lesson", "What the paper says", "Paper", "Ours", "Verdict");
        foreach (LedgerEntry entry in ledger.Entries)
        {
            ClaimRecord claim = entry.Claim;
            table.AddTextRow(
                claim.Lesson?.ToString("00", CultureInfo.InvariantCulture) ?? "",
                Flat(claim.Statement ?? claim.Id),
                Flat(claim.Published),
                Flat(claim.MeasuredText),
                entry.Verdict);
        }

        Tables.Print(table);
        foreach ((string notebook, DateTimeOffset date, string? commit) in ledger.Entries.Select(entry => (entry.Notebook, entry.Date, entry.Commit)).Distinct())
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Flat(notebook)} ran on {date:yyyy-MM-dd HH:mm}, commit {Flat(commit ?? "unknown")}"));
    }

    private static string Flat(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c));
}
