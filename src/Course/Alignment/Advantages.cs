using static TorchSharp.torch;

namespace Course.Alignment;

/// <summary>
/// Which tokens were better than expected? J. Schulman, P. Moritz, S. Levine, M. Jordan and P. Abbeel, High-dimensional continuous control
/// using generalized advantage estimation, 2016 (arXiv:1506.02438), equation 16. Defined in lesson 16.
/// </summary>
public static class Advantages
{
    /// <summary>Â_t = δ_t + γλ Â_(t+1), with δ_t = r_t + γ V(s_(t+1)) − V(s_t). Nothing follows the last token.</summary>
    /// <param name="rewards">r_t, of each token.</param>
    /// <param name="values">V(s_t), what was expected before each token.</param>
    /// <param name="gamma">γ: what a later reward is worth.</param>
    /// <param name="lambda">λ: 0 trusts the values, 1 the rewards.</param>
    public static double[] Of(IReadOnlyList<double> rewards, IReadOnlyList<double> values, double gamma = 1, double lambda = 0.95)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        ArgumentNullException.ThrowIfNull(values);
        if (rewards.Count != values.Count)
            throw new ArgumentException($"There are {rewards.Count} rewards, but {values.Count} values.", nameof(values));
        var advantages = new double[rewards.Count];
        double next = 0, valueOfNext = 0;
        for (int t = rewards.Count - 1; t >= 0; t--)
        {
            next = rewards[t] + gamma * valueOfNext - values[t] + gamma * lambda * next;
            (advantages[t], valueOfNext) = (next, values[t]);
        }
        return advantages;
    }

    /// <summary>The same for many answers, with γ = 1.</summary>
    /// <param name="rewards">(B, R).</param>
    /// <param name="values">(B, R).</param>
    /// <param name="spoken">(B, R): 1 for tokens of the answer, 0 for padding behind its end.</param>
    /// <param name="lambda">λ.</param>
    /// <returns>(B, R), 0 where nothing was spoken.</returns>
    public static Tensor Of(Tensor rewards, Tensor values, Tensor spoken, double lambda = 0.95)
    {
        ArgumentNullException.ThrowIfNull(rewards);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(spoken);
        Tensor[] r = rewards.unbind(1), v = (values * spoken).unbind(1), m = spoken.unbind(1);
        var advantages = new Tensor[r.Length];
        Tensor next = zeros_like(r[0]), valueOfNext = zeros_like(r[0]);
        for (int t = r.Length - 1; t >= 0; t--)
        {
            next = (r[t] + valueOfNext - v[t] + lambda * next) * m[t];
            (advantages[t], valueOfNext) = (next, v[t]);
        }
        return stack(advantages, 1);
    }
}
