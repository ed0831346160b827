using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Transformers;

/// <summary>
/// The Transformer as published: A. Vaswani, N. Shazeer, N. Parmar, J. Uszkoreit, L. Jones, A. N. Gomez, Ł. Kaiser and I. Polosukhin,
/// Attention is all you need, Advances in Neural Information Processing Systems 30, 2017 (arXiv:1706.03762), figure 1. Defined in
/// lesson 12.
/// </summary>
public sealed class Transformer : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly ModuleList<TransformerBlock> encoder = [], decoder = [];
    private readonly LayerNorm? encoderNorm, decoderNorm;
    private readonly Dropout dropout;
    private readonly Tensor positions;

    /// <summary>Creates a model with random weights.</summary>
    /// <param name="settings">Its size.</param>
    /// <param name="device">Where the weights lie; on <c>meta</c> they have a shape but take no memory. Null for the processor.</param>
    public Transformer(TransformerSettings settings, Device? device = null)
        : base(nameof(Transformer))
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        int d = settings.Block.Width;
        embedding = Layers.Embedding(settings.Vocabulary, d, device);
        for (int n = 0; n < settings.Layers; n++)
        {
            encoder.Add(new TransformerBlock(settings.Block, device: device));
            decoder.Add(new TransformerBlock(settings.Block, looksAtMemory: true, device));
        }
        if (settings.Block.NormFirst) (encoderNorm, decoderNorm) = (Layers.LayerNorm(d, device), Layers.LayerNorm(d, device));
        dropout = Dropout(settings.Block.Dropout);
        positions = Positions.Table(settings.LongestSequence, d);
        RegisterComponents();
    }

    /// <summary>Its size.</summary>
    public TransformerSettings Settings { get; }

    /// <summary>The embeddings, (vocabulary, d_model): of source and target, and the weights of the output (section 3.4).</summary>
    public Tensor Embedding => embedding.weight!;

    /// <summary>The blocks of the encoder, from below.</summary>
    public IReadOnlyList<TransformerBlock> Encoder => [.. encoder];

    /// <summary>The blocks of the decoder, from below.</summary>
    public IReadOnlyList<TransformerBlock> Decoder => [.. decoder];

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>What may follow each token of the target, if it has seen the source and the target up to here.</summary>
    /// <param name="source">(B, S) tokens; <see cref="Vocabulary.Padding"/> fills short rows.</param>
    /// <param name="target">(B, T) tokens, beginning with <see cref="Vocabulary.Start"/>.</param>
    /// <returns>Logits, (B, T, vocabulary).</returns>
    public override Tensor forward(Tensor source, Tensor target) => Decode(target, Encode(source), IsToken(source));

    /// <summary>The encoder.</summary>
    /// <param name="source">(B, S) tokens.</param>
    /// <returns>The memory, (B, S, d_model).</returns>
    public Tensor Encode(Tensor source)
    {
        Tensor mask = IsToken(source), x = Embed(source, Settings.SourcePositions);
        foreach (TransformerBlock block in encoder) x = block.call(x, mask, null, null);
        return encoderNorm is null ? x : encoderNorm.call(x);
    }

    /// <summary>The decoder.</summary>
    /// <param name="target">(B, T) tokens.</param>
    /// <param name="memory">The encoder's output, (B, S, d_model).</param>
    /// <param name="memoryMask">True where the source has a token, (B, 1, 1, S).</param>
    /// <returns>Logits, (B, T, vocabulary).</returns>
    public Tensor Decode(Tensor target, Tensor memory, Tensor memoryMask)
    {
        ArgumentNullException.ThrowIfNull(target);
        Tensor mask = Causal(target.shape[1]), x = Embed(target, hasPositions: true);
        foreach (TransformerBlock block in decoder) x = block.call(x, mask, memory, memoryMask);
        return functional.linear(decoderNorm is null ? x : decoderNorm.call(x), embedding.weight!);
    }

    /// <summary>The key-padding mask: true where there is a token, false where a row is filled up.</summary>
    /// <param name="tokens">(B, S).</param>
    /// <returns>(B, 1, 1, S): the same for each head and each query.</returns>
    public static Tensor IsToken(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return tokens.ne(Vocabulary.Padding).unsqueeze(1).unsqueeze(1);
    }

    /// <summary>The decoder's mask: each position may look at itself and at those before it.</summary>
    /// <param name="length">T.</param>
    /// <returns>(T, T).</returns>
    public static Tensor Causal(long length) => ones(length, length, ScalarType.Bool).tril();

    private Tensor Embed(Tensor tokens, bool hasPositions)
    {
        Tensor x = embedding.call(tokens) * Math.Sqrt(Settings.Block.Width);
        return dropout.call(hasPositions ? x + positions.narrow(0, 0, tokens.shape[1]) : x);
    }
}
