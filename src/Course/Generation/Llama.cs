using Course.PreTraining;
using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Generation;

/// <summary>
/// A model of the Llama architecture: H. Touvron and others, LLaMA: open and efficient foundation language models, 2023 (arXiv:2302.13971),
/// section 2.2, with the grouped heads of Llama 2. It differs from <see cref="Gpt2"/> in its norms, positions and feed-forward networks,
/// and has no biases. Its weights have the names of Hugging Face's checkpoints. Defined in lesson 14.
/// </summary>
public sealed class Llama : CausalModel
{
    private readonly Embedding tokens;
    private readonly ModuleList<LlamaBlock> blocks = [];
    private readonly RmsNorm norm;
    private readonly RotaryPositions positions;

    /// <summary>Creates a model with random weights.</summary>
    /// <param name="settings">Its size.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public Llama(LlamaSettings settings, Device? device = null)
        : base(nameof(Llama))
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        tokens = Layers.Embedding(settings.Vocabulary, settings.Width, device, settings.Spread);
        positions = new RotaryPositions(settings.Context, settings.HeadWidth, settings.RotaryBase);
        for (int n = 0; n < settings.Layers; n++) blocks.Add(new LlamaBlock(settings, device));
        norm = new RmsNorm(settings.Width, settings.Epsilon, device);
        register_module("model", new ModuleGroup(("embed_tokens", tokens), ("layers", blocks), ("norm", norm)));
    }

    /// <summary>Its size.</summary>
    public LlamaSettings Settings { get; }

    /// <inheritdoc/>
    public override int Context => Settings.Context;

    /// <inheritdoc/>
    public override int Vocabulary => Settings.Vocabulary;

    /// <inheritdoc/>
    public override int LayerCount => Settings.Layers;

    /// <inheritdoc/>
    public override Tensor States(Tensor text, KeyValueCache? cache = null)
    {
        long past = Past(text, cache);
        (Tensor, Tensor) turn = positions.At(past, text!.shape[1], text.device);
        Tensor x = tokens.call(text);                                                   // (B, T, C)
        for (int n = 0; n < blocks.Count; n++) x = blocks[n].call(x, turn, cache?[n]);
        return norm.call(x);
    }

    /// <inheritdoc/>
    public override Tensor Head(Tensor states) => functional.linear(states, tokens.weight!);        // (B, T, V)
}

/// <summary>One block of <see cref="Llama"/>. Defined in lesson 14.</summary>
public sealed class LlamaBlock : Module<Tensor, (Tensor Cosines, Tensor Sines), LayerCache?, Tensor>
{
    private readonly LlamaSettings settings;
    private readonly RmsNorm attentionNorm, forwardNorm;
    private readonly Linear queries, keys, values, merge, gate, up, down;

    /// <summary>Creates a block with random weights.</summary>
    /// <param name="settings">The model's size.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public LlamaBlock(LlamaSettings settings, Device? device = null)
        : base(nameof(LlamaBlock))
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.Width % settings.Heads, 0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.Heads % settings.KeyHeads, 0);
        this.settings = settings;
        int width = settings.Width, keyWidth = settings.KeyHeads * settings.HeadWidth;
        Linear Make(int inputs, int outputs)
        {
            Linear layer = Linear(inputs, outputs, hasBias: false, device: device);
            init.normal_(layer.weight!, 0, settings.Spread);
            return layer;
        }
        (queries, keys, values, merge) = (Make(width, width), Make(width, keyWidth), Make(width, keyWidth), Make(width, width));
        (gate, up, down) = (Make(width, settings.Inner), Make(width, settings.Inner), Make(settings.Inner, width));
        (attentionNorm, forwardNorm) = (new(width, settings.Epsilon, device), new(width, settings.Epsilon, device));
        register_module("input_layernorm", attentionNorm);
        register_module("self_attn", new ModuleGroup(("q_proj", queries), ("k_proj", keys), ("v_proj", values), ("o_proj", merge)));
        register_module("post_attention_layernorm", forwardNorm);
        register_module("mlp", new ModuleGroup(("gate_proj", gate), ("up_proj", up), ("down_proj", down)));
    }

    /// <summary>Applies the block.</summary>
    /// <param name="x">(B, T, C).</param>
    /// <param name="turn">The cosines and sines of the positions.</param>
    /// <param name="cache">The keys and values of the tokens before; null for none.</param>
    /// <returns>(B, T, C).</returns>
    public override Tensor forward(Tensor x, (Tensor Cosines, Tensor Sines) turn, LayerCache? cache)
    {
        ArgumentNullException.ThrowIfNull(x);
        x = x + Attention(attentionNorm.call(x), turn, cache);
        Tensor y = forwardNorm.call(x);
        // SwiGLU: N. Shazeer, GLU variants improve Transformer, 2020 (arXiv:2002.05202), equation 6
        return x + down.call(functional.silu(gate.call(y)) * up.call(y));
    }

    /// <summary>Leaves the names as they were given.</summary>
    protected override void RegisterComponents()
    {
    }

    private Tensor Attention(Tensor x, (Tensor, Tensor) turn, LayerCache? cache)
    {
        Tensor Q = RotaryPositions.Turn(MultiHeadAttention.Split(queries.call(x), settings.Heads), turn);       // (B, h, T, d)
        Tensor K = RotaryPositions.Turn(MultiHeadAttention.Split(keys.call(x), settings.KeyHeads), turn);       // (B, g, T, d)
        Tensor V = MultiHeadAttention.Split(values.call(x), settings.KeyHeads);
        if (cache is not null) (K, V) = cache.Append(K, V);                                                     // (B, g, S, d)
        return merge.call(Gpt2Block.Attend(Q, ForAll(K), ForAll(V)).transpose(1, 2).flatten(2));
    }

    /// <summary>
    /// Several heads that ask look at the same keys: J. Ainslie and others, GQA, 2023 (arXiv:2305.13245). (B, g, S, d) → (B, h, S, d).
    /// </summary>
    private Tensor ForAll(Tensor shared) => settings.KeyHeads == settings.Heads ? shared
        : shared.unsqueeze(2).expand(-1, -1, settings.Heads / settings.KeyHeads, -1, -1).flatten(1, 2);
}

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
