using System.Globalization;
using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Course.Backpropagation.Charts;

/// <summary>
/// The graph of a computation, played: numbers flow forward to the result, then gradients flow back to everything it came from. Defined in
/// lesson 06.
/// </summary>
public sealed class ScalarGraph
{
    private const string Forward = "#2B88D8", Back = "#D55E00", Grey = "#808080";
    private readonly Scalar[] order;
    private readonly Dictionary<Scalar, (double X, double Y)> places = [];

    private ScalarGraph(Scalar result)
    {
        order = [.. result.Order()];
        Place();
    }

    /// <summary>One frame for each number computed, then one for each through which a gradient flows back.</summary>
    /// <param name="result">The result: best a number of few operations.</param>
    /// <returns>The animation.</returns>
    public static Animation Animate(Scalar result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Animation.Of(new ScalarGraph(result).Frames(), milliseconds: 1100);
    }

    private IEnumerable<(string, GenericChart)> Frames()
    {
        HashSet<Scalar> known = [.. order.Where(node => node.Inputs.Count == 0)];
        var gradient = new Dictionary<Scalar, double>();
        yield return ("what is given", Picture(known, gradient, null));
        foreach (Scalar node in order.Where(node => node.Inputs.Count > 0))
        {
            known.Add(node);
            yield return ($"forward: {node.Operation} gives {Text(node.Value)}", Picture(known, gradient, node));
        }
        gradient[order[^1]] = 1;
        yield return ("gradient of the result with respect to itself: 1", Picture(known, gradient, null));
        foreach (Scalar node in order.Reverse().Where(node => node.Inputs.Count > 0))
        {
            foreach ((Scalar from, double derivative) in node.Inputs)
                gradient[from] = gradient.GetValueOrDefault(from) + gradient[node] * derivative;
            string derivatives = string.Join(" and ", node.Inputs.Select(input => Text(input.Derivative)));
            yield return ($"back through {node.Operation}: {Text(gradient[node])} times {derivatives}", Picture(known, gradient, node));
        }
    }

    // Leaves stand in the order in which they are needed, a number between those it is made of, one step further to the right.
    private void Place()
    {
        int leaves = 0;
        foreach (Scalar node in order)
        {
            places[node] = node.Inputs.Count == 0
                ? (0, -1.3 * leaves++)
                : (1 + node.Inputs.Max(input => places[input.From].X), node.Inputs.Average(input => places[input.From].Y));
        }
        foreach (Scalar leaf in order.Where(node => node.Inputs.Count == 0))
        {
            double user = order.Where(node => node.Inputs.Any(input => input.From == leaf)).Min(node => places[node].X);
            places[leaf] = (user - 1, places[leaf].Y);
        }
    }

    private GenericChart Picture(HashSet<Scalar> known, Dictionary<Scalar, double> gradient, Scalar? now)
    {
        bool back = gradient.Count > 0;
        var wires = order.SelectMany(node => node.Inputs.Select(input => (From: input.From, To: node)));
        Trace[] traces =
        [
            Wires(wires.Where(wire => wire.To != now), Grey, 1.5),
            Wires(wires.Where(wire => wire.To == now), back ? Back : Forward, 4),
            Nodes(),
            Numbers("value", Forward, "bottom center", order.Where(known.Contains).Select(node => (node, Text(node.Value)))),
            Numbers("gradient", Back, "top center", order.Where(gradient.ContainsKey).Select(node => (node, Text(gradient[node])))),
        ];
        double right = places.Values.Max(place => place.X), low = places.Values.Min(place => place.Y);
        return GenericChart.setLayout(Frame(), GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)))
            .Titled("Numbers flow to the right (blue), gradients flow back to the left (red)")
            .RangeX(-0.5, right + 0.5).RangeY(low - 0.9, 0.9).Sized(740, 640);
    }

    private Trace Nodes()
    {
        Trace trace = Of("markers+text", order);
        trace.SetProperty("text", order.Select(node => node.Name.Length > 0 && node.Operation.Length > 0
            ? node.Name : node.Name + node.Operation).ToArray());
        trace.SetProperty("textfont", Members(("size", 14)));
        trace.SetProperty("marker",
            Members(("size", 34), ("symbol", order.Select(node => node.Operation.Length == 0 ? "square" : "circle").ToArray()),
            ("color", "rgba(128,128,128,0.22)"), ("line", Members(("width", 1), ("color", Grey)))));
        trace.SetProperty("hoverinfo", "skip");
        trace.SetProperty("showlegend", false);
        return trace;
    }

    // The numbers stand below and above the circles: their text hangs on invisible points a little away from the middle.
    private Trace Numbers(string name, string colour, string side, IEnumerable<(Scalar Node, string Text)> numbers)
    {
        (Scalar Node, string Text)[] all = [.. numbers];
        double away = side.StartsWith("top", StringComparison.Ordinal) ? 0.34 : -0.34;
        Trace trace = Of("text", all.Select(number => number.Node), away);
        trace.SetProperty("text", all.Select(number => number.Text).ToArray());
        trace.SetProperty("textposition", side);
        trace.SetProperty("textfont", Members(("size", 14), ("color", colour)));
        trace.SetProperty("name", name);
        trace.SetProperty("hoverinfo", "skip");
        trace.SetProperty("showlegend", false);
        return trace;
    }

    private Trace Wires(IEnumerable<(Scalar From, Scalar To)> wires, string colour, double width)
    {
        (Scalar From, Scalar To)[] all = [.. wires];
        var trace = new Trace("scatter");
        trace.SetProperty("mode", "lines");
        trace.SetProperty("x", all.SelectMany(wire => new double?[] { places[wire.From].X, places[wire.To].X, null }).ToArray());
        trace.SetProperty("y", all.SelectMany(wire => new double?[] { places[wire.From].Y, places[wire.To].Y, null }).ToArray());
        trace.SetProperty("line", Members(("color", colour), ("width", width)));
        trace.SetProperty("hoverinfo", "skip");
        trace.SetProperty("showlegend", false);
        return trace;
    }

    private Trace Of(string mode, IEnumerable<Scalar> nodes, double above = 0)
    {
        (double X, double Y)[] all = [.. nodes.Select(node => places[node])];
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("x", all.Select(place => place.X).ToArray());
        trace.SetProperty("y", all.Select(place => place.Y + above).ToArray());
        return trace;
    }

    private static Layout Frame()
    {
        var layout = new Layout();
        layout.SetProperty("xaxis", Hidden());
        layout.SetProperty("yaxis", Hidden());
        return layout;
    }

    private static LinearAxis Hidden()
    {
        var axis = new LinearAxis();
        axis.SetProperty("visible", false);
        return axis;
    }

    private static string Text(double value) => value.ToString("0.00#", CultureInfo.InvariantCulture).Replace('-', '−');

    private static DynamicObj.DynamicObj Members(params (string Name, object Value)[] members)
    {
        var owner = new DynamicObj.DynamicObj();
        foreach ((string name, object value) in members) owner.SetProperty(name, value);
        return owner;
    }
}
