using Course.Plots;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Course.Perceptrons.Charts;

/// <summary>
/// Novikoff's two numbers as a picture: a line through the origin that divides the examples, the margin γ, which is the distance of the
/// nearest example to that line, and R, the distance of the farthest example to the origin. Defined in lesson 02.
/// </summary>
public static class MarginPlot
{
    private const string Orange = "#E69F00", Grey = "#888888";

    /// <summary>Draws the examples, the line, γ and R.</summary>
    /// <param name="x">The examples, two inputs each.</param>
    /// <param name="targets">The right answers, 1 or 0.</param>
    /// <param name="u">The two weights of a line that divides them, of any length; the line passes through the origin.</param>
    /// <returns>The chart; its title gives γ and R.</returns>
    public static GenericChart Of(double[][] x, int[] targets, double[] u)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(u);
        double length = Math.Sqrt(u[0] * u[0] + u[1] * u[1]);
        double[] unit = [u[0] / length, u[1] / length];
        double Above(double[] point) => point[0] * unit[0] + point[1] * unit[1];
        double[] nearest = x.MinBy(point => Math.Abs(Above(point)))!;
        double[] farthest = x.MaxBy(point => point[0] * point[0] + point[1] * point[1])!;
        double gamma = Math.Abs(Above(nearest)), r = Math.Sqrt(farthest[0] * farthest[0] + farthest[1] * farthest[1]);
        double[] foot = [nearest[0] - Above(nearest) * unit[0], nearest[1] - Above(nearest) * unit[1]];

        GenericChart[] parts =
        [
            Points(x.Where((_, i) => targets[i] == 1), "should fire", "#D55E00", StyleParam.MarkerSymbol.Circle),
            Points(x.Where((_, i) => targets[i] == 0), "should be silent", "#0072B2", StyleParam.MarkerSymbol.Square),
            Line(Along(0), "u·x = 0", Grey, StyleParam.DrawingStyle.Solid),
            Line(Along(gamma), "distance γ from it", Grey, StyleParam.DrawingStyle.Dash),
            Line(Along(-gamma), null, Grey, StyleParam.DrawingStyle.Dash),
            Line([nearest, foot], "γ, the margin", Orange, StyleParam.DrawingStyle.Solid),
            Line([[0, 0], farthest], "R, the longest example", Orange, StyleParam.DrawingStyle.Dot),
        ];
        return Chart.Combine(parts)
            .Titled(FormattableString.Invariant($"γ = {gamma:0.00}, R = {r:0.00}: at most (R/γ)² = {r * r / gamma / gamma:0} corrections"),
                x: "x₁", y: "x₂")
            .RangeX(-1.1, 1.1).RangeY(-1.1, 1.1).Sized(620, 620);

        // Two points of the line on which u·x is this far above zero.
        double[][] Along(double height) =>
            [.. ((double[])[-3, 3]).Select(t => (double[])[height * unit[0] - t * unit[1], height * unit[1] + t * unit[0]])];
    }

    private static GenericChart Points(IEnumerable<double[]> points, string name, string colour, StyleParam.MarkerSymbol symbol) =>
        Chart.Point<double, double, string>(points.Select(point => point[0]), points.Select(point => point[1]), Name: name,
            MarkerColor: Color.fromHex(colour), MarkerSymbol: symbol);

    private static GenericChart Line(double[][] points, string? name, string colour, StyleParam.DrawingStyle dash) =>
        Chart.Line<double, double, string>(points.Select(point => point[0]), points.Select(point => point[1]),
            Name: name ?? "", ShowLegend: name is not null, LineColor: Color.fromHex(colour), LineDash: dash);
}
