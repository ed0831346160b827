namespace Course.Transformers;

/// <summary>The size of a <see cref="Transformer"/>. Defined in lesson 12.</summary>
/// <param name="Vocabulary">The number of tokens, shared by source and target.</param>
/// <param name="Layers">N: blocks of the encoder, and as many of the decoder.</param>
/// <param name="Block">The shape of a block.</param>
public sealed record TransformerSettings(int Vocabulary, int Layers, BlockShape Block)
{
    /// <summary>The paper's vocabulary for English and German, about 37,000 tokens (section 5.1).</summary>
    public const int PaperVocabulary = 37_000;

    /// <summary>The paper's base model: table 3, first row. The paper counts 65 million parameters.</summary>
    public static TransformerSettings Base { get; } = new(PaperVocabulary, 6, new BlockShape(512, 8, 2048, Dropout: 0.1));

    /// <summary>The paper's big model: table 3, last row. The paper counts 213 million parameters.</summary>
    public static TransformerSettings Big { get; } = new(PaperVocabulary, 6, new BlockShape(1024, 16, 4096, Dropout: 0.3));

    /// <summary>Whether the source's order is told to the encoder.</summary>
    public bool SourcePositions { get; init; } = true;

    /// <summary>The most tokens of a source or a target.</summary>
    public int LongestSequence { get; init; } = 512;

    /// <summary>
    /// The number of weights and biases, by formula: one table of embeddings, which serves source, target and output, and the blocks.
    /// </summary>
    public long ParameterCount => (long)Vocabulary * Block.Width
        + Layers * (Block.ParameterCount() + Block.ParameterCount(cross: true))
        + (Block.NormFirst ? 4 * Block.Width : 0);                      // a norm at the end of each stack
}
