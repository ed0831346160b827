using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// The first GPT: A. Radford, K. Narasimhan, T. Salimans and I. Sutskever, Improving language understanding by generative pre-training,
/// 2018, sections 3.1 and 4.1. A stack of the Transformer's decoder blocks, which guesses each next token. Its weights have the names of
/// the published checkpoint, <c>transformer.h.0.attn.c_attn.weight</c>. Defined in lesson 13.
/// </summary>
public sealed class Gpt : Module<Tensor, Tensor>
{
    private readonly Embedding tokens, positions;
    private readonly ModuleList<GptBlock> blocks = [];
    private readonly Dropout dropout;

    /// <summary>Creates a model with random weights.</summary>
    /// <param name="settings">Its size.</param>
    /// <param name="device">Where the weights lie; on <c>meta</c> they have a shape but take no memory. Null for the processor.</param>
    public Gpt(GptSettings settings, Device? device = null)
        : base(nameof(Gpt))
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        tokens = Layers.Embedding(settings.Vocabulary, settings.Width, device, settings.Spread);
        positions = Layers.Embedding(settings.Context, settings.Width, device, settings.Spread);
        for (int n = 0; n < settings.Layers; n++) blocks.Add(new GptBlock(settings, device));
        dropout = Dropout(settings.Dropout);
        Body = new ModuleGroup(("tokens_embed", tokens), ("positions_embed", positions), ("drop", dropout), ("h", blocks));
        register_module("transformer", Body);
    }

    /// <summary>Its size.</summary>
    public GptSettings Settings { get; }

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>All weights, as a part of a larger model.</summary>
    internal Module Body { get; }

    /// <summary>What may follow each token: equation 2.</summary>
    /// <param name="text">(B, T) tokens, T at most the context.</param>
    /// <returns>Logits, (B, T, vocabulary).</returns>
    public override Tensor forward(Tensor text) => functional.linear(States(text), tokens.weight!);     // h_n W_eᵀ; the softmax is to come

    /// <summary>The last block's answer: what the model knows at each token of the text up to there.</summary>
    /// <param name="text">(B, T) tokens.</param>
    /// <returns>h_n, (B, T, width).</returns>
    public Tensor States(Tensor text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using Tensor places = arange(text.shape[1], device: text.device);
        Tensor h = dropout.call(tokens.call(text) + positions.call(places));        // h_0 = U W_e + W_p, (B, T, C)
        foreach (GptBlock block in blocks) h = block.call(h);                       // h_l = transformer_block(h_(l−1))
        return h;
    }

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected override void RegisterComponents()
    {
    }
}
