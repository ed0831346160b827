using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>
/// A table of a page. On a narrow screen each row becomes a block, in which each cell says to which column it belongs.
/// </summary>
/// <param name="columns">The names of the columns; numbers stand on the right in those that end with '#'.</param>
internal sealed class PageTable(params string[] columns)
{
    private readonly StringBuilder rows = new();

    /// <summary>Adds a row.</summary>
    /// <param name="cells">What its cells hold, as HTML.</param>
    public void Add(params IEnumerable<string> cells)
    {
        rows.Append("""<tr role="row">""");
        foreach ((string column, string cell) in columns.Zip(cells))
            rows.Append(CultureInfo.InvariantCulture, $"""<td role="cell"{Number(column)} data-label="{Name(column)}">{cell}</td>""");
        rows.AppendLine("</tr>");
    }

    /// <summary>The table, as HTML.</summary>
    public override string ToString() =>
        $"""
        <table role="table"><thead role="rowgroup"><tr role="row">{string.Concat(columns.Select(Heading))}</tr></thead><tbody role="rowgroup">
        {rows}</tbody></table>

        """;

    private static string Heading(string column) => $"""<th role="columnheader" scope="col"{Number(column)}>{Name(column)}</th>""";

    private static string Number(string column) => column.EndsWith('#') ? " class=\"number\"" : "";

    private static string Name(string column) => column.TrimEnd('#');
}
