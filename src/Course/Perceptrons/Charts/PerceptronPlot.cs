using Plotly.NET;

namespace Course.Perceptrons.Charts;

/// <summary>
/// A perceptron of two inputs as a picture: the examples as points, the side on which it fires shaded, and the line on which its sum is
/// zero. Defined in lesson 02.
/// </summary>
public static class PerceptronPlot
{
    private const double Low = -0.05, High = 1.05;

    /// <summary>One frame: always the same five traces, so that an animation can move from one to the next.</summary>
    /// <param name="perceptron">A perceptron of two inputs.</param>
    /// <param name="x">The examples, two inputs from 0 to 1 each.</param>
    /// <param name="targets">The right answers, 1 or 0.</param>
    /// <param name="corrected">The example that was just corrected: it gets a ring.</param>
    /// <param name="fires">What an example with target 1 is called.</param>
    /// <param name="silent">What an example with target 0 is called.</param>
    /// <returns>The chart, without titles.</returns>
    public static GenericChart Of(Perceptron perceptron, double[][] x, int[] targets, int corrected, string fires, string silent)
    {
        ArgumentNullException.ThrowIfNull(perceptron);
        var line = Boundary(perceptron);
        Trace[] traces =
        [
            Side(perceptron),
            Points(x.Where((_, i) => targets[i] == 1), fires, "circle", "#D55E00", 10),
            Points(x.Where((_, i) => targets[i] == 0), silent, "square", "#0072B2", 9),
            Points([x[corrected]], "just corrected", "circle-open", "#E69F00", 22),
            Trace("lines", line, "sum = 0"),
        ];
        var chart = GenericChart.ofTraceObjects(true, Microsoft.FSharp.Collections.ListModule.OfSeq(traces));
        return GenericChart.setLayout(Frame(), chart);
    }

    // The part of the picture where the sum is above zero: the square, cut along the line. Empty where the neuron fires nowhere.
    private static Trace Side(Perceptron perceptron)
    {
        double[][] square = [[Low, Low], [High, Low], [High, High], [Low, High]];
        List<double[]> side = [];
        for (int i = 0; i < square.Length; i++)
        {
            double[] from = square[i], to = square[(i + 1) % square.Length];
            double before = perceptron.Sum(from), after = perceptron.Sum(to);
            if (before > 0) side.Add(from);
            if (before > 0 == after > 0) continue;
            double share = before / (before - after);
            side.Add([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
        }
        Trace trace = Trace("none", side, "fires here");
        trace.SetProperty("fill", "toself");
        trace.SetProperty("fillcolor", "rgba(213,94,0,0.15)");
        trace.SetProperty("hoverinfo", "skip");
        return trace;
    }

    // The two points where w1·x1 + w2·x2 + b = 0 crosses the edges of the picture; none where the line lies outside.
    private static double[][] Boundary(Perceptron perceptron)
    {
        double w1 = perceptron.Weights[0], w2 = perceptron.Weights[1], b = perceptron.Bias;
        List<double[]> crossings = [];
        foreach (double edge in (double[])[Low, High])
        {
            if (w2 != 0) crossings.Add([edge, -(w1 * edge + b) / w2]);
            if (w1 != 0) crossings.Add([-(w2 * edge + b) / w1, edge]);
        }
        double[][] inside = [.. crossings.Where(point => point.All(value => value is >= Low and <= High))
            .OrderBy(point => point[0] + 2 * point[1])];
        return inside.Length == 0 ? [] : [inside[0], inside[^1]];     // in a corner two crossings are one
    }

    private static Trace Points(IEnumerable<double[]> points, string name, string symbol, string colour, int size)
    {
        Trace trace = Trace("markers", points, name);
        trace.SetProperty("marker", Properties(("symbol", symbol), ("color", colour), ("size", size),
            ("line", Properties(("width", symbol.EndsWith("open", StringComparison.Ordinal) ? 4 : 0)))));
        return trace;
    }

    private static Trace Trace(string mode, IEnumerable<double[]> points, string name)
    {
        double[][] all = [.. points];
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("x", Array.ConvertAll(all, point => point[0]));
        trace.SetProperty("y", Array.ConvertAll(all, point => point[1]));
        trace.SetProperty("name", name);
        if (mode == "lines") trace.SetProperty("line", Properties(("color", "#888888"), ("width", 3)));
        return trace;
    }

    private static Layout Frame()
    {
        var layout = new Layout();
        layout.SetProperty("xaxis", Properties(("range", new[] { Low, High })));
        layout.SetProperty("yaxis", Properties(("range", new[] { Low, High })));
        return layout;
    }

    private static DynamicObj.DynamicObj Properties(params (string Name, object Value)[] properties)
    {
        var all = new DynamicObj.DynamicObj();
        foreach (var (name, value) in properties) all.SetProperty(name, value);
        return all;
    }
}
