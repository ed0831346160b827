using System.Text.Json.Nodes;

namespace Course.Plots;

/// <summary>Brings a chart into the course's theme. What the chart's author has set stays.</summary>
internal static class ThemeRules
{
    /// <summary>The width of a chart whose author gave none, in pixels: the width of a page's text.</summary>
    internal const int Width = 740;

    /// <summary>The height of a chart whose author gave none, in pixels.</summary>
    internal const int Height = 420;

    private static readonly Lazy<JsonNode> template = new(() =>
    {
        using Stream theme = typeof(ThemeRules).Assembly.GetManifestResourceStream("Course.Plots.theme.json")!;
        return JsonNode.Parse(theme)!;
    });

    private static readonly string[] dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];
    private static readonly string[] symbols = ["circle", "square", "diamond", "triangle-up", "cross", "x", "star"];

    internal static void Apply(JsonArray data, JsonObject layout)
    {
        // Plotly.NET's own template (white paper, lilac plot) stands in every chart that was made with its defaults.
        layout["template"] = template.Value.DeepClone();
        SetSize(layout);
        TellApart(data);
        TickPowers(data, layout, "x");
        TickPowers(data, layout, "y");
        MakeRoom(data, layout);
    }

    /// <summary>The chart's title as its author wrote it, else null.</summary>
    internal static string? TitleOf(JsonObject layout) =>
        (layout["title"] is JsonObject title ? title["text"] : layout["title"]) is JsonValue text && text.TryGetValue(out string? words)
        ? words : null;

    // Plotly.NET writes its default size, 600 x 600, into every chart: only another size is one that the author chose.
    private static void SetSize(JsonObject layout)
    {
        bool chosen = layout["width"] is { } width && layout["height"] is { } height
            && !(width.Whole() == ChartTheme.UnsetWidth && height.Whole() == ChartTheme.UnsetHeight);
        if (chosen) return;
        layout["width"] = Width;
        layout["height"] = Height;
    }

    /// <summary>Colour is not the only cue: lines that take their colour from the theme differ in dashes too, markers in shape.</summary>
    private static void TellApart(JsonArray data)
    {
        int place = 0;
        foreach (JsonObject trace in data.OfType<JsonObject>().Where(IsPlainScatter))
        {
            string mode = (string?)trace["mode"] ?? "lines";
            if (place > 0 && mode.Contains("lines", StringComparison.Ordinal))
                SetIfAbsent(trace, "line", "dash", dashes[place % dashes.Length]);
            if (place > 0 && mode.Contains("markers", StringComparison.Ordinal))
                SetIfAbsent(trace, "marker", "symbol", symbols[place % symbols.Length]);
            place++;
        }
    }

    private static bool IsPlainScatter(JsonObject trace) =>
        (string?)trace["type"] is "scatter" or "scattergl" && (trace["line"] as JsonObject)?["color"] is null
        && (trace["marker"] as JsonObject)?["color"] is null;

    private static void SetIfAbsent(JsonObject trace, string part, string property, string value)
    {
        if (trace[part] is not JsonObject owner) trace[part] = owner = [];
        owner.TryAdd(property, value);
    }

    // Between the powers of ten Plotly writes small 2s and 5s; where there are powers enough they only puzzle.
    private static void TickPowers(JsonArray data, JsonObject layout, string axis)
    {
        if (layout[axis + "axis"] is not JsonObject settings || (string?)settings["type"] != "log" || settings.ContainsKey("dtick")
            || settings.ContainsKey("tickvals")) return;
        double[] powers = [.. data.OfType<JsonObject>().SelectMany(trace => trace[axis].Numbers()).Where(value => value > 0)
            .Select(Math.Log10)];
        if (powers.Length > 0 && powers.Max() - powers.Min() is > 2 and < 9) settings["dtick"] = 1;
    }

    // The title stands at the very top, the legend in rows between it and the plot.
    private static void MakeRoom(JsonArray data, JsonObject layout)
    {
        string[] names = [.. data.OfType<JsonObject>().Where(trace => InLegend(trace)).Select(trace => (string?)trace["name"] ?? "trace")];
        if (layout["showlegend"] is not JsonValue asked || !asked.TryGetValue(out bool legend)) legend = names.Length > 1;
        if (!layout.ContainsKey("showlegend")) layout["showlegend"] = legend;
        int titleLines = TitleOf(layout)?.Split("<br>").Length ?? 0;
        int rows = legend ? LegendRows(names, layout["width"]!.Whole() - 100) : 0;
        if (layout["margin"] is not JsonObject margin) layout["margin"] = margin = [];
        margin.TryAdd("t", 22 + 24 * titleLines + 21 * rows);
        margin.TryAdd("l", 60);
        margin.TryAdd("r", 24);
        margin.TryAdd("b", 52);
    }

    private static int LegendRows(string[] names, int width)
    {
        // An entry is a line or marker, a gap, and some 7 pixels a letter. Where one row does not hold them all, Plotly gives each the
        // width of the longest.
        int[] entries = [.. names.Select(name => 45 + 7 * PlainText.Of(name).Length)];
        if (entries.Sum() <= width) return 1;
        int perRow = Math.Max(1, width / entries.Max());
        return (names.Length + perRow - 1) / perRow;
    }

    private static bool InLegend(JsonObject trace) =>
        (string?)trace["type"] is not ("heatmap" or "surface" or "image" or "table" or "contour")
        && !(trace["showlegend"] is JsonValue shown && shown.TryGetValue(out bool wanted) && !wanted);
}
