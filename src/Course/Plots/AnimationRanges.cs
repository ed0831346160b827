using System.Text.Json.Nodes;

namespace Course.Plots;

/// <summary>
/// Keeps the axes and the colours of an animation still: their ranges span all frames, where the author has not set them.
/// </summary>
internal static class AnimationRanges
{
    internal static void Fix(ThemedFigure[] figures)
    {
        FixAxis(figures, "x");
        FixAxis(figures, "y");
        FixColours(figures);
    }

    private static void FixAxis(ThemedFigure[] figures, string axis)
    {
        JsonObject layout = figures[0].Layout;
        JsonObject settings = layout[axis + "axis"] as JsonObject ?? [];
        if (settings.ContainsKey("range") || (string?)settings["type"] is "log" or "category" or "date") return;
        double[] values = [.. figures.SelectMany(figure => figure.Data.OfType<JsonObject>()).Where(trace => OnFirstAxes(trace, axis))
            .SelectMany(trace => trace[axis].Numbers())];
        bool otherKinds = figures.SelectMany(figure => figure.Data.OfType<JsonObject>())
            .Any(trace => (string?)trace["type"] is not ("scatter" or "scattergl"));
        if (values.Length == 0 || otherKinds) return;
        (double low, double high) = (values.Min(), values.Max());
        double margin = high > low ? 0.06 * (high - low) : 1;
        settings["range"] = new JsonArray(low - margin, high + margin);
        if (settings.Parent is null) layout[axis + "axis"] = settings;
    }

    private static bool OnFirstAxes(JsonObject trace, string axis) => trace[axis + "axis"] is null || (string?)trace[axis + "axis"] == axis;

    private static void FixColours(ThemedFigure[] figures)
    {
        for (int trace = 0; trace < figures[0].Data.Count; trace++)
        {
            JsonObject[] same = [.. figures.Select(figure => figure.Data[trace]).OfType<JsonObject>()];
            if (same.Any(t => (string?)t["type"] is not ("heatmap" or "surface") || t.ContainsKey(Low(t)))) continue;
            double[] values = [.. same.SelectMany(t => t["z"].Numbers())];
            if (values.Length == 0) continue;
            foreach (JsonObject t in same)
            {
                t[Low(t)] = values.Min();
                t[Low(t).Replace("min", "max", StringComparison.Ordinal)] = values.Max();
            }
        }
    }

    private static string Low(JsonObject trace) => (string?)trace["type"] == "surface" ? "cmin" : "zmin";
}
