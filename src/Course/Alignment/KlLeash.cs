namespace Course.Alignment;

/// <summary>
/// The leash: how much a nat costs by which the policy has left the model that it started from. The price adapts, so that the divergence
/// comes to a target: D. Ziegler and others, Fine-tuning language models from human preferences, 2019 (arXiv:1909.08593), section 2.2.
/// Defined in lesson 16.
/// </summary>
/// <param name="beta">β at the start, rewards per nat; 0 for no leash.</param>
/// <param name="target">The divergence that is aimed at, nats per answer.</param>
/// <param name="gain">K: how fast the price follows. The paper has 0.1 and thousands of updates.</param>
public sealed class KlLeash(double beta, double target, double gain = 0.5)
{
    /// <summary>β now.</summary>
    public double Beta { get; private set; } = beta;

    /// <summary>β ← β (1 + K e), e being the relative error, clipped to ±0.2.</summary>
    /// <param name="kl">The divergence of the last answers, nats per answer.</param>
    public void Update(double kl) => Beta *= 1 + gain * Math.Clamp((kl - target) / target, -0.2, 0.2);
}
