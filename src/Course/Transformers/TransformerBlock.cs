using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Transformers;

/// <summary>
/// One block of a Transformer: self-attention, then, in a decoder, attention to the encoder's memory, then a feed-forward network; around
/// each a residual connection and layer normalisation (Vaswani et al., 2017, section 3.1). The encoders, the decoders, BERT and GPT are
/// stacks of it. Defined in lesson 12.
/// </summary>
public sealed class TransformerBlock : Module<Tensor, Tensor?, Tensor?, Tensor?, Tensor>
{
    private readonly BlockShape shape;
    private readonly MultiHeadAttention self;
    private readonly MultiHeadAttention? cross;
    private readonly LayerNorm selfNorm, forwardNorm;
    private readonly LayerNorm? crossNorm;
    private readonly Linear inner, outer;
    private readonly Dropout dropout;

    /// <summary>Creates a block.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="looksAtMemory">Whether it looks at a memory, as the decoder's blocks do.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public TransformerBlock(BlockShape shape, bool looksAtMemory = false, Device? device = null)
        : base(nameof(TransformerBlock))
    {
        ArgumentNullException.ThrowIfNull(shape);
        this.shape = shape;
        self = new MultiHeadAttention(shape.Width, shape.Heads, shape.Dropout, device);
        selfNorm = Layers.LayerNorm(shape.Width, device);
        cross = looksAtMemory ? new MultiHeadAttention(shape.Width, shape.Heads, shape.Dropout, device) : null;
        crossNorm = looksAtMemory ? Layers.LayerNorm(shape.Width, device) : null;
        inner = Layers.Linear(shape.Width, shape.Inner, device);
        outer = Layers.Linear(shape.Inner, shape.Width, device);
        forwardNorm = Layers.LayerNorm(shape.Width, device);
        dropout = Dropout(shape.Dropout);
        RegisterComponents();
    }

    /// <summary>The attention of the tokens to each other.</summary>
    public MultiHeadAttention SelfAttention => self;

    /// <summary>The attention to the memory; null in an encoder.</summary>
    public MultiHeadAttention? CrossAttention => cross;

    /// <summary>Applies the block.</summary>
    /// <param name="x">(B, T, d_model).</param>
    /// <param name="mask">True where a token may look at a token, fits (B, h, T, T); null: everywhere.</param>
    /// <param name="memory">The encoder's output, (B, S, d_model); null for a block without attention to it.</param>
    /// <param name="memoryMask">True where a token may look at the memory, fits (B, h, T, S); null: everywhere.</param>
    /// <returns>(B, T, d_model).</returns>
    public override Tensor forward(Tensor x, Tensor? mask, Tensor? memory, Tensor? memoryMask)
    {
        x = Sublayer(x, selfNorm, h => self.call(h, h, mask));
        if (cross is not null) x = Sublayer(x, crossNorm!, h => cross.call(h, memory!, memoryMask));
        return Sublayer(x, forwardNorm, FeedForward);
    }

    /// <summary>LayerNorm(x + Sublayer(x)), as published; or, with the norm first, x + Sublayer(LayerNorm(x)).</summary>
    private Tensor Sublayer(Tensor x, LayerNorm norm, Func<Tensor, Tensor> sublayer) => shape.NormFirst
        ? x + dropout.call(sublayer(norm.call(x)))
        : norm.call(x + dropout.call(sublayer(x)));

    /// <summary>FFN(x) = max(0, x W₁ + b₁) W₂ + b₂, equation 2.</summary>
    private Tensor FeedForward(Tensor x)
    {
        Tensor h = inner.call(x);                                       // (B, T, d_ff)
        return outer.call(shape.Gelu ? functional.gelu(h) : functional.relu(h));
    }
}
