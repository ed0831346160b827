using System.Globalization;
using Spectre.Console;

namespace Course.Cli.Views;

/// <summary>The ledger on a console.</summary>
internal static class LedgerTable
{
    public static void Print(IReadOnlyList<LedgerRow> rows)
    {
        Table table = Tables.New("Lesson", "What the paper says", "Paper", "Ours", "Verdict");
        foreach (LedgerRow row in rows)
            table.AddTextRow(row.Claim.Lesson.ToString("00", CultureInfo.InvariantCulture), row.Claim.Statement, row.Claim.Published,
                row.Measured, row.VerdictInWords);

        Tables.Print(table);
        foreach ((string notebook, DateTimeOffset date, string? commit) in rows.Select(row =>
            (row.Entry.Notebook, row.Entry.Date, row.Entry.Commit)).Distinct())
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Flat(notebook)} ran on {date:yyyy-MM-dd HH:mm}, commit {Flat(commit ?? "unknown")}"));
    }

    // These texts come from a file that anyone may have written.
    private static string Flat(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c));
}
