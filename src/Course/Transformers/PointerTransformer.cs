using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Transformers;

/// <summary>
/// A Transformer that puts given pieces in order. Its encoder is not told any order, so that it sees the pieces as a heap. Its decoder does
/// not choose from a vocabulary; it points at a piece. The pointing is attention once more, as in O. Vinyals, M. Fortunato and N. Jaitly,
/// Pointer networks, 2015 (arXiv:1506.03134). Defined in lesson 12.
/// </summary>
public sealed class PointerTransformer : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly ModuleList<TransformerBlock> encoder = [], decoder = [];
    private readonly LayerNorm encoderNorm, decoderNorm;
    private readonly Linear query, key;
    private readonly Tensor positions;
    private readonly int width;

    /// <summary>Creates a model with random weights.</summary>
    /// <param name="settings">Its size.</param>
    public PointerTransformer(TransformerSettings settings)
        : base(nameof(PointerTransformer))
    {
        ArgumentNullException.ThrowIfNull(settings);
        width = settings.Block.Width;
        embedding = Layers.Embedding(settings.Vocabulary, width);
        for (int n = 0; n < settings.Layers; n++)
        {
            encoder.Add(new TransformerBlock(settings.Block));
            decoder.Add(new TransformerBlock(settings.Block, looksAtMemory: true));
        }
        (encoderNorm, decoderNorm) = (Layers.LayerNorm(width), Layers.LayerNorm(width));
        (query, key) = (Layers.Linear(width, width), Layers.Linear(width, width));
        positions = Positions.Table(settings.LongestSequence, width);
        RegisterComponents();
    }

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Which piece comes next, if the pieces before it are known?</summary>
    /// <param name="pieces">(B, S) tokens; <see cref="Vocabulary.Padding"/> fills short rows.</param>
    /// <param name="previous">(B, T) tokens: at each step the piece before.</param>
    /// <param name="allowed">(B, T, S): true where a piece is not used yet.</param>
    /// <returns>Logits, (B, T, S); minus infinity where nothing is allowed.</returns>
    public override Tensor forward(Tensor pieces, Tensor previous, Tensor allowed) =>
        Point(Encode(pieces), Transformer.IsToken(pieces), previous, allowed);

    /// <summary>The encoder.</summary>
    /// <param name="pieces">(B, S) tokens.</param>
    /// <returns>The memory, (B, S, d_model).</returns>
    public Tensor Encode(Tensor pieces)
    {
        Tensor mask = Transformer.IsToken(pieces), x = Embed(pieces);
        foreach (TransformerBlock block in encoder) x = block.call(x, mask, null, null);
        return encoderNorm.call(x);
    }

    /// <summary>The decoder.</summary>
    /// <param name="memory">The encoder's output, (B, S, d_model).</param>
    /// <param name="isPiece">True where there is a piece, (B, 1, 1, S).</param>
    /// <param name="previous">(B, T) tokens: at each step the piece before.</param>
    /// <param name="allowed">(B, T, S): true where a piece is not used yet.</param>
    /// <returns>Logits, (B, T, S).</returns>
    public Tensor Point(Tensor memory, Tensor isPiece, Tensor previous, Tensor allowed)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(allowed);
        Tensor mask = Transformer.Causal(previous.shape[1]);
        Tensor x = Embed(previous) + positions.narrow(0, 0, previous.shape[1]);
        foreach (TransformerBlock block in decoder) x = block.call(x, mask, memory, isPiece);
        Tensor match = query.call(decoderNorm.call(x)).matmul(key.call(memory).transpose(1, 2)) / Math.Sqrt(width);    // (B, T, S)
        return match.masked_fill(allowed.logical_not(), double.NegativeInfinity);
    }

    private Tensor Embed(Tensor tokens) => embedding.call(tokens) * Math.Sqrt(width);
}
