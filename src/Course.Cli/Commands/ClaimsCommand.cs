using System.CommandLine;
using Course.Cli.Views;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;

namespace Course.Cli.Commands;

/// <summary><c>course claims</c>: the ledger that compares published results with ours.</summary>
internal static class ClaimsCommand
{
    public static Command Create(CourseFolder course)
    {
        var write = new Option<string?>("--write")
        {
            Description =
                "Writes the ledger as a page into this file, the generated parts of README.md and docs/teaching/README.md with it, and "
                    + "keeps what the last runs measured in docs/results.",
            HelpName = "FILE",
        };
        var csv = new Option<string?>("--csv")
        {
            Description = "Writes the ledger as comma-separated values into this file, or to standard output.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("claims", "Shows the papers' results beside ours, as the last runs measured them.") { write, csv };
        command.SetAction(parsed =>
        {
            IReadOnlyList<LedgerRow> rows = Read(course);
            if (parsed.GetValue(write) is { } page)
                WritePage(course, rows, Path.GetFullPath(page));
            if (parsed.GetResult(csv) is not null)
                WriteCsv(rows, parsed.GetValue(csv));
            else if (parsed.GetResult(write) is null)
                LedgerTable.Print(rows);
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<LedgerRow> Read(CourseFolder course)
    {
        Ledger ledger;
        try
        {
            ledger = Ledger.Of([.. new RunArchive(course.Runs).All(), .. new RunArchive(course.Results).All()]);
        }
        catch (InvalidDataException e)
        {
            throw new UserException(e.Message);
        }

        if (ledger.Entries.Count == 0)
            throw new UserException("No run has measured a claim yet; `course run` does.");
        (IReadOnlyList<LedgerRow> rows, IReadOnlyList<string> unknown) = LedgerRow.Of(ledger);
        if (unknown.Count > 0)
            Console.Error.WriteLine(
                $"course: left out, because this version of the course has no such claim: {string.Join(", ", unknown.Select(OneLine))}. Run the lessons again.");
        return rows;
    }

    private static void WritePage(CourseFolder course, IReadOnlyList<LedgerRow> rows, string file) => OrSayWhyNot(() =>
    {
        Save(file, LedgerPage.Of(rows));
        ReadmeParts.Rewrite(course, rows);
        KeepRuns(course);
        TeachingParts.Rewrite(course);
    });

    private static void WriteCsv(IReadOnlyList<LedgerRow> rows, string? file)
    {
        string text = LedgerCsv.Of(rows);
        if (file is null)
            Console.Out.Write(text);
        else
            OrSayWhyNot(() => Save(Path.GetFullPath(file), text));
    }

    private static void Save(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static void OrSayWhyNot(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The ledger cannot be written: {e.Message}");
        }
    }

    /// <summary>
    /// Stores the measurements of the lessons' last runs with the sources, so that the page can be regenerated from them. Runs of lessons
    /// that no longer exist are left out.
    /// </summary>
    private static void KeepRuns(CourseFolder course)
    {
        var kept = new RunArchive(course.Results);
        HashSet<string> lessons =
            [.. Directory.EnumerateFiles(course.Notebooks, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path))];
        Dictionary<string, DateTimeOffset> dates = kept.All().SelectMany(run => run.Notebooks.Select(notebook => (notebook.Name, run.Date)))
            .DistinctBy(run => run.Name).ToDictionary(run => run.Name, run => run.Date);
        foreach (RunReport run in new RunArchive(course.Runs).All())
        {
            kept.Keep(run with
            {
                Notebooks = [
                    .. run.Notebooks
                        .Where(notebook => lessons.Contains(notebook.Name))
                        .Where(notebook => !dates.TryGetValue(notebook.Name, out DateTimeOffset date) || date < run.Date)
                        .Select(notebook => notebook with { Cells = [], Checks = [] }),
                ],
            });
        }
    }

    private static string OneLine(string id) => string.Concat(id.Take(80).Select(c => char.IsControl(c) ? ' ' : c));
}
