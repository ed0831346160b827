using System.Globalization;
using Course.Data;
using Microsoft.Data.Analysis;
using static Course.Data.TableColumn;

namespace Course.History;

/// <summary>
/// The tables of the course's map: what happened, which machines there were, and what their training took. Each row names its source.
/// Defined in lesson 00.
/// </summary>
public static class Chronicle
{
    private const string Dataset = "chronicle";

    /// <summary>
    /// Loads what happened from 1943 to 2024, in order: <c>year</c>, <c>month</c> (missing where only the year is known), <c>event</c>,
    /// <c>school</c> (<c>connectionism</c>, <c>symbolism</c> or <c>both</c>), <c>kind</c> (<c>machine</c>, <c>book</c> or <c>event</c>),
    /// <c>lesson</c> (missing if none tells it), <c>story</c>, <c>source</c>.
    /// </summary>
    public static DataFrame Load() => TableFile.Read(Dataset, "chronicle.csv",
    [
        Counts("year"), Counts("month"), Words("event"), Words("school"), Words("kind"), Counts("lesson"), Words("story"), Words("source"),
    ]);

    /// <summary>
    /// Loads the machines, in order: <c>machine</c>, <c>date</c> (the first day of its month), <c>lesson</c>, <c>printed</c> (its
    /// parameters as its paper prints them, missing if it does not), <c>status</c> (<c>counted</c> if the course has the machine, else
    /// <c>rumour</c>), <c>source</c>.
    /// </summary>
    public static DataFrame Machines() => TableFile.Read(Dataset, "machines.csv",
        [Words("machine"), Months("date"), Counts("lesson"), Numbers("printed"), Words("status"), Words("source")]);

    /// <summary>
    /// Loads what trainings took: <c>machine</c>, <c>operations</c> (additions and multiplications), <c>how</c> (<c>counted</c> by this
    /// course, <c>printed</c>, or an <c>estimate</c> of others), <c>source</c>. Not every machine has a row.
    /// </summary>
    public static DataFrame Compute() => TableFile.Read(Dataset, "compute.csv",
        [Words("machine"), Numbers("operations"), Words("how"), Words("source")]);

    /// <summary>Dates as numbers, so that a line can be fitted to them: the middle of June 2017 is 2017.46.</summary>
    /// <param name="dates">A column of dates without gaps; each stands for its month.</param>
    /// <returns>One number of years per row.</returns>
    /// <exception cref="ArgumentException">The column holds no dates.</exception>
    public static double[] Years(DataFrameColumn dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return dates.DataType == typeof(DateTime)
            ? [.. dates.Cast<DateTime>().Select(date => YearOf(date.Year, date.Month))]
            : throw new ArgumentException($"The column '{dates.Name}' holds no dates.");
    }

    /// <summary>The middle of a month, or of the year if no month is known.</summary>
    internal static double YearOf(int year, int? month) => year + (month is { } known ? (known - 0.5) / 12 : 0.5);

    /// <summary>The whole numbers of a column; null where one is missing.</summary>
    internal static int?[] Whole(DataFrameColumn column) =>
        [.. column.Cast<object?>().Select(value => value is null ? (int?)null : Convert.ToInt32(value, CultureInfo.InvariantCulture))];
}
