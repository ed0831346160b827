using System.Globalization;
using System.Text;
using Course.Notebooks.Results;

namespace Course.Cli.Views;

/// <summary>The whole ledger as a Markdown page: a section for each lesson, with the papers as numbered references at its foot.</summary>
internal static class LedgerPage
{
    private const string Head = """
        # What was measured again

        `course claims --write docs/claims.md` writes this page: definitions from the library, measurements from the last runs. Do not edit it by hand.

        Each row declares what kind of result it is, and what we must measure for a verdict; the strongest that holds is given. A run cannot change what is declared. The bars of
        lessons 01 to 07 were revised once, after an audit in November 2026, when our values were known; each gives its reason.

        | verdict | means |
        |---|---|
        | same | what the paper found, within the paper's own scatter; of a theorem or a count: met exactly, but for rounding and sampling |
        | same direction | it points the paper's way, by a weaker bar |
        | holds | a check of the course's own, for which nothing was published, holds |
        | missed | nothing that was declared holds |
        | reported | nothing was declared: the two numbers stand side by side |

        On other data, or of another machine, no result is called the same. The bars and their reasons stand in the folded list under each table.


        """;

    public static string Of(IReadOnlyList<LedgerRow> rows)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append(LedgerSummary.Sentences(rows)).Append("\n\n").Append(LedgerSummary.Table(rows));
        foreach (IGrouping<int, LedgerRow> lesson in rows.GroupBy(row => row.Claim.Lesson).OrderBy(lesson => lesson.Key))
            Section(page, Course.Lessons.Find(lesson.Key), [.. lesson]);
        return page.ToString();
    }

    private static void Section(StringBuilder page, Lesson lesson, LedgerRow[] rows)
    {
        Paper[] papers = [.. rows.Select(row => row.Claim.Paper).OfType<Paper>().Distinct()];
        page.Append(CultureInfo.InvariantCulture,
            $"\n## {lesson.Number:00} · {lesson.Title} ({lesson.Year})\n\n| Result | Kind | Paper | Ours | Verdict |\n|---|---|---|---|---|\n");
        foreach (LedgerRow row in rows)
        {
            string place = row.Claim.Paper is { } paper
                ? string.Create(CultureInfo.InvariantCulture, $" [{Array.IndexOf(papers, paper) + 1}, {row.Claim.Where}]") : "";
            string verdict = row.Verdict == ClaimVerdict.Missed ? "**missed**" : row.VerdictInWords;
            page.Append(CultureInfo.InvariantCulture,
                $"| {Cell(row.Claim.Statement + place)} | {Claim.InWords(row.Claim.Kind)} | {Cell(row.Claim.Published)} | {Cell(row.Measured)} | {verdict} |\n");
        }

        page.Append("\n<details><summary>What was declared, and remarks of the run</summary>\n\n");
        foreach (LedgerRow row in rows)
            page.Append(CultureInfo.InvariantCulture, $"- `{row.Claim.Id}`: {Cell(string.Join("; ", Declared(row)))}\n");
        page.Append("\n</details>\n\n");
        for (int n = 0; n < papers.Length; n++)
            page.Append(CultureInfo.InvariantCulture,
                $"{n + 1}. {Cell(papers[n].Citation)}{(papers[n].Url is { } url ? $", <{url}>" : "")} ({Cell(papers[n].Checked)}).\n");
        page.Append(papers.Length > 0 ? "\n" : "").Append("Measured by ")
            .AppendJoin(", ", rows.Select(row => row.Entry).Select(Run).Distinct()).Append(".\n");
    }

    private static IEnumerable<string> Declared(LedgerRow row)
    {
        IEnumerable<string> said = row.Claim.Declared.Append($"setting: {row.Claim.Setting}");
        return string.IsNullOrWhiteSpace(row.Entry.Claim.Note) ? said : said.Append($"remark: {row.Entry.Claim.Note}");
    }

    private static string Run(LedgerEntry entry) =>
        string.Create(CultureInfo.InvariantCulture,
        $"`{Cell(entry.Notebook)}` on {entry.Date.UtcDateTime:yyyy-MM-dd}, commit {Cell(entry.Commit ?? "unknown")}");

    // Text from a run may contain anything.
    private static string Cell(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
