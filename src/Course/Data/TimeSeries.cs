using Microsoft.Data.Analysis;
using static Course.Data.TableColumn;

namespace Course.Data;

/// <summary>
/// Classical series of measurements, in R's spelling: <c>AirPassengers</c> (thousands of passengers a month), <c>co2</c> (parts per million
/// over Mauna Loa, by month), <c>lynx</c> (trapped in Canada, by year), <c>Nile</c> (its flow at Aswan in 10⁸ m³, by year),
/// <c>sunspot.year</c> and <c>sunspots</c> (sunspot numbers, by year and by month).
/// </summary>
public static class TimeSeries
{
    private static readonly Dictionary<string, TableColumn[]> columns = new()
    {
        ["AirPassengers"] = [Months("month"), Counts("passengers")],
        ["co2"] = [Months("month"), Numbers("ppm")],
        ["lynx"] = [Counts("year"), Counts("lynx")],
        ["Nile"] = [Counts("year"), Counts("flow")],
        ["sunspot.year"] = [Counts("year"), Numbers("sunspots")],
        ["sunspots"] = [Months("month"), Numbers("sunspots")],
    };

    /// <summary>The names of the series.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. columns.Keys];

    /// <summary>
    /// Loads one series: <c>month</c> (the date of its first day) or <c>year</c> (a whole number), and the values under their own name.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such series; the message names the closest, or all.</exception>
    public static DataFrame Load(string name) => columns.TryGetValue(name, out TableColumn[]? those)
        ? TableFile.Read("time-series", $"{name}.csv", those)
        : throw new ArgumentException(DidYouMean.For("series", name, columns.Keys));
}
