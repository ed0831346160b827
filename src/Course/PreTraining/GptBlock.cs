using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// One block of <see cref="Gpt"/>: attention to the tokens before, then a feed-forward network, each with a residual connection and a norm
/// behind it. It is lesson 12's block without the memory; the projections of queries, keys and values are one matrix. Defined in lesson 13.
/// </summary>
public sealed class GptBlock : Module<Tensor, Tensor>
{
    private readonly int heads;
    private readonly double dropout;
    private readonly Conv1D project, merge, inner, outer;
    private readonly LayerNorm attentionNorm, forwardNorm;

    /// <summary>Creates a block with random weights.</summary>
    /// <param name="settings">The model's size.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public GptBlock(GptSettings settings, Device? device = null)
        : base(nameof(GptBlock))
    {
        ArgumentNullException.ThrowIfNull(settings);
        int width = settings.Width;
        ArgumentOutOfRangeException.ThrowIfNotEqual(width % settings.Heads, 0);
        (heads, dropout) = (settings.Heads, settings.Dropout);
        project = new Conv1D(width, 3 * width, settings.Spread, device);
        merge = new Conv1D(width, width, settings.Spread, device);
        inner = new Conv1D(width, 4 * width, settings.Spread, device);
        outer = new Conv1D(4 * width, width, settings.Spread, device);
        attentionNorm = Layers.LayerNorm(width, device);
        forwardNorm = Layers.LayerNorm(width, device);
        register_module("attn", new ModuleGroup(("c_attn", project), ("c_proj", merge)));
        register_module("ln_1", attentionNorm);
        register_module("mlp", new ModuleGroup(("c_fc", inner), ("c_proj", outer)));
        register_module("ln_2", forwardNorm);
    }

    /// <summary>Applies the block.</summary>
    /// <param name="x">(B, T, C).</param>
    /// <returns>(B, T, C).</returns>
    public override Tensor forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        x = attentionNorm.call(x + Dropped(Attention(x)));
        return forwardNorm.call(x + Dropped(outer.call(Gelu(inner.call(x)))));
    }

    /// <summary>GELU as OpenAI's code has it, by a tangent: D. Hendrycks and K. Gimpel, 2016 (arXiv:1606.08415), section 2.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).</returns>
    public static Tensor Gelu(Tensor x) => functional.gelu(x, TorchSharp.Modules.GELU.Approximate.tanh);

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected override void RegisterComponents()
    {
    }

    private Tensor Attention(Tensor x)
    {
        // Q, K, V: (B, h, T, d_k)
        Tensor[] parts = [.. project.call(x).chunk(3, dim: 2).Select(part => MultiHeadAttention.Split(part, heads))];
        Tensor answers = functional.scaled_dot_product_attention(
            parts[0], parts[1], parts[2], p: training ? dropout : 0, is_casual: true);
        return merge.call(answers.transpose(1, 2).flatten(2));                              // (B, T, C)
    }

    private Tensor Dropped(Tensor x) => functional.dropout(x, dropout, training);
}
