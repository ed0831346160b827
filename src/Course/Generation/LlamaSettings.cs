namespace Course.Generation;

/// <summary>The size of a <see cref="Llama"/>. Defined in lesson 14.</summary>
/// <param name="Vocabulary">V: the number of tokens.</param>
/// <param name="Context">T: the most tokens of a text.</param>
/// <param name="Width">C: the numbers that stand for one token.</param>
/// <param name="Layers">Blocks.</param>
/// <param name="Heads">Heads that ask, a divisor of the width.</param>
/// <param name="KeyHeads">Heads that are looked at, a divisor of those that ask.</param>
/// <param name="Inner">The numbers inside the feed-forward network.</param>
public sealed record LlamaSettings(int Vocabulary, int Context, int Width, int Layers, int Heads, int KeyHeads, int Inner)
{
    /// <summary>d: the numbers of one head.</summary>
    public int HeadWidth => Width / Heads;

    /// <summary>Is added to a mean of squares, so that no norm divides by 0.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>The base of the rotations' wavelengths.</summary>
    public double RotaryBase { get; init; } = 10_000;

    /// <summary>The standard deviation of the weights before training.</summary>
    public double Spread { get; init; } = 0.02;
}
