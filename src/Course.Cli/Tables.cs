using Spectre.Console;

namespace Course.Cli;

/// <summary>Tables printed by the command: only text and blanks, so that other programs can read them too.</summary>
internal static class Tables
{
    // Piped output is not wrapped at a terminal's width.
    private const int PipedWidth = 1000;

    /// <summary>A table with the given headings.</summary>
    public static Table New(params string[] headings)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (string heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)));
        return table;
    }

    /// <summary>Adds a row of plain texts; brackets are not treated as markup.</summary>
    public static void AddTextRow(this Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell))]);

    /// <summary>Prints a table on standard output.</summary>
    public static void Print(Table table)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = PipedWidth;
        AnsiConsole.Write(table);
    }
}
