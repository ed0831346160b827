using Course.Hub.Diffusion;

namespace Course.Tests.Hub.Diffusion;

public sealed class NoiseScheduleTests
{
    [Fact]
    public void What_is_left_is_the_product_of_all_that_each_step_leaves()
    {
        var schedule = new NoiseSchedule([0.1, 0.5, 0.9]);

        Assert.Equal(3, schedule.Steps);
        Assert.Equal([1, 0.9, 0.45, 0.045], Enumerable.Range(0, 4).Select(schedule.AlphaBar), Close);
        Assert.Equal(0.5, schedule.Alpha(2), 1e-12);
    }

    [Fact]
    public void The_papers_schedule_leaves_four_hundred_thousandths()
    {
        NoiseSchedule schedule = NoiseSchedule.Linear();

        Assert.Equal((1_000, 1e-4), (schedule.Steps, Math.Round(schedule.Beta(1), 12)));
        Assert.Equal(0.02, schedule.Beta(1_000), 1e-12);
        Assert.Equal(4.0358e-5, schedule.AlphaBar(1_000), 1e-9);
        Assert.Equal(0.2, NoiseSchedule.Linear(100).Beta(100), 1e-12);
    }

    [Fact]
    public void The_cosine_leaves_half_in_the_middle_and_stops_before_it_leaves_nothing()
    {
        NoiseSchedule schedule = NoiseSchedule.Cosine(100);

        Assert.Equal(0.5, schedule.AlphaBar(50), 0.01);
        Assert.Equal(0.999, schedule.Beta(100), 1e-12);
        Assert.InRange(schedule.AlphaBar(100), 1e-9, 1e-3);
        Assert.All(Enumerable.Range(1, 100), t => Assert.True(schedule.AlphaBar(t) < schedule.AlphaBar(t - 1)));
    }

    [Fact]
    public void The_bound_weighs_early_steps_most()
    {
        NoiseSchedule schedule = NoiseSchedule.Linear();

        Assert.Equal(0.5 / schedule.Alpha(1), schedule.BoundWeight(1), 1e-9);      // β₁ = 1 − ᾱ₁
        Assert.True(schedule.BoundWeight(1) > 10 * schedule.BoundWeight(500));
    }

    [Fact]
    public void The_last_step_tells_almost_nothing_of_the_picture()
    {
        double bits = NoiseSchedule.Linear().PriorBits([1, -1]);

        Assert.Equal(4.0358e-5 / (2 * Math.Log(2)), bits, 1e-8);
        Assert.True(bits > NoiseSchedule.Linear().PriorBits([0.1f, -0.1f]));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_step_that_adds_nothing_or_leaves_nothing_is_refused(double beta) =>
        Assert.Throws<ArgumentException>(() => new NoiseSchedule([0.5, beta]));

    [Fact]
    public void No_step_at_all_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new NoiseSchedule([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoiseSchedule.Linear(20));
        Assert.Throws<ArgumentOutOfRangeException>(() => NoiseSchedule.Cosine(0));
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;
}
