using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// One block of <see cref="Bert"/>: attention to the tokens on both sides, then a feed-forward network, each with a residual connection and
/// a norm behind it. It is a block of lesson 12's encoder with another curve, GELU. Defined in lesson 13.
/// </summary>
public sealed class BertBlock : Module<Tensor, Tensor, Tensor>
{
    internal const double Epsilon = 1e-12;

    private readonly int heads;
    private readonly double dropout;
    private readonly Linear query, key, value, merge, inner, outer;
    private readonly LayerNorm attentionNorm, forwardNorm;

    /// <summary>Creates a block with random weights.</summary>
    /// <param name="settings">The model's size.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public BertBlock(BertSettings settings, Device? device = null)
        : base(nameof(BertBlock))
    {
        ArgumentNullException.ThrowIfNull(settings);
        int width = settings.Width;
        ArgumentOutOfRangeException.ThrowIfNotEqual(width % settings.Heads, 0);
        (heads, dropout) = (settings.Heads, settings.Dropout);
        Linear Layer(int inputs, int outputs) => Layers.Linear(inputs, outputs, device, settings.Spread);
        (query, key, value, merge) = (Layer(width, width), Layer(width, width), Layer(width, width), Layer(width, width));
        (inner, outer) = (Layer(width, 4 * width), Layer(4 * width, width));
        (attentionNorm, forwardNorm) = (Layers.LayerNorm(width, device, Epsilon), Layers.LayerNorm(width, device, Epsilon));
        register_module("attention", new ModuleGroup(
            ("self", new ModuleGroup(("query", query), ("key", key), ("value", value))),
            ("output", new ModuleGroup(("dense", merge), ("LayerNorm", attentionNorm)))));
        register_module("intermediate", new ModuleGroup(("dense", inner)));
        register_module("output", new ModuleGroup(("dense", outer), ("LayerNorm", forwardNorm)));
    }

    /// <summary>Applies the block.</summary>
    /// <param name="x">(B, T, H).</param>
    /// <param name="mask">True where a token may look, fits (B, heads, T, T).</param>
    /// <returns>(B, T, H).</returns>
    public override Tensor forward(Tensor x, Tensor mask)
    {
        ArgumentNullException.ThrowIfNull(x);
        x = attentionNorm.call(x + Dropped(Attention(x, mask)));
        return forwardNorm.call(x + Dropped(outer.call(functional.gelu(inner.call(x)))));
    }

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected override void RegisterComponents()
    {
    }

    private Tensor Attention(Tensor x, Tensor mask)
    {
        Tensor Q = Split(query.call(x)), K = Split(key.call(x)), V = Split(value.call(x));      // (B, heads, T, d_k)
        Tensor answers = functional.scaled_dot_product_attention(Q, K, V, mask, training ? dropout : 0);
        return merge.call(answers.transpose(1, 2).flatten(2));                                  // (B, T, H)
    }

    private Tensor Split(Tensor x) => MultiHeadAttention.Split(x, heads);

    private Tensor Dropped(Tensor x) => functional.dropout(x, dropout, training);
}
