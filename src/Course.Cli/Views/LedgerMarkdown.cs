using System.Globalization;
using System.Text;
using Course.Notebooks.Results;

namespace Course.Cli.Views;

/// <summary>The ledger as a table in a Markdown file.</summary>
internal static class LedgerMarkdown
{
    public const string Begin = "<!-- claims:begin -->";
    public const string End = "<!-- claims:end -->";

    /// <summary>Replaces what stands between the two marks.</summary>
    /// <exception cref="UserException">The file is not there, or has no such marks.</exception>
    public static void Rewrite(string file, Ledger ledger)
    {
        if (!File.Exists(file))
            throw new UserException($"There is no file {file}.");
        string text = File.ReadAllText(file);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new UserException($"{file} has no line {Begin} with a line {End} below it; put them where the table shall stand.");
        File.WriteAllText(file, string.Concat(text.AsSpan(0, begin + Begin.Length), "\n", Table(ledger), text.AsSpan(end)));
    }

    private static string Table(Ledger ledger)
    {
        var table = new StringBuilder("\n| Lesson | Published result | Paper | Ours | |\n|---|---|---|---|---|\n");
        foreach (LedgerEntry entry in ledger.Entries)
        {
            ClaimRecord claim = entry.Claim;
            string where = string.Join(", ", new[] { claim.Paper, claim.Where }.Where(part => !string.IsNullOrWhiteSpace(part)));
            table.Append(CultureInfo.InvariantCulture, $"| {claim.Lesson:00} | {Cell(claim.Statement)} <br><sub>{Cell(where)}</sub> | {Cell(claim.Published)} | {Cell(claim.MeasuredText)} | {entry.Verdict} |\n");
        }

        table.Append('\n');
        foreach ((string notebook, DateTimeOffset date, string? commit) in ledger.Entries.Select(entry => (entry.Notebook, entry.Date, entry.Commit)).Distinct())
            table.Append(CultureInfo.InvariantCulture, $"- `{notebook}` ran on {date:yyyy-MM-dd}, commit {commit ?? "unknown"}.\n");
        return table.Append('\n').ToString();
    }

    private static string Cell(string? text) =>
        string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
