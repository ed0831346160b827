using System.Globalization;
using Microsoft.Data.Analysis;

namespace Course.Data;

/// <summary>The quick way from a table to plain arrays, for loops written from scratch.</summary>
/// <example><code>
/// DataFrame iris = Iris.Load();
/// double[][] x = iris.Matrix("petal length", "petal width");      // 150 x 2
/// string[] species = iris["species"].Words();
/// </code></example>
public static class DataFrameArrays
{
    /// <summary>The numbers of a column.</summary>
    /// <param name="column">A column of numbers without gaps.</param>
    /// <returns>One number per row.</returns>
    /// <exception cref="ArgumentException">The column does not hold numbers, or one is missing.</exception>
    public static double[] Doubles(this DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (!column.IsNumericColumn())
            throw new ArgumentException($"The column '{column.Name}' does not hold numbers.");
        if (column.NullCount > 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The column '{column.Name}' lacks {column.NullCount} of its {column.Length} numbers: drop those rows first, with DropNulls()."));
        }

        return [.. column.Cast<object>().Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture))];
    }

    /// <summary>The values of a column as text.</summary>
    /// <param name="column">Any column; numbers are written with a decimal point.</param>
    /// <returns>One text per row; null if the value is missing.</returns>
    public static string?[] Words(this DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return [.. column.Cast<object?>().Select(value => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture))];
    }

    /// <summary>Some columns as rows of numbers.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns' names, at least one; they hold numbers without gaps.</param>
    /// <returns>One array per row, with a number per column.</returns>
    /// <exception cref="ArgumentException">A column does not exist, does not hold numbers, or lacks one.</exception>
    public static double[][] Matrix(this DataFrame table, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Transposed(Array.ConvertAll(columns, column => table[column].Doubles()), (int)table.Rows.Count);
    }

    /// <summary>A column of classes, one per row.</summary>
    /// <exception cref="ArgumentException">A class is missing.</exception>
    internal static string[] Labels(DataFrameColumn column) => column.NullCount == 0
        ? [.. column.Words().OfType<string>()]
        : throw new ArgumentException($"The column '{column.Name}' lacks the class of a row.");

    /// <summary>Turns one array per column into one array per row.</summary>
    internal static T[][] Transposed<T>(T[][] columns, int rows) =>
        [.. Enumerable.Range(0, rows).Select(row => Array.ConvertAll(columns, column => column[row]))];
}
