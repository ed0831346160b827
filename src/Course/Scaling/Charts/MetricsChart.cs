using Course.Plots;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Scaling.Charts;

/// <summary>
/// The same answers twice: on the left whole answers are right or wrong, on the right each token counts by its probability. It is figure 2
/// of Schaeffer et al., 2023, measured. Defined in lesson 15.
/// </summary>
public static class MetricsChart
{
    /// <summary>Draws both.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="scale">What grows: the compute, the size or the steps, above 0.</param>
    /// <param name="scores">What the answers are worth at each.</param>
    /// <param name="xName">The x axis with its unit.</param>
    public static GenericChart Of(string title, IReadOnlyList<double> scale, IReadOnlyList<AnswerScores> scores, string xName)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(scores);
        int length = scores[0].Length;
        Trace[] left =
        [
            Traces.Dashed($"token accuracy to the power {length}", Traces.Beside, scale, scores.Select(one => 100 * one.IfIndependent))
                .Saying("%{y:.1f} %"),
            Traces.Of("lines+markers", "whole answers right, %", Traces.Ours, scale, scores.Select(one => 100 * one.ExactMatch))
                .Saying("%{y:.1f} % of the answers"),
        ];
        Trace right = Traces.Of("lines+markers", "mean ln P of a right token", Traces.Rival, scale, scores.Select(one => one.LogLikelihood))
            .Saying("%{y:.3f} nats");
        right.SetProperty("xaxis", "x2");
        right.SetProperty("yaxis", "y2");
        (string, object)[] log = Traces.LogAxis(scale.Min() / 1.3, scale.Max() * 1.3);
        var layout = new Layout();
        layout.SetProperty("xaxis", Traces.Axis(xName, [.. log, ("domain", (double[])[0, 0.44])]));
        layout.SetProperty("xaxis2", Traces.Axis(xName, [.. log, ("domain", (double[])[0.56, 1]), ("anchor", "y2")]));
        layout.SetProperty("yaxis", Traces.Axis("exact match, %", ("range", (double[])[-3, 103])));
        layout.SetProperty("yaxis2", Traces.Axis("log-likelihood, nats per token", ("anchor", "x2")));
        return Traces.Chart([.. left, right], layout).Titled(title).Sized(900, 440);
    }
}
