using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Course.RecurrentNets.Charts;

/// <summary>What a net does as a text goes by: one column per symbol, one row per unit. Defined in lesson 08.</summary>
public static class SequenceMap
{
    private const int ColumnWidth = 17, RowHeight = 26;

    /// <summary>Draws a map.</summary>
    /// <param name="text">The symbols, one per column.</param>
    /// <param name="names">The rows' names, from the top.</param>
    /// <param name="rows">Each row's values, one per symbol.</param>
    /// <param name="most">The largest value, at the end of the colour scale; with negative values the scale runs from −most.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">A row has not one value per symbol.</exception>
    public static GenericChart Of(string text, string[] names, double[][] rows, double most = 1)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length != names.Length || rows.Any(row => row.Length != text.Length))
            throw new ArgumentException($"There should be {names.Length} rows of {text.Length} values.", nameof(rows));
        bool signed = rows.Any(row => row.Min() < 0);
        int[] places = [.. Enumerable.Range(0, text.Length)];
        string[] letters = [.. text.Select(letter => letter == ' ' ? "␣" : $"{letter}")];
        var map = new Trace("heatmap");
        map.SetProperty("x", places);
        map.SetProperty("y", names);
        map.SetProperty("z", rows.Select(row => row.Select(value => Math.Round(value, 3)).ToArray()).ToArray());
        map.SetProperty("text", rows.Select(_ => letters).ToArray());
        map.SetProperty("hovertemplate", "%{y} at %{text}: %{z}<extra></extra>");
        map.SetProperty("colorscale", (signed ? Palette.SignedScale : Palette.ShareScale).Convert());
        map.SetProperty("zmin", signed ? -most : 0);
        map.SetProperty("zmax", most);
        map.SetProperty("xgap", 1);
        map.SetProperty("ygap", 1);
        var bar = new ColorBar();
        bar.SetProperty("thickness", 12);
        bar.SetProperty("title", new Title());
        map.SetProperty("colorbar", bar);
        var layout = new Layout();
        layout.SetProperty("xaxis", Axis(("tickvals", places), ("ticktext", letters), ("tickangle", 0)));
        layout.SetProperty("yaxis", Axis(("type", "category"), ("autorange", "reversed")));
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq([map])))
            .Sized(190 + ColumnWidth * text.Length, 150 + RowHeight * rows.Length);
    }

    private static LinearAxis Axis(params (string Name, object Value)[] more)
    {
        var axis = new LinearAxis();
        axis.SetProperty("showgrid", false);
        axis.SetProperty("zeroline", false);
        foreach ((string name, object value) in more) axis.SetProperty(name, value);
        return axis;
    }
}
