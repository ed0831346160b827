namespace Course.Transformers;

/// <summary>The shape of a <see cref="TransformerBlock"/>. Defined in lesson 12.</summary>
/// <param name="Width">d_model: the numbers that stand for one token.</param>
/// <param name="Heads">h, a divisor of the width.</param>
/// <param name="Inner">d_ff: the units between the two layers of the feed-forward network.</param>
/// <param name="Dropout">P_drop: the share of numbers that are dropped in training, at the end of each sublayer.</param>
/// <param name="NormFirst">Normalise before each sublayer, as GPT-2 does, and not behind, as published in 2017.</param>
/// <param name="Gelu">GELU as the feed-forward network's curve, as in GPT and BERT, and not ReLU.</param>
public sealed record BlockShape(int Width, int Heads, int Inner, double Dropout = 0, bool NormFirst = false, bool Gelu = false)
{
    private long Attention => 4 * (long)Width * Width + 4 * Width;

    private long FeedForward => 2 * (long)Width * Inner + Inner + Width;

    private long Norm => 2 * Width;

    /// <summary>The weights and biases of one block, by formula.</summary>
    /// <param name="cross">Whether it looks at a memory, too.</param>
    public long ParameterCount(bool cross = false) => cross
        ? 2 * Attention + FeedForward + 3 * Norm : Attention + FeedForward + 2 * Norm;
}
