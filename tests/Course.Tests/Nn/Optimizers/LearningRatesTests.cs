using Course.ExpertSystems;
using Course.Nn.Optimizers;

namespace Course.Tests.Nn.Optimizers;

public class LearningRatesTests
{
    [Fact]
    public void A_staircase_falls_at_every_stair_and_nowhere_else()
    {
        Func<long, double> rate = LearningRates.Staircase(0.8, every: 10, factor: 0.5);
        Assert.Equal([0.8, 0.8, 0.4, 0.4, 0.2], new long[] { 0, 9, 10, 19, 20 }.Select(rate));
    }

    [Fact]
    public void A_cosine_begins_at_the_rate_is_half_way_in_the_middle_and_stays_at_the_end()
    {
        Func<long, double> rate = LearningRates.Cosine(1, steps: 100, least: 0.2);
        Assert.Equal(1, rate(0), 1e-12);
        Assert.Equal(0.6, rate(50), 1e-12);
        Assert.Equal(0.2, rate(100), 1e-12);
        Assert.Equal(0.2, rate(1000), 1e-12);
        Assert.All(Enumerable.Range(0, 100), step => Assert.True(rate(step) > rate(step + 1)));
    }

    [Fact]
    public void A_warm_up_rises_in_equal_parts_and_hands_over()
    {
        Func<long, double> rate = LearningRates.WarmUp(4, LearningRates.Staircase(1, every: 2, factor: 0.5));
        Assert.Equal([0.25, 0.5, 0.75, 1, 1, 1, 0.5], Enumerable.Range(0, 7).Select(step => rate(step)));
    }

    [Fact]
    public void A_warm_up_of_no_steps_is_the_schedule_itself() =>
        Assert.Equal(0.3, LearningRates.WarmUp(0, LearningRates.Constant(0.3))(0));

    [Fact]
    public void A_schedule_of_no_length_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRates.Staircase(1, every: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRates.Cosine(1, steps: 0));
    }
}
