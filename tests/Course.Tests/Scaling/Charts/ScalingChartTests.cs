using Course.Scaling;
using Course.Scaling.Charts;
using Plotly.NET;

namespace Course.Tests.Scaling.Charts;

public class ScalingChartTests
{
    [Fact]
    public void A_law_is_drawn_with_its_band_and_its_measurements()
    {
        double[] x = [1e3, 1e4, 1e5, 1e6], y = [3, 2.5, 2.2, 1.8];
        PowerLawFit fit = PowerLawFit.Of(x, y);

        Trace[] traces = [.. GenericChart.getTraces(LawChart.Of("law", fit, x, y, "x", "y"))];

        Assert.Equal(3, traces.Length);
        Assert.Equal(120, Numbers(traces[0], "y").Length);
        Assert.All(Numbers(traces[1], "x").Zip(Numbers(traces[1], "y")), point => Assert.Equal(fit.Law.At(point.First), point.Second));
        Assert.Equal(y, Numbers(traces[2], "y"));
    }

    [Fact]
    public void Bars_hold_all_parameters_but_biases_and_norms()
    {
        var size = new DecoderSize(2, 8, 10, 6);

        Trace[] bars = [.. GenericChart.getTraces(FamilyCharts.Shares("shares", [("one", size), ("two", size)]))];

        Assert.Equal(3, bars.Length);
        Assert.Equal(100.0 * (size.Parameters - size.BiasesAndNorms) / size.Parameters, bars.Sum(bar => Numbers(bar, "y")[0]), 0.02);
    }

    [Fact]
    public void The_edge_of_the_learning_curves_never_rises()
    {
        FamilyRun[] runs =
        [
            new(new DecoderSize(1, 8, 10, 8), 300, 90, [(100, 3), (200, 2.8), (300, 2.7)]),
            new(new DecoderSize(1, 16, 10, 8), 300, 90, [(100, 2.9), (200, 2.5), (300, 2.2)]),
        ];

        Trace[] traces = [.. GenericChart.getTraces(FamilyCharts.Curves("curves", runs))];

        Assert.Equal(3, traces.Length);
        double[] edge = Numbers(traces[2], "y");
        Assert.Equal(edge.OrderDescending(), edge);
        Assert.Equal(2.2, edge[^1]);
    }

    [Fact]
    public void Each_guesser_has_a_line_and_so_has_the_number_of_dimensions()
    {
        GenericChart chart = InContextChart.Of("errors", 2, ("Transformer", [1, 0.5, 0.1]), ("least squares", [1, 0.5, 0]));

        Assert.Equal(3, GenericChart.getTraces(chart).Length);
    }

    [Fact]
    public void Both_metrics_are_drawn_from_the_same_scores()
    {
        AnswerScores[] scores = [new(10, 3, -2, 0.2, 0), new(10, 3, -1, 0.6, 0.2), new(10, 3, -0.1, 0.95, 0.9)];

        Trace[] traces = [.. GenericChart.getTraces(MetricsChart.Of("metrics", [1e6, 1e7, 1e8], scores, "compute, FLOPs"))];

        Assert.Equal([0, 20, 90], Numbers(traces[1], "y"));
        Assert.Equal([-2, -1, -0.1], Numbers(traces[2], "y"));
        Assert.Equal("y2", (string)traces[2].GetPropertyValue("yaxis")!);
    }

    [Fact]
    public void The_dot_of_a_budget_is_its_best_split()
    {
        ChinchillaLaw law = ChinchillaLaw.Hoffmann2022;

        Trace[] traces = [.. GenericChart.getTraces(BudgetChart.Of(law, 1e22))];

        Assert.Equal([law.Best(1e22).Parameters], Numbers(traces[2], "x"));
        Assert.Equal(law.Best(1e22).Loss, Numbers(traces[1], "y").Min(), 1e-3);
        Assert.Equal(3, BudgetChart.Slider(law, [1e20, 1e22, 1e24]).Count);
    }

    [Theory]
    [InlineData(2, 2.6, new[] { 2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6 })]
    [InlineData(3, 40, new double[] { 5, 10, 20 })]
    [InlineData(4e8, 2.5e9, new[] { 5e8, 1e9, 2e9 })]
    public void Ticks_of_a_short_logarithmic_axis_are_round_numbers(double low, double high, double[] ticks) =>
        Assert.Equal(ticks, Traces.Ticks(low, high));

    [Theory]
    [InlineData(3.14e23, "3.1·10<sup>23</sup>")]
    [InlineData(1e9, "1·10<sup>9</sup>")]
    [InlineData(2000, "2000")]
    [InlineData(2.35, "2.35")]
    public void Large_numbers_are_written_with_powers_of_ten(double value, string text) => Assert.Equal(text, Traces.Short(value));

    private static double[] Numbers(Trace trace, string name) => (double[])trace.GetPropertyValue(name)!;
}
