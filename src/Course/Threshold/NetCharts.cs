using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace Course.Threshold;

/// <summary>A net as a chart, tick by tick, for an animation that can be stopped and stepped. The same picture as <see cref="NetDrawing"/>.</summary>
internal static class NetCharts
{
    private const string Firing = "#E69F00";
    private const string Quiet = "rgba(128,128,128,0.85)";
    private const string Inhibits = "#D55E00";

    internal static GenericChart At(NetHistory history, int tick)
    {
        NetLayout layout = NetLayout.Of(history.Net);
        IReadOnlyList<string> names = history.Net.Names;
        bool[] fires = [.. names.Select(name => history[name, tick])];

        // Plotly moves trace k of one frame to trace k of the next: every tick has the same six traces.
        Trace[] traces =
        [
            Lines(layout.Lines.Where(line => !line.Inhibits), Quiet, 1.3, "solid"),
            Lines(layout.Lines.Where(line => line.Inhibits), Inhibits, 1.3, "dash"),
            Lines(layout.Lines.Where(line => fires[line.From]), Firing, 3.5, "solid"),
            Synapses(layout, inhibiting: false),
            Synapses(layout, inhibiting: true),
            Nodes(layout, fires),
        ];
        return GenericChart.setLayout(Frame(layout), GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)));
    }

    private static Trace Lines(IEnumerable<NetLine> lines, string colour, double width, string dash)
    {
        // A null between two lines lifts the pen.
        NetLine[] all = [.. lines];
        double?[] x = [.. all.SelectMany(line => line.Points.Select(p => (double?)p.X).Append(null))];
        double?[] y = [.. all.SelectMany(line => line.Points.Select(p => (double?)p.Y).Append(null))];
        var trace = Scatter("lines", x, y);
        trace.SetProperty("line", Of(("color", colour), ("width", width), ("dash", dash)));
        return trace;
    }

    private static Trace Synapses(NetLayout layout, bool inhibiting)
    {
        (double X, double Y)[] all = [.. layout.Lines.Where(line => line.Inhibits == inhibiting).SelectMany(line => line.Synapses)];
        var trace = Scatter("markers", [.. all.Select(p => (double?)p.X)], [.. all.Select(p => (double?)p.Y)]);
        trace.SetProperty("marker", Of(("size", 8), ("symbol", inhibiting ? "circle-open" : "circle"), ("color", inhibiting ? Inhibits : Quiet), ("line", Of(("width", inhibiting ? 2 : 0)))));
        return trace;
    }

    private static Trace Nodes(NetLayout layout, bool[] fires)
    {
        IReadOnlyList<string> names = layout.Net.Names;
        int afferents = layout.Net.Afferents.Count;
        var trace = Scatter("markers+text", [.. layout.Nodes.Select(p => (double?)p.X)], [.. layout.Nodes.Select(p => (double?)p.Y)]);
        trace.SetProperty("text", names.ToArray());
        trace.SetProperty("textposition", "bottom center");
        trace.SetProperty("marker", Of(
            ("size", 36),
            ("symbol", names.Select((_, i) => i < afferents ? "square" : "circle").ToArray()),
            ("color", fires.Select(f => f ? Firing : "rgba(128,128,128,0.25)").ToArray()),
            ("line", Of(("color", "rgb(128,128,128)"), ("width", 2)))));
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

    private static Layout Frame(NetLayout layout)
    {
        var frame = new Layout();
        frame.SetProperty("xaxis", Of(("visible", false), ("range", new[] { 0, layout.Width })));
        frame.SetProperty("yaxis", Of(("visible", false), ("range", new[] { layout.Height + 10, 0 })));
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
