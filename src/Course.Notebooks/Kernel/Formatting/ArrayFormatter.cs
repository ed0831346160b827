using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel.Formatting;

/// <summary>
/// Shows an array of two dimensions as rows and columns with their indices, and one of more as several such tables. The formatting library
/// would show all items in one row.
/// </summary>
internal static class ArrayFormatter
{
    /// <summary>Registers the formatters of one type of array.</summary>
    internal static void Register(Type type, int mostItems)
    {
        Formatter.Register(type, (array, writer) => writer.Write(Html((Array)array, mostItems)), HtmlFormatter.MimeType);
        Formatter.Register(type, (array, writer) => writer.Write(Text((Array)array, mostItems)), PlainTextFormatter.MimeType);
    }

    private static string Html(Array array, int most)
    {
        var html = new StringBuilder();
        int[][] outer = [.. Indices(array, array.Rank - 2).Take(most + 1)];
        foreach (int[] index in outer.Take(most))
            AppendTable(html, array, index, most);
        if (outer.Length > most)
            html.Append("<p>...</p>");
        return html.ToString();
    }

    private static void AppendTable(StringBuilder html, Array array, int[] outer, int most)
    {
        int[] rows = [.. Range(array, outer.Length).Take(most)];
        int[] columns = [.. Range(array, outer.Length + 1).Take(most)];
        html.Append("<table>");
        if (outer.Length > 0)
            html.Append(CultureInfo.InvariantCulture, $"<caption>[{string.Join(", ", outer)}, row, column]</caption>");
        html.Append("<thead><tr><th></th>");
        foreach (int column in columns)
            html.Append(CultureInfo.InvariantCulture, $"<th>{column}</th>");
        html.Append("</tr></thead><tbody>");
        string more = array.GetLength(outer.Length + 1) > most ? "<td>...</td>" : "";
        foreach (int row in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th>{row}</th>");
            foreach (int column in columns)
                html.Append("<td>").Append(WebUtility.HtmlEncode(Item(array, [.. outer, row, column]))).Append("</td>");
            html.Append(more).Append("</tr>");
        }
        html.Append("</tbody></table>");
        if (array.GetLength(outer.Length) is var count && count > most)
            html.Append(CultureInfo.InvariantCulture, $"<p>({count - most} more rows)</p>");
    }

    // [ [ 1, 2 ], [ 3, 4 ] ], as the formatting library writes sequences.
    private static string Text(Array array, int most, params int[] outer)
    {
        if (outer.Length == array.Rank)
            return Item(array, outer);
        int count = array.GetLength(outer.Length);
        string items = string.Join(", ", Range(array, outer.Length).Take(most).Select(i => Text(array, most, [.. outer, i])));
        string more = count > most ? string.Create(CultureInfo.InvariantCulture, $" ... ({count - most} more)") : "";
        return $"[ {items}{more} ]";
    }

    private static string Item(Array array, int[] index) => array.GetValue(index).ToDisplayString(PlainTextFormatter.MimeType);

    private static IEnumerable<int> Range(Array array, int dimension) =>
        Enumerable.Range(array.GetLowerBound(dimension), array.GetLength(dimension));

    private static IEnumerable<int[]> Indices(Array array, int dimensions) => dimensions == 0
        ? [[]]
        : Indices(array, dimensions - 1).SelectMany(_ => Range(array, dimensions - 1), (outer, i) => (int[])[.. outer, i]);
}
