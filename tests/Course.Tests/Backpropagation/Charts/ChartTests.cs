using Course.Backpropagation;
using Course.Backpropagation.Charts;
using Course.ExpertSystems;
using Course.Nn;
using Course.Plots;
using Plotly.NET;

namespace Course.Tests.Backpropagation.Charts;

public class ChartTests
{
    [Fact]
    public void A_graph_plays_a_frame_for_every_step_forward_and_every_step_back()
    {
        var w = new Scalar(2, "w");
        Scalar error = (w * new Scalar(3, "x") - new Scalar(5, "d")).Squared();
        // What is given, three steps, the result's own gradient, three steps.
        Assert.Equal(1 + 3 + 1 + 3, ScalarGraph.Animate(error).Count);
    }

    [Fact]
    public void A_graph_shows_values_in_blue_first_and_gradients_in_red_at_the_end()
    {
        var w = new Scalar(2, "w");
        ThemedFigure film = ScalarGraph.Animate((w * new Scalar(3, "x") - new Scalar(5, "d")).Squared()).ToFigure();
        string[] Words(int frame) => [.. film.Frames[frame]!["data"]!.AsArray().Single(trace => (string?)trace!["mode"] == "text")!["text"]!
            .AsArray().Select(text => (string)text!)];

        Assert.Equal(3, Words(0).Count(text => text.Contains("#2B88D8", StringComparison.Ordinal)));
        Assert.DoesNotContain(Words(0), text => text.Contains("#D55E00", StringComparison.Ordinal));
        Assert.Contains("<span style=\"color:#D55E00\">6.00</span>", Words(7));   // ∂E/∂w = 2 (w x − d) x
        Assert.Single(film.Frames[2]!["data"]!.AsArray().Where(trace => trace!["line"]?["width"]!.Number() == 4)
            .Select(trace => (string?)trace!["line"]!["color"]).Distinct(), "#2B88D8");
    }

    [Fact]
    public void A_map_of_a_loss_has_one_trace_for_the_land_and_one_for_each_path_at_every_moment()
    {
        (string, double[][])[] paths = [("a", [[0, 0], [1, 1], [2, 2]]), ("b", [[1, 0]])];
        Assert.All(Enumerable.Range(0, 5), steps =>
            Assert.Equal(3, GenericChart.getTraces(SurfaceCharts.Map((a, b) => a * a + b * b, paths, steps, -1, 1)).Length));
    }

    [Fact]
    public void A_decision_asks_the_network_about_every_point_of_a_square()
    {
        double[] asked = [];
        GenericChart chart = SurfaceCharts.Decision(points =>
        {
            asked = points;
            return [.. points.Chunk(2).Select(point => point[0])];
        }, [[0, 0], [1, 1]], [0, 1], low: 0, high: 1);
        Assert.Equal((0, 1), (asked.Min(), asked.Max()));
        Assert.Equal(3, GenericChart.getTraces(chart).Length);
    }

    [Fact]
    public void Error_rates_count_the_examples_whose_largest_output_is_another_class() =>
        Assert.Equal(0.25, Examples.ErrorRate([1, 0, 0, 1, 0.2, 0.1, 0.3, 0.9], [0, 1, 0, 0]));
}
