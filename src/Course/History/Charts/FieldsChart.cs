using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.History.Charts;

/// <summary>
/// Artificial intelligence, machine learning and deep learning as three areas, each inside the one before, with the course's machines where
/// they belong. Defined in lesson 00.
/// </summary>
public static class FieldsChart
{
    private static readonly (string Name, double Width, double Height, double Middle, string Fill)[] areas =
    [
        ("artificial intelligence", 12, 7.6, 0, "rgba(213,94,0,0.13)"),
        ("machine learning", 9.6, 5.7, -1.6, "rgba(0,158,115,0.16)"),
        ("deep learning", 7, 3.5, -3.3, "rgba(0,114,178,0.2)"),
    ];

    private static readonly (string Name, double X, double Y, string Story)[] machines =
    [
        ("04 expert systems", -5.2, 4.9, "People write the rules. Nothing is learnt from data."),
        ("Deep Blue", 5.2, 4.9, "It searches, with knowledge of chess that people wrote."),
        ("01 nets of neurons", 0, 5.55, "They are wired by hand."),
        ("least-squares line", -5.6, 1.1, "Two parameters, learnt from data: this lesson."),
        ("02 perceptron", 0, 1.45, "One layer of weights, learnt from examples."),
        ("05 Boltzmann machine", 5.2, 1.1, "It has hidden units, in one layer."),
        ("09 deep belief network", -3.2, -1.6, "Three layers of hidden units."),
        ("10 AlexNet", 3.2, -1.6, "Eight layers with weights."),
        ("11 AlphaGo", -4.6, -3.3, "Deep networks guide a search by rules: half of it belongs to the outer area."),
        ("12 Transformer", 0, -3.3, "Six blocks that read and six that write."),
        ("14 GPT-2", 4.4, -3.3, "48 blocks in the largest."),
        ("16 ChatGPT", 0, -5.1, "The program that made many people think of general intelligence."),
    ];

    /// <summary>Draws the areas.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    public static GenericChart Of(string title)
    {
        Trace dots = Scatter("markers+text", machines.Select(one => one.X), machines.Select(one => one.Y));
        dots.SetProperty("text", machines.Select(one => one.Name).ToArray());
        dots.SetProperty("textposition", "bottom center");
        dots.SetProperty("customdata", machines.Select(one => one.Story).ToArray());
        dots.SetProperty("hovertemplate", "<b>%{text}</b><br>%{customdata}<extra></extra>");
        dots.SetProperty("marker", Members(("color", TimelineChart.Neural), ("size", 9)));
        Trace names = Scatter("text", areas.Select(_ => 0.0), areas.Select(area => area.Middle + area.Height - 0.75));
        names.SetProperty("text", areas.Select(area => $"<b>{area.Name}</b>").ToArray());
        names.SetProperty("textfont", Members(("size", 15)));
        names.SetProperty("hoverinfo", "skip");
        Trace[] traces = [.. areas.Select(Area), names, dots];
        return GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)).Titled(title).WithoutAxes()
            .RangeX(-12.4, 12.4).RangeY(-8, 8).Sized(ThemeRules.Width, 540);
    }

    private static Trace Area((string Name, double Width, double Height, double Middle, string Fill) area)
    {
        double[] turns = [.. Enumerable.Range(0, 101).Select(n => n * Math.Tau / 100)];
        Trace ring = Scatter("lines", turns.Select(turn => Math.Round(area.Width * Math.Cos(turn), 2)),
            turns.Select(turn => Math.Round(area.Middle + area.Height * Math.Sin(turn), 2)));
        ring.SetProperty("fill", "toself");
        ring.SetProperty("fillcolor", area.Fill);
        ring.SetProperty("line", Members(("color", "#808080"), ("width", 1.5)));
        ring.SetProperty("hoverinfo", "skip");
        return ring;
    }

    private static Trace Scatter(string mode, IEnumerable<double> x, IEnumerable<double> y)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("x", x.ToArray());
        trace.SetProperty("y", y.ToArray());
        trace.SetProperty("showlegend", false);
        return trace;
    }
}
