using System.Globalization;
using Microsoft.Data.Analysis;

namespace Course.Data;

/// <summary>Reads a file of a data set as a <see cref="DataFrame"/>. Every column has a declared name and type; nothing is guessed.</summary>
internal static class TableFile
{
    /// <summary>Reads all rows of a file. An empty field and R's <c>NA</c> are missing values.</summary>
    /// <param name="dataset">The data set, for example <c>zoo</c>.</param>
    /// <param name="file">Its file.</param>
    /// <param name="columns">The columns, in the file's order.</param>
    /// <param name="header">Whether the first row names the columns; those names give way to the declared ones.</param>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">The file has another number of columns, or a field is not of its column's type.</exception>
    internal static DataFrame Read(string dataset, string file, IReadOnlyList<TableColumn> columns, bool header = true)
    {
        using Stream content = Datasets.Open(dataset, file);
        return Read(Csv.Read(content, file), file, columns, header);
    }

    /// <summary>Builds the table from rows of text.</summary>
    internal static DataFrame Read(IReadOnlyList<string[]> rows, string file, IReadOnlyList<TableColumn> columns, bool header)
    {
        if (rows.Count > 0 && rows[0].Length != columns.Count)
            throw new DatasetCorruptException($"{file}: {rows[0].Length} columns where there should be {columns.Count}.");
        IEnumerable<string[]> examples = rows.Skip(header ? 1 : 0);
        return new DataFrame(columns.Select((column, number) => Column(column, examples.Select(row => row[number]), file)));
    }

    private static DataFrameColumn Column(TableColumn column, IEnumerable<string> fields, string file)
    {
        try
        {
            return column.Build(fields.Select(field => field is "" or "NA" ? null : field));
        }
        catch (FormatException error)
        {
            throw new DatasetCorruptException($"{file}, column {column.Name}: {error.Message}", error);
        }
    }
}

/// <summary>A column of a file: its name in the table, and how its fields become values of one type.</summary>
/// <param name="Name">The name.</param>
/// <param name="Build">Makes the column from the fields; a missing one is null. A field of another type is a <see
/// cref="FormatException"/>.</param>
internal sealed record TableColumn(string Name, Func<IEnumerable<string?>, DataFrameColumn> Build)
{
    /// <summary>Text.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="read">What a field stands for; null if it stands for itself.</param>
    internal static TableColumn Words(string name, Func<string, string>? read = null) =>
        new(name, fields => new StringDataFrameColumn(name, fields.Select(field => field is null || read is null ? field : read(field))));

    /// <summary>Numbers with decimals.</summary>
    internal static TableColumn Numbers(string name) => new(name, fields => new DoubleDataFrameColumn(name,
        fields.Select(field => field is null ? (double?)null : double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture))));

    /// <summary>Whole numbers.</summary>
    internal static TableColumn Counts(string name) => new(name, fields => new Int32DataFrameColumn(name,
        fields.Select(field => field is null ? (int?)null : int.Parse(field, CultureInfo.InvariantCulture))));

    /// <summary>Months, written 1949-01; each is its first day.</summary>
    internal static TableColumn Months(string name) => new(name, fields => new DateTimeDataFrameColumn(name,
        fields.Select(field => field is null ? (DateTime?)null : DateTime.ParseExact(field, "yyyy-MM", CultureInfo.InvariantCulture))));
}
