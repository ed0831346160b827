using System.Text.Json.Nodes;

namespace Course.Plots;

/// <summary>What the axes of a figure say: their titles, which hold the units, and from where to where they go.</summary>
internal static class AxisSummary
{
    /// <summary>One sentence an axis, for the first x axis and the first y axis.</summary>
    internal static IEnumerable<string> Of(JsonObject[] traces, JsonObject layout) =>
        from axis in (string[])["x", "y"]
        let said = Of(traces, layout[axis + "axis"] as JsonObject ?? [], axis)
        where said.Length > 0
        select said;

    private static string Of(JsonObject[] traces, JsonObject settings, string axis)
    {
        string title = (settings["title"] as JsonObject)?["text"] is JsonValue text && text.TryGetValue(out string? words)
            ? PlainText.Of(words) : "";
        bool logarithmic = (string?)settings["type"] == "log";
        string range = Range(traces, settings, axis, logarithmic);
        string[] said = [.. ((string[])[title, range, logarithmic ? "logarithmic" : ""]).Where(part => part.Length > 0)];
        return said.Length > 0 ? $"{axis}: {string.Join(", ", said)}" : "";
    }

    private static string Range(JsonObject[] traces, JsonObject settings, string axis, bool logarithmic)
    {
        if (settings["range"] is JsonArray { Count: 2 } range && range.All(end => end.IsNumber()))
        {
            double[] ends = [.. range.Numbers().Select(end => logarithmic ? Math.Pow(10, end) : end).Order()];
            return Between(ends);
        }

        string[] categories = [.. traces.SelectMany(trace => TraceSummary.Texts(trace[axis])).Distinct()];
        if (categories.Length > 0) return categories.Length == 1 ? categories[0] : $"{Short(categories[0])} to {Short(categories[^1])}";
        double[] values = [.. traces.SelectMany(trace => trace[axis].Numbers()).Order()];
        return values.Length == 0 ? "" : Between(values);
    }

    private static string Between(double[] ordered) => $"{SpokenNumber.Of(ordered[0])} to {SpokenNumber.Of(ordered[^1])}";

    private static string Short(string category) => ChartSummary.Short(PlainText.Of(category));
}
