using System.CommandLine;
using Course.Cli.Views;
using Course.Notebooks.Lessons;
using Course.Notebooks.Running;

namespace Course.Cli.Commands;

/// <summary><c>course claims</c>: the ledger of published results against ours.</summary>
internal static class ClaimsCommand
{
    public static Command Create(CourseFolder course)
    {
        var markdown = new Option<string?>("--markdown") { Description = $"Rewrites the table between {LedgerMarkdown.Begin} and {LedgerMarkdown.End} in this file.", HelpName = "FILE" };
        var command = new Command("claims", "Shows the papers' results beside ours, as the last runs measured them.") { markdown };
        command.SetAction(parsed => Show(course, parsed.GetValue(markdown)));
        return command;
    }

    private static int Show(CourseFolder course, string? markdown)
    {
        IReadOnlyList<RunReport> runs;
        try
        {
            runs = [.. new RunArchive(course.Runs).All(), .. new RunArchive(course.Results).All()];
        }
        catch (InvalidDataException e)
        {
            throw new UserException(e.Message);
        }

        Ledger ledger = Ledger.Of(runs);
        if (ledger.Entries.Count == 0)
            throw new UserException("No run has measured a claim yet; `course run` does.");
        (IReadOnlyList<LedgerRow> rows, IReadOnlyList<string> unknown) = LedgerRow.Of(ledger);
        if (unknown.Count > 0)
            Console.Error.WriteLine($"course: left out, because this version of the course has no such claim: {string.Join(", ", unknown.Select(OneLine))}. Run the lessons again.");
        if (markdown is not null)
            LedgerMarkdown.Rewrite(markdown, rows);
        else
            LedgerTable.Print(rows);
        return ExitCode.Done;
    }

    private static string OneLine(string id) => string.Concat(id.Take(80).Select(c => char.IsControl(c) ? ' ' : c));
}
