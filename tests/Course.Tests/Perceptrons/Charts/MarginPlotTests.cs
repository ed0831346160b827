using Course.ExpertSystems;
using Course.Perceptrons.Charts;
using Plotly.NET;

namespace Course.Tests.Perceptrons.Charts;

public class MarginPlotTests
{
    [Fact]
    public void The_margin_runs_from_the_nearest_example_to_its_foot_on_the_line()
    {
        GenericChart chart = MarginPlot.Of([[0.5, 0.5], [-1, 0.3], [0.9, -0.2]], [1, 0, 1], u: [3, 0]);

        Trace margin = GenericChart.getTraces(chart).Single(trace => ((string?)trace.GetPropertyValue("name"))!.StartsWith('γ'));
        Assert.Equal([0.5, 0], (IEnumerable<double>)margin.GetPropertyValue("x")!);
        Assert.Equal([0.5, 0.5], (IEnumerable<double>)margin.GetPropertyValue("y")!);
    }
}
