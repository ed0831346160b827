using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;
using Chart = Plotly.NET.CSharp.Chart;

namespace Course.Backpropagation.Charts;

/// <summary>
/// Pictures of a number that depends on two others: the loss of two weights, or what a network says to two inputs. Defined in lesson 06.
/// </summary>
public static class SurfaceCharts
{
    private const int Points = 45;
    private static readonly string[] colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

    /// <summary>A loss as a map, the darker the lower, with paths that walk on it: the picture after some of their steps.</summary>
    /// <param name="loss">The loss of two weights.</param>
    /// <param name="paths">Each path's name, and the two weights after each of its steps.</param>
    /// <param name="steps">How many steps of each path are shown.</param>
    /// <param name="low">The smallest weight on the map, either way.</param>
    /// <param name="high">The largest.</param>
    /// <returns>One frame, without titles; always one trace more than there are paths.</returns>
    public static GenericChart Map(Func<double, double, double> loss, IReadOnlyList<(string Name, double[][] Places)> paths, int steps,
        double low, double high)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(paths);
        double[] grid = Grid(low, high);
        Trace map = Land("heatmap", grid, (first, second) => Math.Log10(loss(first, second) + 1e-3));
        map.SetProperty("hoverinfo", "skip");
        map.SetProperty("zsmooth", "best");
        IEnumerable<GenericChart> walks = paths.Select((path, i) =>
        {
            double[][] walked = path.Places[..Math.Min(steps + 1, path.Places.Length)];
            return (GenericChart)Chart.Line<double, double, string>(walked.Select(place => place[0]), walked.Select(place => place[1]),
                Name: path.Name,
                ShowMarkers: true, LineWidth: 2.5, LineColor: Color.fromHex(colours[i % colours.Length]),
                MarkerColor: Color.fromHex(colours[i % colours.Length]));
        });
        return Chart.Combine([GenericChart.ofTraceObjects(true, ListModule.OfSeq([map])), .. walks]).RangeX(low, high).RangeY(low, high);
    }

    /// <summary>
    /// What a network of two inputs says everywhere in a square: blue for 0, red for 1; and the examples, circles that should be red and
    /// squares that should be blue.
    /// </summary>
    /// <param name="network">From a batch of points, two numbers each, to one output each.</param>
    /// <param name="x">The examples.</param>
    /// <param name="targets">What the network should say to each, 0 or 1.</param>
    /// <param name="low">Where the square begins.</param>
    /// <param name="high">Where it ends.</param>
    /// <returns>One frame, without titles; always three traces.</returns>
    public static GenericChart Decision(Func<double[], double[]> network, double[][] x, double[] targets, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(x);
        double[] grid = Grid(low, high);
        double[] answers = network([.. grid.SelectMany(second => grid.SelectMany(first => new[] { first, second }))]);
        var map = new Trace("heatmap");
        map.SetProperty("x", grid.Select(Short).ToArray());
        map.SetProperty("y", grid.Select(Short).ToArray());
        map.SetProperty("z", answers.Select(Short).Chunk(Points).ToArray());
        map.SetProperty("colorscale", Palette.SignedScale.Convert());
        map.SetProperty("zmin", 0);
        map.SetProperty("zmax", 1);
        map.SetProperty("showscale", false);
        map.SetProperty("hovertemplate", "says %{z:.2f}<extra></extra>");
        return Chart.Combine([
            GenericChart.ofTraceObjects(true, ListModule.OfSeq([map])),
            Examples(1, "should be 1", "circle", "#D55E00"),
            Examples(0, "should be 0", "square", "#0072B2"),
        ]).RangeX(low, high).RangeY(low, high).Sized(740, 600);

        GenericChart Examples(double wanted, string name, string symbol, string colour)
        {
            double[][] some = [.. x.Where((_, i) => targets[i] == wanted)];
            GenericChart points = Chart.Point<double, double, string>(some.Select(point => point[0]), some.Select(point => point[1]),
                Name: name);
            Trace trace = GenericChart.getTraces(points)[0];
            trace.SetProperty("marker", Members(("symbol", symbol), ("color", colour), ("size", x.Length > 20 ? 8 : 16),
                ("line", Members(("color", "#FFFFFF"), ("width", 1.5)))));
            return points;
        }
    }

    private static Trace Land(string type, double[] grid, Func<double, double, double> height)
    {
        var land = new Trace(type);
        land.SetProperty("x", grid.Select(Short).ToArray());
        land.SetProperty("y", grid.Select(Short).ToArray());
        land.SetProperty("z", grid.Select(second => grid.Select(first => Short(height(first, second))).ToArray()).ToArray());
        land.SetProperty("colorscale", StyleParam.Colorscale.Greys.Convert());
        land.SetProperty("opacity", 0.78);
        land.SetProperty("showscale", false);
        return land;
    }

    private static double[] Grid(double low, double high) =>
        [.. Enumerable.Range(0, Points).Select(i => low + (high - low) * i / (Points - 1))];

    private static double Short(double value) => Math.Round(value, 3);
}
