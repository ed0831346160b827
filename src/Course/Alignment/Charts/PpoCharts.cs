using Course.Plots;
using Course.Scaling.Charts;
using Plotly.NET;

namespace Course.Alignment.Charts;

/// <summary>What the reward model says of a policy, and what the policy is worth. Defined in lesson 16.</summary>
public static class PpoCharts
{
    private static readonly string[] colours = [Traces.Rival, Traces.Ours, Traces.Other];

    /// <summary>Both scores, update by update: the true one drawn through, the reward dashed, a colour for each run.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="runs">The name and the points of each run.</param>
    public static GenericChart ByUpdate(string title, params (string Name, IReadOnlyList<PpoPoint> Points)[] runs)
    {
        IEnumerable<Trace> lines = runs.SelectMany((run, n) =>
        {
            double[] x = [.. run.Points.Select(point => (double)point.Update)];
            return (Trace[])
            [
                Traces.Of("lines", run.Name + ": true score", colours[n % colours.Length], x, run.Points.Select(point => point.True))
                    .Saying("true score %{y:.2f} after %{x} updates"),
                Traces.Dashed(run.Name + ": reward", colours[n % colours.Length], x, run.Points.Select(point => point.Proxy))
                    .Saying("reward %{y:.2f} after %{x} updates"),
            ];
        });
        return Traces.Chart(lines).Titled(title, "updates", "score per answer").Sized(820, 460);
    }

    /// <summary>
    /// The true score against the distance √KL, as in figure 1 of Gao and others. Points are joined if the distance only grows.
    /// </summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="runs">The name of each way, its distances and its true scores.</param>
    public static GenericChart ByDistance(
        string title, params (string Name, IReadOnlyList<double> Distances, IReadOnlyList<double> Scores)[] runs)
    {
        IEnumerable<Trace> lines = runs.Select((run, n) =>
            Traces.Of(run.Distances.Order().SequenceEqual(run.Distances) ? "lines+markers" : "markers", run.Name,
                colours[n % colours.Length], run.Distances, run.Scores)
                .Saying(run.Name + ": %{y:.2f} at a distance of %{x:.2f}"));
        return Traces.Chart(lines).Titled(title, "distance from the fine-tuned model, √KL", "true score per answer").Sized(820, 460);
    }
}
