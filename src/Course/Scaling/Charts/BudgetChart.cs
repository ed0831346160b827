using Course.Plots;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Scaling.Charts;

/// <summary>
/// A budget that can be split: each curve spends the same compute, the left end on data, the right end on size; the dot is the best split.
/// It is figure 3 of Hoffmann et al., 2022, by the fitted law. Defined in lesson 15.
/// </summary>
public static class BudgetChart
{
    private const double Smallest = 1e7, Largest = 1e13, Top = 4.5;

    /// <summary>One budget.</summary>
    /// <param name="law">The law.</param>
    /// <param name="flops">C.</param>
    /// <returns>Always the same three traces, so that an animation can move from one budget to the next.</returns>
    public static GenericChart Of(ChinchillaLaw law, double flops)
    {
        ArgumentNullException.ThrowIfNull(law);
        double[] sizes = Traces.Grid(Smallest, Largest, 121), budgets = Traces.Grid(1e18, 1e27, 60);
        ComputeSplit best = law.Best(flops);
        ComputeSplit[] path = Array.ConvertAll(budgets, law.Best), split = Array.ConvertAll(sizes, size => law.At(flops, size));
        Trace dot = Traces.Of("markers", "best split", Traces.Ours, [best.Parameters], [best.Loss])
            .Saying("%{text}", [$"{Traces.Short(best.Parameters)} parameters, {Traces.Short(best.Tokens)} tokens"]);
        dot.SetProperty("marker", Members(("color", Traces.Ours), ("size", 14)));
        Trace[] traces =
        [
            Traces.Dashed("best splits of all budgets", Traces.Beside, path.Select(one => one.Parameters), path.Select(one => one.Loss)),
            Traces.Of("lines", "all splits of this budget", Traces.Rival, sizes, split.Select(one => Math.Min(one.Loss, 2 * Top)))
                .Saying("%{y:.2f} with %{x:.2s} parameters"),
            dot,
        ];
        string words = $"{Traces.Short(best.Parameters)} parameters and {Traces.Short(best.Tokens)} tokens";
        string title = FormattableString.Invariant(
            $"{Traces.Short(flops)} FLOPs are best spent on {words}, {best.TokensPerParameter:0} for each");
        return Traces.Chart(traces).Titled(title, "parameters", "loss, nats per token").LogAxis("xaxis", Smallest, Largest)
            .RangeY(law.E - 0.05, Top).Sized(780, 480);
    }

    /// <summary>A slider over budgets.</summary>
    /// <param name="law">The law.</param>
    /// <param name="budgets">The budgets, FLOPs.</param>
    /// <param name="opensAt">Which is shown first; null for the last.</param>
    public static Animation Slider(ChinchillaLaw law, IReadOnlyList<double> budgets, int? opensAt = null) =>
        Animation.Of(budgets.Select(flops => (Traces.Short(flops), Of(law, flops))), opensAt: opensAt);
}
