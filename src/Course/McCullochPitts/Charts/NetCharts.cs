using System.Globalization;
using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace Course.McCullochPitts.Charts;

/// <summary>
/// A net as a chart, tick by tick, for an animation that can be stopped and stepped. The same picture as <see cref="NetDrawing"/>, all of
/// it in the units of the layout (bodies and synapses are polygons, not markers), so that it keeps together at any size.
/// </summary>
public static class NetCharts
{
    private const string Firing = "#E69F00";
    private const string Quiet = "#808080";
    private const string Inhibits = "#D55E00";
    private const string Clear = "rgba(0,0,0,0)";

    /// <summary>
    /// The net at every tick as charts, to be played or stepped through: what fires is orange, and so are the axons that carry its impulse
    /// to the next tick.
    /// </summary>
    /// <param name="history">A run of the net.</param>
    public static IEnumerable<(string Label, GenericChart Frame)> Frames(this NetHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Enumerable.Range(0, history.Ticks).Select(tick => (tick.ToString(CultureInfo.InvariantCulture), At(history, tick)));
    }

    internal static GenericChart At(NetHistory history, int tick)
    {
        NetLayout layout = NetLayout.Of(history.Net);
        bool[] fires = [.. history.Net.Names.Select(name => history[name, tick])];
        int[] all = [.. Enumerable.Range(0, fires.Length)];

        // Plotly moves trace k of one frame to trace k of the next: every tick has the same traces.
        Trace[] traces =
        [
            Lines(layout.Lines.Where(line => !line.Inhibits).SelectMany(Strokes), Quiet, 1.3),
            Lines(layout.Lines.Where(line => line.Inhibits).Select(line => line.Points), Inhibits, 1.3, dash: "dash"),
            Lines(layout.Lines.Where(line => fires[line.From]).SelectMany(Strokes), Firing, 3.5),
            Lines(Synapses(layout, inhibiting: false, 4), Quiet, 1, fill: Quiet),
            Lines(Synapses(layout, inhibiting: true, 4.5), Inhibits, 2, fill: Clear),
            Lines(all.Where(node => !fires[node]).Select(node => Body(layout, node)), Quiet, 1.8, fill: "rgba(128,128,128,0.10)"),
            Lines(all.Where(node => fires[node]).Select(node => Body(layout, node)), Quiet, 1.8, fill: Firing),
            Words(layout, fires),
        ];
        return GenericChart.setLayout(Frame(layout, history, tick), GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)));
    }

    // Where an axon holds several synapses it forks before them.
    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Strokes(NetLine line) =>
        line.Synapses.Count == 1 ? [line.Points] : [line.Points, .. line.Synapses.Select(synapse => new[] { line.Points[^1], synapse })];

    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Synapses(NetLayout layout, bool inhibiting, double radius) =>
        layout.Lines.Where(line => line.Inhibits == inhibiting).SelectMany(line => line.Synapses).Select(centre => Circle(centre, radius));

    private static (double X, double Y)[] Body(NetLayout layout, int node)
    {
        (double x, double y) = layout.Nodes[node];
        return node < layout.Net.Afferents.Count
            ? [(x - 34, y - 14), (x + NetLayout.Radius, y - 14), (x + NetLayout.Radius, y + 14), (x - 34, y + 14), (x - 34, y - 14)]
            : Circle((x, y), NetLayout.Radius);
    }

    private static (double X, double Y)[] Circle((double X, double Y) centre, double radius) =>
        [.. Enumerable.Range(0, 25)
        .Select(i => (centre.X + radius * Math.Cos(i * Math.PI / 12), centre.Y + radius * Math.Sin(i * Math.PI / 12)))];

    private static Trace Lines(IEnumerable<IReadOnlyList<(double X, double Y)>> lines, string colour, double width, string dash = "solid",
        string? fill = null)
    {
        // A null between two lines lifts the pen.
        (double? X, double? Y)[] points =
            [.. lines.SelectMany(line => line.Select(p => ((double?)p.X, (double?)p.Y)).Append((null, null)))];
        Trace trace = Scatter("lines", [.. points.Select(p => p.X)], [.. points.Select(p => p.Y)]);
        trace.SetProperty("line", Of(("color", colour), ("width", width), ("dash", dash)));
        if (fill is not null)
        {
            trace.SetProperty("fill", "toself");
            trace.SetProperty("fillcolor", fill);
        }

        return trace;
    }

    // The name of an afferent stands in its box; a neuron has its threshold inside and its name below.
    private static Trace Words(NetLayout layout, bool[] fires)
    {
        NervousNet net = layout.Net;
        int afferents = net.Afferents.Count;
        var words = new List<(double X, double Y, string Text, string Colour)>();
        for (int node = 0; node < fires.Length; node++)
        {
            (double x, double y) = layout.Nodes[node];
            string inside = fires[node] ? "#000000" : Quiet;
            if (node < afferents)
            {
                words.Add((x - (34 - NetLayout.Radius) / 2, y, net.Names[node], inside));
                continue;
            }

            words.Add((x, y, string.Create(CultureInfo.InvariantCulture, $"≥ {net.Neurons[node - afferents].Threshold}"), inside));
            words.Add((x, y + NetLayout.Radius + 12, net.Names[node], Quiet));
        }

        Trace trace = Scatter("text", [.. words.Select(w => (double?)w.X)], [.. words.Select(w => (double?)w.Y)]);
        trace.SetProperty("text", words.Select(w => w.Text).ToArray());
        trace.SetProperty("textfont", Of(("color", words.Select(w => w.Colour).ToArray())));
        return trace;
    }

    private static Trace Scatter(string mode, double?[] x, double?[] y)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("x", x);
        trace.SetProperty("y", y);
        trace.SetProperty("showlegend", false);
        trace.SetProperty("hoverinfo", "skip");
        return trace;
    }

    private static Layout Frame(NetLayout net, NetHistory history, int tick)
    {
        const int Top = 48;
        const int Side = 20;
        double scale = Math.Min(1.25, 720 / net.Width);
        string firing = string.Join(", ", history.Firing(tick));
        var frame = new Layout();
        frame.SetProperty("title",
            Of(("text", string.Create(CultureInfo.InvariantCulture, $"tick {tick}: {(firing.Length > 0 ? firing : "silence")}"))));
        frame.SetProperty("width", (int)(net.Width * scale) + 2 * Side);
        frame.SetProperty("height", (int)(net.Height * scale) + Top + Side);
        frame.SetProperty("margin", Of(("l", Side), ("r", Side), ("t", Top), ("b", Side)));
        frame.SetProperty("xaxis", Of(("visible", false), ("range", new[] { 0, net.Width })));
        frame.SetProperty("yaxis", Of(("visible", false), ("range", new[] { net.Height, 0 }), ("scaleanchor", "x")));
        return frame;
    }

    private static DynamicObj.DynamicObj Of(params (string Name, object Value)[] members)
    {
        var all = new DynamicObj.DynamicObj();
        foreach ((string name, object value) in members)
            all.SetProperty(name, value);
        return all;
    }
}
