using Spectre.Console;

namespace Course.Cli;

/// <summary>Tables as the command prints them: lines of blanks and text, so that other programs can read them too.</summary>
internal static class Tables
{
    // What is piped is not folded at a terminal's width.
    private const int PipedWidth = 1000;

    /// <summary>A table with these headings.</summary>
    public static Table New(params string[] headings)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (string heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)));
        return table;
    }

    /// <summary>Adds a row of texts, in which brackets are brackets.</summary>
    public static void AddTextRow(this Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell))]);

    /// <summary>Prints a table on standard output.</summary>
    public static void Print(Table table)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = PipedWidth;
        AnsiConsole.Write(table);
    }
}
