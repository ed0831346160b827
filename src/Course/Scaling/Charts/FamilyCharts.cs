using Course.Plots;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Scaling.Charts;

/// <summary>Pictures of a family of models: what they are made of, and how they learn. Defined in lesson 15.</summary>
public static class FamilyCharts
{
    private static readonly string[] colours = ["#56B4E9", "#009E73", "#E69F00", "#CC79A7", "#0072B2", "#D55E00"];

    /// <summary>Where the parameters are: a bar for each model, divided into embeddings, attention and feed-forward networks.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="models">Each model's name and size.</param>
    public static GenericChart Shares(string title, IEnumerable<(string Name, DecoderSize Size)> models)
    {
        (string Name, DecoderSize Size)[] all = [.. models];
        (string Name, string Colour, Func<DecoderSize, long> Count)[] parts =
        [
            ("embeddings", "#E69F00", size => size.Embeddings),
            ("attention", "#0072B2", size => size.AttentionWeights),
            ("feed-forward networks", "#009E73", size => size.FeedForwardWeights),
        ];
        IEnumerable<Trace> bars = parts.Select(part =>
        {
            var bar = new Trace("bar");
            bar.SetProperty("name", part.Name);
            bar.SetProperty("x", all.Select(model => model.Name).ToArray());
            bar.SetProperty("y", all.Select(model => Math.Round(100.0 * part.Count(model.Size) / model.Size.Parameters, 2)).ToArray());
            bar.SetProperty("marker", Members(("color", part.Colour)));
            bar.SetProperty("hovertemplate", "%{x}: %{y:.1f} % " + part.Name + "<extra></extra>");
            return bar;
        });
        var layout = new Layout();
        layout.SetProperty("barmode", "stack");
        return Traces.Chart(bars, layout).Titled(title, x: "", y: "share of the parameters, %").RangeY(0, 100).Sized(800, 440);
    }

    /// <summary>Learning curves over compute: one line for each model, the edge that none of them passes dashed.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="runs">The runs; each has looked at its loss on the way.</param>
    public static GenericChart Curves(string title, IReadOnlyList<FamilyRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        IEnumerable<Trace> curves = runs.Select((run, n) => Traces.Of("lines+markers",
            FormattableString.Invariant($"{run.Size.Parameters:N0} parameters"), colours[n % colours.Length],
            run.Curve.Select(point => run.Size.TrainingFlops * point.Tokens), run.Curve.Select(point => point.Loss))
            .Saying("%{y:.3f} after %{x:.2e} FLOPs"));
        (double Flops, double Loss)[] edge = Edge(runs);
        Trace best = Traces.Dashed("the best for its compute", Traces.Beside, edge.Select(one => one.Flops), edge.Select(one => one.Loss));
        double[] x = [.. runs.SelectMany(run => run.Curve.Select(point => run.Size.TrainingFlops * point.Tokens))];
        double[] y = [.. runs.SelectMany(run => run.Curve.Select(point => point.Loss))];
        return Traces.Chart([.. curves, best]).Titled(title, "compute of the training so far, FLOPs", "loss on held-out text, nats per character")
            .LogAxis("xaxis", x.Min() / 1.3, x.Max() * 1.3).LogAxis("yaxis", y.Min() / 1.02, y.Max() * 1.02).Sized(800, 520);
    }

    private static (double Flops, double Loss)[] Edge(IReadOnlyList<FamilyRun> runs)
    {
        var edge = new List<(double Flops, double Loss)>();
        foreach (var point in runs.SelectMany(run => run.Curve.Select(one => (Flops: run.Size.TrainingFlops * one.Tokens, one.Loss)))
            .OrderBy(one => one.Flops))
        {
            if (edge.Count == 0 || point.Loss < edge[^1].Loss) edge.Add(point);
        }
        return [.. edge];
    }
}
