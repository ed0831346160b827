using System.Globalization;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Course.Plots;

/// <summary>The chart of a confusion matrix.</summary>
internal static class ConfusionChart
{
    internal static GenericChart Of(int[,] counts, string[] labels)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int classes = counts.GetLength(0);
        if (counts.GetLength(1) != classes)
            throw new ArgumentException($"A confusion matrix is square, not {classes} x {counts.GetLength(1)}.", nameof(counts));
        if (labels.Length != classes)
            throw new ArgumentException($"There are {labels.Length} labels for {classes} classes.", nameof(labels));

        int[] each = [.. Enumerable.Range(0, classes)];
        int[] totals = [.. each.Select(i => each.Sum(j => counts[i, j]))];
        double Share(int i, int j) => totals[i] == 0 ? 0 : Math.Round((double)counts[i, j] / totals[i], 4);
        // Beside 95 % on the diagonal every error would be white: only errors are coloured, on a scale that ends at the worst of them.
        double worst = each.SelectMany(i => each.Where(j => j != i).Select(j => Share(i, j))).DefaultIfEmpty(0).Max();
        var map = new Trace("heatmap");
        map.SetProperty("x", labels);
        map.SetProperty("y", labels);
        map.SetProperty("z", each.Select(i => each.Select(j => i == j ? 0 : Share(i, j)).ToArray()).ToArray());
        map.SetProperty("customdata", each.Select(i => each.Select(j => Share(i, j)).ToArray()).ToArray());
        map.SetProperty("text",
            each.Select(i => each.Select(j => counts[i, j] == 0 ? "" : counts[i, j].ToString(CultureInfo.InvariantCulture)).ToArray())
                .ToArray());
        map.SetProperty("texttemplate", "%{text}");
        map.SetProperty("hovertemplate", "%{customdata:.1%} of the examples of %{y}<br>were taken for %{x}<extra></extra>");
        map.SetProperty("colorscale", Palette.ShareScale.Convert());
        map.SetProperty("zmin", 0);
        map.SetProperty("zmax", worst == 0 ? 1 : worst);
        map.SetProperty("xgap", 1);
        map.SetProperty("ygap", 1);
        var bar = new ColorBar();
        bar.SetProperty("thickness", 14);
        bar.SetProperty("outlinewidth", 0);
        bar.SetProperty("tickformat", ".0%");
        bar.SetProperty("title", new Title());
        map.SetProperty("colorbar", bar);

        var layout = new Layout();
        int side = Math.Clamp(48 * classes, 240, 700);
        layout.SetProperty("width", side + 150);
        layout.SetProperty("height", side + 120);
        layout.SetProperty("xaxis", Axis());
        layout.SetProperty("yaxis", Axis(("autorange", "reversed"), ("scaleanchor", "x")));
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq([map])))
            .Titled("Which class is taken for which (colour: share of the row)", x: "what the machine said", y: "what it was");
    }

    private static LinearAxis Axis(params (string Name, object Value)[] more)
    {
        var axis = new LinearAxis();
        axis.SetProperty("type", "category");
        axis.SetProperty("showgrid", false);
        axis.SetProperty("constrain", "domain");
        foreach ((string name, object value) in more) axis.SetProperty(name, value);
        return axis;
    }
}
