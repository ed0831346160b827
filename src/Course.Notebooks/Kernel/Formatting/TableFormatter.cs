using System.Data;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel.Formatting;

/// <summary>Shows the tables of System.Data as tables; the formatting library would show the object with all that it refers to.</summary>
internal static class TableFormatter
{
    internal static void Register(int mostRows)
    {
        Register<DataTable>(table => [Html(table.TableName, table.Columns, table.Rows.Cast<DataRow>(), table.Rows.Count, mostRows)],
            table => Text(table.TableName, table.Columns, table.Rows.Count));
        Register<DataView>(
            view => [Html("", view.Table!.Columns, view.Cast<DataRowView>().Select(row => row.Row), view.Count, mostRows)],
            view => Text(view.Table!.TableName, view.Table.Columns, view.Count));
        Register<DataRow>(row => [Html("", row.Table.Columns, [row], 1, mostRows)],
            row => string.Join(", ", row.ItemArray.Select(item => item.ToDisplayString(PlainTextFormatter.MimeType))));
        Register<DataSet>(
            set => set.Tables.Cast<DataTable>()
                .Select(table => Html(table.TableName, table.Columns, table.Rows.Cast<DataRow>(), table.Rows.Count, mostRows)),
            set => string.Join('\n', set.Tables.Cast<DataTable>().Select(table => Text(table.TableName, table.Columns, table.Rows.Count))));
    }

    private static void Register<T>(Func<T, IEnumerable<string>> html, Func<T, string> text)
    {
        Formatter.Register<T>((value, writer) => writer.Write(string.Concat(html(value))), HtmlFormatter.MimeType);
        Formatter.Register<T>((value, writer) => writer.Write(text(value)), PlainTextFormatter.MimeType);
    }

    private static string Html(string name, DataColumnCollection columns, IEnumerable<DataRow> rows, int count, int most)
    {
        var html = new StringBuilder("<table>");
        if (name.Length > 0)
            html.Append("<caption>").Append(WebUtility.HtmlEncode(name)).Append("</caption>");
        html.Append("<thead><tr>");
        foreach (DataColumn column in columns)
            html.Append("<th>").Append(WebUtility.HtmlEncode(column.ColumnName)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (DataRow row in rows.Take(most))
        {
            html.Append("<tr>");
            foreach (object? item in row.ItemArray)
                html.Append("<td>").Append(WebUtility.HtmlEncode(Item(item))).Append("</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        if (count > most)
            html.Append(CultureInfo.InvariantCulture, $"<p>({count - most} more rows)</p>");
        return html.ToString();
    }

    private static string Text(string name, DataColumnCollection columns, int count) => string.Create(CultureInfo.InvariantCulture,
        $"{name} ({string.Join(", ", columns.Cast<DataColumn>().Select(column => column.ColumnName))}): {count} rows").Trim();

    private static string Item(object? item) => item is null or DBNull ? "" : item.ToDisplayString(PlainTextFormatter.MimeType);
}
