namespace Course.PreTraining;

/// <summary>The size of a <see cref="Gpt"/>. Defined in lesson 13.</summary>
/// <param name="Vocabulary">The number of tokens.</param>
/// <param name="Context">The most tokens of a text.</param>
/// <param name="Width">d_model: the numbers that stand for one token.</param>
/// <param name="Layers">Blocks.</param>
/// <param name="Heads">Heads of each block's attention, a divisor of the width.</param>
/// <param name="Dropout">The share of numbers that are dropped in training.</param>
public sealed record GptSettings(int Vocabulary, int Context, int Width, int Layers, int Heads, double Dropout = 0)
{
    /// <summary>GPT as published in 2018, section 4.1: 40,000 merges of letters, and 478 letters and signs to begin with.</summary>
    public static GptSettings Gpt1 { get; } = new(40_478, 512, 768, 12, 12, Dropout: 0.1);

    /// <summary>The standard deviation of the weights before training, 0.02 as published.</summary>
    public double Spread { get; init; } = 0.02;
}

/// <summary>The size of a <see cref="Bert"/>. Defined in lesson 13.</summary>
/// <param name="Vocabulary">The number of tokens.</param>
/// <param name="Context">The most tokens of a text.</param>
/// <param name="Width">H: the numbers that stand for one token.</param>
/// <param name="Layers">L: blocks.</param>
/// <param name="Heads">A: heads of each block's attention, a divisor of the width.</param>
/// <param name="Dropout">The share of numbers that are dropped in training.</param>
public sealed record BertSettings(int Vocabulary, int Context, int Width, int Layers, int Heads, double Dropout = 0)
{
    /// <summary>BERT-base as published, section 3; the paper counts 110 million parameters.</summary>
    public static BertSettings Base { get; } = new(30_522, 512, 768, 12, 12, Dropout: 0.1);

    /// <summary>BERT-large as published, section 3; the paper counts 340 million parameters.</summary>
    public static BertSettings Large { get; } = new(30_522, 512, 1024, 24, 16, Dropout: 0.1);

    /// <summary>The standard deviation of the weights before training, 0.02 as published.</summary>
    public double Spread { get; init; } = 0.02;
}
