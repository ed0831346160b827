namespace Course.Go;

/// <summary>
/// A fast source of random numbers with one word of state, which a checkpoint can keep: SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
/// Defined in lesson 11.
/// </summary>
/// <param name="seed">Where the sequence starts.</param>
public sealed class SplitMixRandom(long seed) : Random
{
    /// <summary>The state: setting it continues a sequence.</summary>
    public long State { get; set; } = seed;

    /// <inheritdoc/>
    public override int Next() => Next(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => (int)(((Draw() >> 32) * (ulong)maxValue) >> 32);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => minValue + Next(maxValue - minValue);

    /// <inheritdoc/>
    public override double NextDouble() => (Draw() >> 11) * (1.0 / (1UL << 53));

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private ulong Draw()
    {
        State += unchecked((long)0x9E3779B97F4A7C15UL);
        ulong z = (ulong)State;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
