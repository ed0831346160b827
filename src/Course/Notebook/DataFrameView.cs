using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>
/// How a <see cref="DataFrame"/> is shown: its first rows as a table, and a line with its size. Numbers of a column have the same decimals,
/// so that they can be compared at a glance; a missing value is a dash. Without it, a notebook would show the frame's properties.
/// </summary>
internal sealed class DataFrameView
{
    private const int MostRows = 20;
    private const int MostColumns = 10;
    private const int LastColumns = 3;
    private const int LongestText = 60;
    private const string Cut = "…";
    private const string Cell = HtmlParts.Cell + ";padding:.15em .95em .15em 0;white-space:nowrap";

    private readonly ViewColumn[] columns;
    private readonly int rows;
    private readonly string size;

    internal DataFrameView(DataFrame frame)
    {
        rows = (int)Math.Min(frame.Rows.Count, MostRows);
        int count = frame.Columns.Count;
        IEnumerable<ViewColumn> Columns(Range range) => frame.Columns.Take(range).Select(column => new ViewColumn(column, rows));
        columns = count <= MostColumns
            ? [.. Columns(..)]
            : [.. Columns(..(MostColumns - LastColumns - 1)), ViewColumn.Gap(rows), .. Columns(^LastColumns..)];
        size = string.Create(CultureInfo.InvariantCulture,
            $"{frame.Rows.Count:N0} {(frame.Rows.Count == 1 ? "row" : "rows")}, {count:N0} {(count == 1 ? "column" : "columns")}");
        if (frame.Rows.Count > rows) size += string.Create(CultureInfo.InvariantCulture, $"; the first {rows} rows are shown");
    }

#pragma warning disable CA2255 // A library's initializer is what is wanted: it must run in whichever engine loads this assembly.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void RegisterOnceFramesAreThere() => WhenLoaded.Register("Microsoft.Data.Analysis",
        library => Register(library.GetType("Microsoft.Data.Analysis.DataFrame", throwOnError: true)!));

    /// <summary>Registers the formatters. May be called any number of times.</summary>
    /// <param name="frameType">The type <see cref="DataFrame"/>, which cannot be named while its library is being loaded.</param>
    internal static void Register(Type frameType)
    {
        Formatter.SetPreferredMimeTypesFor(frameType, HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
        Formatter.Register(frameType, (frame, writer) => writer.Write(Of(frame).ToHtml()), HtmlFormatter.MimeType);
        Formatter.Register(frameType, (frame, writer) => writer.Write(Of(frame).ToText()), PlainTextFormatter.MimeType);
    }

    private static DataFrameView Of(object frame) => new((DataFrame)frame);

    internal string ToHtml()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div style=\"{HtmlParts.Frame};font-size:.92em;overflow-x:auto\"><table style=\"{HtmlParts.Table}\"><thead>");
        Row(html, column => $"<th style=\"{Cell};border-bottom:{HtmlParts.Line}{column.Alignment};font-weight:600\">{HtmlParts.Text(column.Name)}</th>");
        html.Append("</thead><tbody>");
        for (int row = 0; row < rows; row++)
            Row(html, column => $"<td style=\"{Cell}{column.Alignment}\">{HtmlParts.Text(column.Cells[row])}</td>");
        html.Append(CultureInfo.InvariantCulture,
            $"</tbody></table><div style=\"font-size:.82em;opacity:.75;margin-top:.3em\">{HtmlParts.Text(size)}</div></div>");
        return html.ToString();
    }

    internal string ToText()
    {
        var text = new StringBuilder();
        Line(text, column => column.Name);
        for (int row = 0; row < rows; row++) Line(text, column => column.Cells[row]);
        return text.Append(size).ToString();
    }

    private void Row(StringBuilder html, Func<ViewColumn, string> cell) =>
        html.Append("<tr style=\"background:transparent\">").AppendJoin("", columns.Select(cell)).Append("</tr>");

    private void Line(StringBuilder text, Func<ViewColumn, string> cell) =>
        text.AppendLine(string.Join("  ", columns.Select(column => column.Pad(cell(column)))).TrimEnd());

    /// <summary>A column's name and the texts of its first cells.</summary>
    private sealed class ViewColumn
    {
        private readonly bool right;
        private readonly int width;

        internal ViewColumn(DataFrameColumn column, int rows)
            : this(OneLine(column.Name), Texts([.. Enumerable.Range(0, rows).Select(row => column[row])]), column.IsNumericColumn())
        {
        }

        private ViewColumn(string name, string[] cells, bool right)
        {
            (Name, Cells, this.right) = (name, cells, right);
            width = cells.Append(name).Max(text => text.Length);
        }

        internal string Name { get; }

        internal string[] Cells { get; }

        internal string Alignment => right ? ";text-align:right;font-variant-numeric:tabular-nums" : "";

        internal static ViewColumn Gap(int rows) => new(Cut, [.. Enumerable.Repeat(Cut, rows)], right: false);

        internal string Pad(string text) => right ? text.PadLeft(width) : text.PadRight(width);

        private static string[] Texts(object?[] values)
        {
            string format = FormatOf([.. values.Where(value => value is double or float or decimal)
                .Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)).Where(double.IsFinite)]);
            return Array.ConvertAll(values, value => value switch
            {
                null => "–",
                double or float or decimal => ((IFormattable)value).ToString(format, CultureInfo.InvariantCulture),
                DateTime date => date.ToString(date == date.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                _ => OneLine(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
            });
        }

        /// <summary>
        /// As many decimals as the numbers need, at most four; four digits in all where some are very large or very small.
        /// </summary>
        private static string FormatOf(double[] numbers)
        {
            if (numbers.Any(number => number != 0 && Math.Abs(number) is < 0.00005 or >= 1e9)) return "G4";
            int decimals = 0;
            while (decimals < 4 && numbers.Any(number => Math.Abs(number - Math.Round(number, decimals)) > 0.00005)) decimals++;
            return $"F{decimals}";
        }

        private static string OneLine(string text)
        {
            string line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
            if (line.Length <= LongestText) return line;
            int end = char.IsHighSurrogate(line[LongestText - 2]) ? LongestText - 2 : LongestText - 1;
            return line[..end] + Cut;
        }
    }
}
