using Course.ExpertSystems;
using Course.Perceptrons;
using Course.Perceptrons.Charts;
using Plotly.NET;

namespace Course.Tests.Perceptrons.Charts;

public class PerceptronPlotTests
{
    [Fact]
    public void The_line_crosses_the_picture_from_edge_to_edge()
    {
        var neuron = new Perceptron(2);
        neuron.Learn([0.5, 0], 1);
        neuron.Learn([0, 0.5], 0);          // w = (0.5, -0.5), b = 0: the diagonal

        Assert.Equal([[-0.05, -0.05], [1.05, 1.05]], Line(neuron));
    }

    [Fact]
    public void A_line_outside_the_picture_is_not_drawn()
    {
        var neuron = new Perceptron(2);
        neuron.Learn([0.5, 0], 1);          // 0.5·x + 1 = 0 at x = -2

        Assert.Empty(Line(neuron));
    }

    [Fact]
    public void A_neuron_that_knows_nothing_has_no_line() => Assert.Empty(Line(new Perceptron(2)));

    [Fact]
    public void The_side_on_which_the_neuron_fires_is_shaded_to_the_line()
    {
        var neuron = new Perceptron(2);
        neuron.Learn([0.5, 0], 1);
        neuron.Learn([0, 0.5], 0);          // fires below the diagonal

        Assert.Equal([[-0.05, -0.05], [1.05, -0.05], [1.05, 1.05]], Points(neuron, "none"));
    }

    [Fact]
    public void A_neuron_that_always_fires_shades_the_whole_picture()
    {
        var neuron = new Perceptron(2);
        neuron.Learn([0.5, 0], 1);

        Assert.Equal(4, Points(neuron, "none").Length);
    }

    private static double[][] Line(Perceptron neuron) => Points(neuron, "lines");

    private static double[][] Points(Perceptron neuron, string mode)
    {
        GenericChart chart = PerceptronPlot.Of(neuron, [[0, 0], [1, 1]], [0, 1], corrected: 0, "fires", "silent");
        Trace line = GenericChart.getTraces(chart).Single(trace => (string?)trace.GetPropertyValue("mode") == mode);
        var x = (double[])line.GetPropertyValue("x")!;
        var y = (double[])line.GetPropertyValue("y")!;
        return [.. x.Zip(y, (a, b) => new[] { Math.Round(a, 12), Math.Round(b, 12) })];
    }
}
