using Course.Generation;

namespace Course.Alignment;

/// <summary>
/// The other way to use a reward model: draw n answers and keep the one it likes best. N. Stiennon and others, 2020, section 4.3; L. Gao,
/// J. Schulman and J. Hilton, Scaling laws for reward model overoptimization, 2022 (arXiv:2210.10760), section 2. Defined in lesson 16.
/// </summary>
public static class BestOfN
{
    /// <summary>How far the kept answers have left the model: ln n − (n − 1) / n nats, if no two answers have equal rewards.</summary>
    /// <param name="n">Answers to choose from, at least 1.</param>
    public static double Kl(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        return Math.Log(n) - (n - 1.0) / n;
    }

    /// <summary>
    /// What the kept answer is worth on average, estimated from N answers to one question without drawing more: all ways to take n of them
    /// count alike. R. Nakano and others, WebGPT, 2021 (arXiv:2112.09332), appendix I.
    /// </summary>
    /// <param name="proxies">What the reward model gives each.</param>
    /// <param name="values">What each is worth.</param>
    /// <param name="n">Answers to choose from, at most N.</param>
    public static double Expected(IReadOnlyList<double> proxies, IReadOnlyList<double> values, int n)
    {
        ArgumentNullException.ThrowIfNull(proxies);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, proxies.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        int[] order = [.. Enumerable.Range(0, proxies.Count).OrderBy(i => proxies[i])];
        double sum = 0, share = 1;                                      // share: (i − 1 choose n − 1) / (N choose n), from the best down
        for (int rank = proxies.Count; rank >= n; rank--)
        {
            share = rank == proxies.Count ? (double)n / rank : share * (rank - n + 1) / rank;
            sum += share * values[order[rank - 1]];
        }
        return sum;
    }

    /// <summary>Draws answers to each question and looks at all choices among n of them.</summary>
    /// <param name="model">Who answers.</param>
    /// <param name="reward">Who chooses.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="answers">N: answers to each.</param>
    /// <param name="sizes">The n.</param>
    public static Curve Measure(Gpt2 model, RewardModel reward, IReadOnlyList<Question> questions, int answers, IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(reward);
        var sampler = new AnswerSampler(model);
        List<(double[] Proxies, double[] Values)> all = [];
        foreach (Question question in questions)
        {
            Question[] same = [.. Enumerable.Repeat(question, answers)];
            Answer[] said = sampler.Say(same);
            all.Add((reward.Score(same, said), [.. said.Select(answer => TrueScore.Of(question, answer))]));
        }
        return new(all.Average(one => one.Values.Average()),
            [.. sizes.Select(n => all.Average(one => Expected(one.Proxies, one.Proxies, n)))],
            [.. sizes.Select(n => all.Average(one => Expected(one.Proxies, one.Values, n)))]);
    }

    /// <summary>What choosing is worth.</summary>
    /// <param name="OfOne">The true score without a choice.</param>
    /// <param name="Proxy">The mean reward for each n.</param>
    /// <param name="True">The mean true score for each n.</param>
    public sealed record Curve(double OfOne, IReadOnlyList<double> Proxy, IReadOnlyList<double> True);
}
