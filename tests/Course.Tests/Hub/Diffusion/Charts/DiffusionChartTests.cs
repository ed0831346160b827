using Course.Hub.Diffusion;
using Course.Hub.Diffusion.Charts;
using Course.Plots;
using Plotly.NET;

namespace Course.Tests.Hub.Diffusion.Charts;

public sealed class DiffusionChartTests
{
    [Fact]
    public void A_film_has_a_frame_for_each_moment()
    {
        float[][] noise = [[0, 1, 1, 0]], digit = [[1, 1, 0, 0]];

        Animation film = DiffusionCharts.Film([("2 steps to go", noise), ("1 step to go", noise), ("0 steps to go", digit)]);

        Assert.Equal(3, film.Count);
    }

    [Fact]
    public void A_schedule_is_a_line_from_the_whole_picture_to_nothing()
    {
        Trace[] lines = [.. GenericChart.getTraces(DiffusionCharts.Schedules("two", ("linear", NoiseSchedule.Linear(100)),
            ("cosine", NoiseSchedule.Cosine(50))))];

        Assert.Equal(2, lines.Length);
        double[] y = (double[])lines[1].TryGetPropertyValue("y").Value;
        Assert.Equal(51, y.Length);
        Assert.Equal((1.0, true), (y[0], y[^1] < 0.001));
    }

    [Fact]
    public void Each_dot_of_the_loss_is_a_mean()
    {
        Trace line = GenericChart.getTraces(DiffusionCharts.Losses("loss", [1, 3, 5, 7, 9], every: 2)).Single();

        Assert.Equal([2, 6, 9], (double[])line.TryGetPropertyValue("y").Value);
    }
}
