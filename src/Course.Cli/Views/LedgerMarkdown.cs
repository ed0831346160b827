using System.Globalization;
using System.Text;

namespace Course.Cli.Views;

/// <summary>The ledger as a table in a Markdown file.</summary>
internal static class LedgerMarkdown
{
    public const string Begin = "<!-- claims:begin -->";
    public const string End = "<!-- claims:end -->";

    /// <summary>Replaces what stands between the two marks.</summary>
    /// <exception cref="UserException">The file is not there, or has no such marks.</exception>
    public static void Rewrite(string file, IReadOnlyList<LedgerRow> rows)
    {
        if (!File.Exists(file))
            throw new UserException($"There is no file {file}.");
        string text = File.ReadAllText(file);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new UserException($"{file} has no line {Begin} with a line {End} below it; put them where the table shall stand.");
        File.WriteAllText(file, string.Concat(text.AsSpan(0, begin + Begin.Length), "\n", Table(rows), text.AsSpan(end)));
    }

    private static string Table(IReadOnlyList<LedgerRow> rows)
    {
        var table = new StringBuilder("\n| Lesson | Published result | Paper | Ours | |\n|---|---|---|---|---|\n");
        foreach (LedgerRow row in rows)
            table.Append(CultureInfo.InvariantCulture, $"| {row.Claim.Lesson:00} | {Cell(row.Claim.Statement)} <br><sub>{Cell(row.Claim.Citation)}</sub> | {Cell(row.Claim.Published)} | {Cell(row.Measured)} | {row.VerdictInWords} |\n");

        table.Append('\n');
        foreach ((string notebook, DateTimeOffset date, string? commit) in rows.Select(row => (row.Entry.Notebook, row.Entry.Date, row.Entry.Commit)).Distinct())
            table.Append(CultureInfo.InvariantCulture, $"- `{notebook}` ran on {date:yyyy-MM-dd}, commit {commit ?? "unknown"}.\n");
        return table.Append('\n').ToString();
    }

    private static string Cell(string? text) =>
        string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
