using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Course.Plots.ChartExtensions;

namespace Course.Transformers.Charts;

/// <summary>
/// Where a head looks: each row is a token that looks, each column one that is looked at; the darker, the larger the share. Defined in
/// lesson 12.
/// </summary>
public static class AttentionChart
{
    private const int Cell = 30, LeftMargin = 70, Between = 60;

    /// <summary>Draws one map or several beside each other.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="maps">The maps.</param>
    public static GenericChart Of(string title, params AttentionPicture[] maps)
    {
        ArgumentNullException.ThrowIfNull(maps);
        ArgumentOutOfRangeException.ThrowIfZero(maps.Length);
        double[] widths = [.. maps.Select(map => (double)Cell * map.LookedAt.Count)];
        double total = widths.Sum() + Between * (maps.Length - 1), from = 0;
        var traces = new List<Trace>();
        var layout = new Layout();
        var names = new List<object>();
        for (int n = 0; n < maps.Length; n++)
        {
            string suffix = n == 0 ? "" : $"{n + 1}";
            double to = from + widths[n] / total;
            traces.Add(Heat(maps[n], suffix));
            layout.SetProperty("xaxis" + suffix, Axis(maps[n].LookedAt, ("domain", (double[])[from, to]), ("anchor", "y" + suffix)));
            layout.SetProperty("yaxis" + suffix, Axis(maps[n].Looking, ("anchor", "x" + suffix), ("autorange", "reversed")));
            names.Add(Members(("text", maps[n].Name), ("xref", "paper"), ("yref", "paper"), ("x", (from + to) / 2), ("y", 1.0),
                ("xanchor", "center"), ("yanchor", "bottom"), ("showarrow", false)));
            from = to + Between / total;
        }
        layout.SetProperty("annotations", names.ToArray());
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces))).Titled(title)
            .Sized((int)total + LeftMargin + 110, 170 + Cell * maps.Max(map => map.Looking.Count));
    }

    private static Trace Heat(AttentionPicture map, string suffix)
    {
        var heat = new Trace("heatmap");
        heat.SetProperty("z", Enumerable.Range(0, map.Looking.Count).Select(row => Enumerable.Range(0, map.LookedAt.Count)
            .Select(column => Math.Round(map.Weights[row, column], 3)).ToArray()).ToArray());
        heat.SetProperty("text", map.Looking.Select(looking => map.LookedAt.Select(at => $"{looking} looks at {at}").ToArray()).ToArray());
        heat.SetProperty("hovertemplate", "%{text}: %{z:.2f}<extra></extra>");
        heat.SetProperty("xaxis", "x" + suffix);
        heat.SetProperty("yaxis", "y" + suffix);
        heat.SetProperty("colorscale", Palette.ShareScale.Convert());
        heat.SetProperty("zmin", 0);
        heat.SetProperty("zmax", 1);
        heat.SetProperty("xgap", 2);
        heat.SetProperty("ygap", 2);
        heat.SetProperty("showscale", suffix.Length == 0);
        heat.SetProperty("colorbar", Members(("thickness", 12)));
        return heat;
    }

    private static LinearAxis Axis(IReadOnlyList<string> tokens, params (string Name, object Value)[] more)
    {
        var axis = new LinearAxis();
        axis.SetProperty("showgrid", false);
        axis.SetProperty("zeroline", false);
        axis.SetProperty("tickvals", Enumerable.Range(0, tokens.Count).ToArray());
        axis.SetProperty("ticktext", tokens.ToArray());
        axis.SetProperty("tickangle", 0);
        foreach ((string name, object value) in more) axis.SetProperty(name, value);
        return axis;
    }
}

/// <summary>One map of attention weights. Defined in lesson 12.</summary>
/// <param name="Name">What stands over it.</param>
/// <param name="Weights">A row for each token that looks, a column for each that is looked at; each row sums to 1.</param>
/// <param name="Looking">The tokens that look.</param>
/// <param name="LookedAt">The tokens that are looked at.</param>
public sealed record AttentionPicture(string Name, float[,] Weights, IReadOnlyList<string> Looking, IReadOnlyList<string> LookedAt);
