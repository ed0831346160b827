using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace Course.ExpertSystems.Charts;

/// <summary>
/// A <see cref="ProofTree"/> as a picture: what was observed at the left, rules as squares, what they conclude to the right, the wider the
/// line the more a rule gives, dashed where it speaks against. Defined in lesson 04.
/// </summary>
public sealed class ProofTreeChart
{
    private const int RowHeight = 66;
    private const int Margins = 120;
    private readonly List<Trace> lines = [];
    private readonly Dictionary<string, List<(double X, double Y, string Label, string Hover)>> nodes = new(
        )
    { ["observed"] = [], ["rule"] = [], ["concluded"] = [] };
    private double leaves;

    private ProofTreeChart()
    {
    }

    /// <summary>Draws a proof.</summary>
    /// <param name="proof">The proof.</param>
    public static GenericChart Of(ProofTree proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var chart = new ProofTreeChart();
        chart.Place(proof, 0);
        double left = chart.nodes.Values.SelectMany(kind => kind).Min(node => node.X);
        GenericChart drawing = GenericChart.ofTraceObjects(false,
            ListModule.OfSeq(chart.lines.Concat(chart.nodes.Where(kind => kind.Value.Count > 0)
                .Select(kind => Markers(kind.Key, kind.Value)))))
            .Titled($"How: {proof.Fact} ({Explanation.Show(proof.Certainty)})")
            .Sized(740, Margins + (int)(RowHeight * (chart.leaves + 0.5)))
            .RangeX(left - 0.55, 0.55).RangeY(0.6 - chart.leaves, 1.1)
            .WithoutAxes();

        // Without axes the columns may have their room, so that no label lies on a line.
        Layout layout = GenericChart.getLayout(drawing);
        layout.SetProperty("margin", new Dictionary<string, object> { ["l"] = 10, ["r"] = 10 });
        return GenericChart.setLayout(layout, drawing);
    }

    // Leaves stand one below the other; whatever rests on others stands at their middle, one column to the right.
    private double Place(ProofTree proof, double x)
    {
        var from = proof.Reasons.Select(reason => (Reason: reason, Y: Place(reason, x - 1))).ToList();
        double y = from.Count == 0 ? -leaves++ : from.Average(reason => reason.Y);
        foreach (var (reason, height) in from) Line(x - 1, height, x, y, reason.Firing.Contribution);
        nodes[proof.Reasons.Count == 0 ? "observed" : "concluded"]
            .Add((x, y, $"{proof.Fact.Attribute}<br><b>{proof.Fact.Value}</b><br>{Explanation.Show(proof.Certainty)}", $"{proof.Fact}"));
        return y;
    }

    private double Place(ProofTree.Reason reason, double x)
    {
        var premises = reason.Premises.Select(premise => (premise.Certainty, Y: Place(premise, x - 1))).ToList();
        double y = premises.Count == 0 ? -leaves++ : premises.Average(premise => premise.Y);
        foreach (var (certainty, height) in premises) Line(x - 1, height, x, y, certainty);
        Rule rule = reason.Firing.Rule;
        nodes["rule"]
            .Add((x, y, $"{rule.Name}<br>× {Explanation.Show(rule.Strength)}", rule.ToString()
                .Replace("\n", "<br>", StringComparison.Ordinal)));
        return y;
    }

    private void Line(double fromX, double fromY, double toX, double toY, double certainty)
    {
        var line = new Trace("scatter");
        line.SetProperty("mode", "lines");
        line.SetProperty("x", new[] { fromX, (fromX + toX) / 2, (fromX + toX) / 2, toX });
        line.SetProperty("y", new[] { fromY, fromY, toY, toY });
        line.SetProperty("line", new Dictionary<string, object>
        {
            ["color"] = certainty < 0 ? "#D55E00" : "#A6A6A6",
            ["dash"] = certainty < 0 ? "dash" : "solid",
            ["width"] = 1 + 5 * Math.Abs(certainty),
        });
        line.SetProperty("hoverinfo", "skip");
        line.SetProperty("showlegend", false);
        lines.Add(line);
    }

    private static Trace Markers(string kind, List<(double X, double Y, string Label, string Hover)> places)
    {
        var markers = new Trace("scatter");
        markers.SetProperty("name", kind);
        markers.SetProperty("mode", "markers+text");
        markers.SetProperty("x", places.Select(place => place.X).ToArray());
        markers.SetProperty("y", places.Select(place => place.Y).ToArray());
        markers.SetProperty("text", places.Select(place => place.Label).ToArray());
        markers.SetProperty("textposition", "top center");
        markers.SetProperty("hovertext", places.Select(place => place.Hover).ToArray());
        markers.SetProperty("hoverinfo", "text");
        markers.SetProperty("marker", new Dictionary<string, object>
        {
            ["color"] = kind switch { "observed" => "#0072B2", "rule" => "#808080", _ => "#E69F00" },
            ["symbol"] = kind == "rule" ? "square" : "circle",
            ["size"] = 12,
        });
        return markers;
    }
}
