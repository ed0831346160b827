using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace Course.BoltzmannMachines.Charts;

/// <summary>
/// All 16 states of a net of four units as a map. A step to the side, up or down changes a single unit, because rows and columns are in
/// Gray's order; the left edge joins the right one, and the upper edge the lower one. The colour is the energy. Defined in lesson 05.
/// </summary>
public static class StateMap
{
    private static readonly int[] gray = [0b00, 0b01, 0b11, 0b10];
    private static readonly int[] places = [0, 1, 2, 3];
    private static readonly string[] names = ["00", "01", "11", "10"];

    /// <summary>The map, with a ball where the net is: always the same two traces, so that an animation can move it.</summary>
    /// <param name="net">A net of four units.</param>
    /// <param name="s">The state that it is in.</param>
    /// <returns>The chart, without title.</returns>
    public static GenericChart Of(SymmetricNet net, int[] s)
    {
        ArgumentNullException.ThrowIfNull(net);
        double[][] heights =
            [.. gray.Select(row => gray.Select(column => Math.Round(net.Energy(Enumeration.StateOf(4 * row + column, 4)), 2))
            .ToArray())];
        string[][] names =
            [.. gray.Select(row => gray.Select(column => string.Concat(Enumeration.StateOf(4 * row + column, 4))).ToArray())];
        var ground = new Trace("heatmap");
        ground.SetProperty("z", heights);
        ground.SetProperty("text", names);
        ground.SetProperty("texttemplate", "%{text}<br>%{z}");
        ground.SetProperty("hovertemplate", "state %{text}, energy %{z}<extra></extra>");
        ground.SetProperty("colorscale", Palette.ShareScale.Convert());
        ground.SetProperty("reversescale", true);
        ground.SetProperty("xgap", 3);
        ground.SetProperty("ygap", 3);
        ground.SetProperty("colorbar", Members(("title", Members(("text", "energy")))));

        int number = Enumeration.NumberOf(s);
        var ball = new Trace("scatter");
        ball.SetProperty("mode", "markers");
        ball.SetProperty("x", new[] { Array.IndexOf(gray, number & 3) + 0.3 });
        ball.SetProperty("y", new[] { Array.IndexOf(gray, number >> 2) + 0.3 });
        ball.SetProperty("marker", Members(("size", 26), ("color", "#E69F00"), ("line", Members(("width", 2), ("color", "#000000")))));
        ball.SetProperty("hoverinfo", "skip");

        var layout = new Layout();
        layout.SetProperty("showlegend", false);
        layout.SetProperty("xaxis", Axis("units 2 and 3"));
        layout.SetProperty("yaxis", Axis("units 0 and 1"));
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq([ground, ball]))).Sized(700, 520);
    }

    private static DynamicObj.DynamicObj Axis(string title) => Members(
        ("title", Members(("text", title))), ("showgrid", false), ("zeroline", false), ("range", new[] { -0.5, 3.5 }),
        ("tickvals", places), ("ticktext", names));

    private static DynamicObj.DynamicObj Members(params (string Name, object Value)[] members)
    {
        var owner = new DynamicObj.DynamicObj();
        foreach ((string name, object value) in members) owner.SetProperty(name, value);
        return owner;
    }
}
