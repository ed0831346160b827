using System.Globalization;
using System.Text.Json.Nodes;
using static Course.Plots.ChartSummary;

namespace Course.Plots;

/// <summary>What the traces of a figure say: where each begins and ends, and where it is lowest and highest.</summary>
internal static class TraceSummary
{
    private const int MostTraces = 6, MostUnnamed = 12, MostBars = 8;

    /// <summary>What is drawn: lines, points, bars.</summary>
    internal static IEnumerable<string> Kinds(JsonObject[] traces)
    {
        string[] kinds = [.. traces.Select(KindOf).Where(kind => kind.Length > 0).Distinct()];
        if (kinds.Length > 0) yield return char.ToUpperInvariant(kinds[0][0]) + string.Join(" and ", kinds)[1..];
    }

    /// <summary>The names in the legend, for a figure whose points mean little by themselves.</summary>
    internal static IEnumerable<string> Names(JsonObject[] traces)
    {
        string[] names = [.. traces.Select(NameOf).Where(name => name.Length > 0).Distinct()];
        if (names.Length > 0) yield return string.Join(", ", names);
    }

    /// <summary>A sentence for each of the first traces.</summary>
    internal static IEnumerable<string> Of(JsonObject[] traces)
    {
        JsonObject[] named = [.. traces.Where(trace => NameOf(trace).Length > 0 || TypeOf(trace) is "heatmap" or "contour")];
        if (named.Length == 0 && traces.Length > MostUnnamed) yield break;
        JsonObject[] told = named.Length > 0 ? named : traces;
        foreach (JsonObject trace in told.Take(MostTraces))
        {
            string name = NameOf(trace), said = Of(trace);
            if (said.Length > 0) yield return name.Length > 0 ? $"{name}: {said}" : char.ToUpperInvariant(said[0]) + said[1..];
        }

        if (told.Length > MostTraces) yield return $"And {told.Length - MostTraces} more";
    }

    /// <summary>All texts in an array, and in the arrays in it.</summary>
    internal static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text.Replace("T00:00:00", "", StringComparison.Ordinal)],
        _ => [],
    };

    private static string NameOf(JsonObject trace) =>
        trace["name"] is JsonValue name && name.TryGetValue(out string? text) ? PlainText.Of(text) : "";

    private static string KindOf(JsonObject trace) => TypeOf(trace) switch
    {
        "bar" => "bars",
        "heatmap" => "a heat map",
        "contour" => "contours",
        "scatter" or "scattergl" => (string?)trace["mode"] switch
        {
            "none" => "areas",
            { } mode when mode.StartsWith("markers", StringComparison.Ordinal) => "points",
            "text" => "words",
            _ => "lines",
        },
        var other => other,
    };

    private static string Of(JsonObject trace) => TypeOf(trace) switch
    {
        "heatmap" or "contour" => OfTable(trace["z"]),
        "bar" when (string?)trace["orientation"] == "h" => OfSeries(trace["y"], trace["x"], bars: true),
        var type => OfSeries(trace["x"], trace["y"], bars: type == "bar"),
    };

    private static string OfTable(JsonNode? z)
    {
        double[] values = [.. z.Numbers()];
        if (z is not JsonArray { Count: > 0 } rows || rows[0] is not JsonArray columns || values.Length == 0) return "";
        return $"{Counted(rows.Count, "row")} by {Counted(columns.Count, "column")}, "
            + $"values from {SpokenNumber.Of(values.Min())} to {SpokenNumber.Of(values.Max())}";
    }

    private static string OfSeries(JsonNode? places, JsonNode? values, bool bars)
    {
        if (values is not JsonArray all) return "";
        (string At, double? Place, double Value)[] points = [.. all.Select((value, i) => (Point: PlaceOf(places, i), Value: value))
            .Where(point => point.Value.IsNumber()).Select(point => (point.Point.Text, point.Point.Number, point.Value!.Number()))];
        if (points.Length == 0) return "";
        if (points.Length == 1 || (bars && points.Length <= MostBars))
            return string.Join(", ", points.Select(point => $"{SpokenNumber.Of(point.Value)} at {point.At}"));
        (double low, double high) = (points.Min(point => point.Value), points.Max(point => point.Value));
        bool cloud = !points.Zip(points.Skip(1)).All(pair => pair.First.Place is null || !(pair.First.Place > pair.Second.Place));
        if (cloud) return $"{points.Length} points, from {SpokenNumber.Of(low)} to {SpokenNumber.Of(high)}";
        (var first, var last) = (points[0], points[^1]);
        string text = $"from {SpokenNumber.Of(first.Value)} at {first.At} to {SpokenNumber.Of(last.Value)} at {last.At}";
        if (low < Math.Min(first.Value, last.Value)) text += $", lowest {Turn(low)}";
        if (high > Math.Max(first.Value, last.Value)) text += $", highest {Turn(high)}";
        return text;

        string Turn(double value) => $"{SpokenNumber.Of(value)} at {Array.Find(points, point => point.Value == value).At}";
    }

    // A trace without places stands at 0, 1, 2 and so on.
    private static (string Text, double? Number) PlaceOf(JsonNode? places, int i)
    {
        JsonNode? place = places is JsonArray all ? i < all.Count ? all[i] : null : JsonValue.Create(i);
        return place.IsNumber() ? (SpokenNumber.Of(place!.Number()), place!.Number())
            : (Short(PlainText.Of(Texts(place).FirstOrDefault() ?? "?")), null);
    }
}

/// <summary>A number as it is read aloud: four digits that count, and no more zeros than are needed.</summary>
internal static class SpokenNumber
{
    internal static string Of(double number)
    {
        if (number == 0) return "0";
        double size = Math.Abs(number);
        string text = size is >= 1e15 or < 1e-5 ? number.ToString("0.###e0", CultureInfo.InvariantCulture)
            : size >= 1e4 ? Rounded(number).ToString("#,0", CultureInfo.InvariantCulture)
            : Rounded(number).ToString("0.########", CultureInfo.InvariantCulture);
        return text.Replace('-', '−');
    }

    private static decimal Rounded(double number) =>
        decimal.Parse(number.ToString("G4", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
