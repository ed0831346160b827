using Course.Generation;
using CsCheck;

namespace Course.Tests.Generation;

public class SamplingTests
{
    private static readonly float[] logits = [MathF.Log(0.1f), MathF.Log(0.4f), MathF.Log(0.2f), MathF.Log(0.3f), float.NegativeInfinity];

    public static TheoryData<double, int?, double, double[]> Cases => new()
    {
        { 1, null, 1, [0.1, 0.4, 0.2, 0.3, 0] },
        { 0, null, 1, [0, 1, 0, 0, 0] },
        { 0.5, null, 1, [0.01 / 0.3, 0.16 / 0.3, 0.04 / 0.3, 0.09 / 0.3, 0] },
        { 1, 2, 1, [0, 4 / 7.0, 0, 3 / 7.0, 0] },
        { 1, 9, 1, [0.1, 0.4, 0.2, 0.3, 0] },
        { 1, null, 0.35, [0, 1, 0, 0, 0] },
        { 1, null, 0.65, [0, 4 / 7.0, 0, 3 / 7.0, 0] },
        { 1, null, 0.75, [0, 4 / 9.0, 2 / 9.0, 3 / 9.0, 0] },
        { 1, 3, 0.75, [0, 4 / 7.0, 0, 3 / 7.0, 0] },           // of the three that k keeps, two make up 7/9
        { 1, null, 1e-9, [0, 1, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Probabilities_are_cut_as_told(double temperature, int? k, double p, double[] expected) =>
        Assert.All(expected.Zip(new Sampling(temperature, k, p).Probabilities(logits)),
            pair => Assert.Equal(pair.First, pair.Second, 1e-6));

    [Fact]
    public void Of_equal_logits_the_first_are_kept()
    {
        Assert.Equal([0.5, 0.5, 0], new Sampling(TopK: 2).Probabilities([1, 1, 1]));
        Assert.Equal([1, 0, 0], Sampling.Greedy.Probabilities([1, 1, 1]));
        Assert.Equal([0.5, 0.5, 0], new Sampling(TopP: 0.5).Probabilities([1, 1, 1]));
    }

    [Fact]
    public void The_smallest_set_that_reaches_p_is_kept() =>
        Gen.Select(Gen.Float[-5, 5].Array[1, 50], Gen.Double[0.01, 0.99], Gen.Int[1, 60], Gen.Double[0.1, 3]).Sample((values, p, k, t) =>
        {
            double[] all = new Sampling(t, k).Probabilities(values), cut = new Sampling(t, k, p).Probabilities(values);
            double kept = all.Where((_, n) => cut[n] > 0).Sum(), least = all.Where((_, n) => cut[n] > 0).Min();
            return Math.Abs(cut.Sum() - 1) < 1e-9 && kept >= p - 1e-9 && kept - least < p + 1e-9
                && all.Count(one => one > 0) <= k && all.Where((_, n) => cut[n] == 0).All(one => one <= least);
        }, iter: 1_000, seed: "0000000000001");

    [Fact]
    public void Draws_come_as_often_as_their_probability_says()
    {
        var random = new Random(1);
        var sampling = new Sampling();

        int[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => sampling.Draw(logits, random))];

        double[] shares = [.. Enumerable.Range(0, 5).Select(token => draws.Count(draw => draw == token) / 20_000.0)];
        Assert.All(shares.Zip(sampling.Probabilities(logits)), pair => Assert.Equal(pair.Second, pair.First, 0.012));
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling(-1).Probabilities(logits));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling(TopK: 0).Probabilities(logits));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling(TopP: 0).Probabilities(logits));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sampling(TopP: double.NaN).Probabilities(logits));
        Assert.Throws<ArgumentException>(() => new Sampling().Probabilities([]));
        Assert.Throws<ArgumentException>(() => new Sampling().Probabilities([1, float.NaN]));
        Assert.Throws<ArgumentException>(() => new Sampling().Probabilities([float.NegativeInfinity]));
    }
}
