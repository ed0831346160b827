using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Course.Plots.ChartExtensions;

namespace Course.BoltzmannMachines.Charts;

/// <summary>
/// The hidden units of an encoder, one per row: their weights to the two visible groups, as in figure 3 of Ackley, Hinton and Sejnowski,
/// 1985, and what they receive from each pattern of the environment. The signs of the latter are the pattern's code. Red attracts, blue
/// repels. Defined in lesson 05.
/// </summary>
public static class EncoderChart
{
    /// <summary>One frame: always a single trace on a fixed scale, so that an animation can move from one to the next.</summary>
    /// <param name="problem">The encoder problem.</param>
    /// <param name="machine">A machine for it.</param>
    /// <param name="bound">The weight with the strongest colour.</param>
    /// <returns>The chart, without title.</returns>
    public static GenericChart Of(EncoderProblem problem, BoltzmannMachine machine, double bound)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(machine);
        int[] hidden = [.. Enumerable.Range(machine.Visible, machine.Hidden).Reverse()];     // Plotly begins at the bottom
        var map = new Trace("heatmap");
        map.SetProperty("z", hidden.Select(h => machine.Weights[h].Take(machine.Visible).Concat(Received(h)).ToArray()).ToArray());
        map.SetProperty("x", Columns("V₁").Concat(Columns("V₂")).Concat(Columns("code")).ToArray());
        map.SetProperty("y", hidden.Select(h => FormattableString.Invariant($"hidden {h - machine.Visible + 1}")).ToArray());
        map.SetProperty("texttemplate", "%{z}");
        map.SetProperty("hovertemplate", "%{y}, %{x}: %{z}<extra></extra>");
        map.SetProperty("colorscale", Palette.SignedScale.Convert());
        map.SetProperty("zmin", -bound);
        map.SetProperty("zmax", bound);
        map.SetProperty("xgap", 4);
        map.SetProperty("ygap", 4);
        var layout = new Layout();
        int patterns = problem.Environment.Count;
        layout.SetProperty("shapes", new[] { Divider(patterns), Divider(2 * patterns) });
        layout.SetProperty("annotations", new[]
        {
            Heading("weights to V₁", 0, patterns), Heading("weights to V₂", patterns, patterns),
            Heading("input from each pattern: its sign is the code", 2 * patterns, patterns),
        });
        layout.SetProperty("margin", Members(("l", 80), ("r", 20), ("t", 90), ("b", 50)));
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq([map]))).Sized(860, 330);

        IEnumerable<double> Received(int h) =>
            problem.Environment.Select(vector => machine.Gap([.. vector, .. new int[machine.Hidden]], h));

        IEnumerable<string> Columns(string block) => problem.Environment.Select((_, k) => FormattableString.Invariant($"{block} {k + 1}"));
    }

    // What the columns of a block show.
    private static DynamicObj.DynamicObj Heading(string text, int from, int columns) => Members(("text", text), ("xref", "x"),
        ("yref", "paper"), ("x", from + (columns - 1) / 2.0), ("y", 1.02), ("yanchor", "bottom"), ("showarrow", false),
        ("font", Members(("size", 12))));

    // A line in front of a block of columns: the two groups and the codes are read apart.
    private static Shape Divider(int column)
    {
        var stroke = new Line();
        stroke.SetProperty("color", "#808080");
        stroke.SetProperty("width", 3);
        var divider = new Shape();
        divider.SetProperty("type", "line");
        divider.SetProperty("yref", "paper");
        divider.SetProperty("x0", column - 0.5);
        divider.SetProperty("x1", column - 0.5);
        divider.SetProperty("y0", 0);
        divider.SetProperty("y1", 1);
        divider.SetProperty("line", stroke);
        return divider;
    }
}
