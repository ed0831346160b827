using Course.Nn.Safetensors;
using Course.PreTraining;
using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Generation;

/// <summary>
/// GPT-2: A. Radford, J. Wu, R. Child, D. Luan, D. Amodei and I. Sutskever, Language models are unsupervised multitask learners, 2019,
/// section 2.3. The whole model is in this file: embeddings, blocks, attention with a cache, loss. It differs from the first <see
/// cref="Gpt"/> in three things: norms stand before attention and feed-forward network, one more stands at the end, and the weights that
/// write into the residual stream begin smaller. Its weights have the names of the published checkpoint. Defined in lesson 14.
/// </summary>
public sealed class Gpt2 : CausalModel
{
    private readonly Embedding tokens, positions;
    private readonly ModuleList<Gpt2Block> blocks = [];
    private readonly LayerNorm norm;
    private readonly Dropout dropout;
    private readonly ModuleGroup body;

    /// <summary>Creates a model with random weights.</summary>
    /// <param name="settings">Its size.</param>
    /// <param name="device">Where the weights lie; on <c>meta</c> they have a shape but take no memory, except that of one table of
    /// embeddings for a moment. Null for the processor.</param>
    public Gpt2(Gpt2Settings settings, Device? device = null)
        : base(nameof(Gpt2))
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        tokens = Layers.Embedding(settings.Vocabulary, settings.Width, device, settings.Spread);
        positions = Layers.Embedding(settings.Context, settings.Width, device, settings.Spread / 2);    // as in OpenAI's code
        for (int n = 0; n < settings.Layers; n++) blocks.Add(new Gpt2Block(settings, device));
        norm = Layers.LayerNorm(settings.Width, device, settings.Epsilon);
        dropout = Dropout(settings.Dropout);
        body = new ModuleGroup(("wte", tokens), ("wpe", positions), ("drop", dropout), ("h", blocks), ("ln_f", norm));
        register_module("transformer", body);
    }

    /// <summary>Its size.</summary>
    public Gpt2Settings Settings { get; }

    /// <inheritdoc/>
    public override int Context => Settings.Context;

    /// <inheritdoc/>
    public override int Vocabulary => Settings.Vocabulary;

    /// <inheritdoc/>
    public override int LayerCount => Settings.Layers;

    /// <summary>The table of token embeddings, (V, C); it also reads the answer.</summary>
    public Tensor TokenTable => tokens.weight!;

    /// <inheritdoc/>
    public override Tensor States(Tensor text, KeyValueCache? cache = null)
    {
        long past = Past(text, cache);
        using Tensor places = arange(past, past + text!.shape[1], device: text.device);
        Tensor x = dropout.call(tokens.call(text) + positions.call(places));            // (B, T, C)
        for (int n = 0; n < blocks.Count; n++) x = blocks[n].call(x, cache?[n]);
        return norm.call(x);
    }

    /// <inheritdoc/>
    public override Tensor Head(Tensor states) => functional.linear(states, tokens.weight!);        // (B, T, V)

    /// <summary>What it learns: the mean surprise by the next token.</summary>
    /// <param name="text">(B, T + 1) tokens: each but the first is to be guessed from those before it.</param>
    /// <returns>−ln P, in nats, one number.</returns>
    public Tensor Loss(Tensor text)
    {
        ArgumentNullException.ThrowIfNull(text);
        long length = text.shape[1] - 1;
        Tensor logits = call(text.narrow(1, 0, length));                                // (B, T, V)
        return functional.cross_entropy(logits.flatten(0, 1), text.narrow(1, 1, length).flatten());
    }

    /// <summary>Loads a model from a folder of Hugging Face's Hub: config.json and model.safetensors.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="InvalidDataException">A file is wrong, or of another kind of model.</exception>
    public static Gpt2 Load(string folder)
    {
        string path = Path.Combine(folder, "model.safetensors");
        var model = new Gpt2(Gpt2Settings.Read(Path.Combine(folder, "config.json")));
        bool whole;
        using (var file = new SafetensorsFile(path)) whole = file.Has("transformer.wte.weight");
        // OpenAI's own checkpoints have the names without the head's prefix. Some hold the causal mask as well, and the tied table twice.
        string[] strangers = [.. SafetensorsState.Load(whole ? model : model.body, path)
            .Where(name => !name.EndsWith(".attn.bias", StringComparison.Ordinal) && name != "lm_head.weight"
                && !name.EndsWith(".attn.masked_bias", StringComparison.Ordinal))];
        return strangers.Length == 0 ? model : throw new InvalidDataException($"{path} is of another model: it has {strangers[0]}.");
    }

    /// <summary>Writes config.json and model.safetensors, as <see cref="Load"/> reads them.</summary>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        Settings.Write(Path.Combine(folder, "config.json"));
        SafetensorsState.Save(this, Path.Combine(folder, "model.safetensors"));
    }
}

/// <summary>One block of <see cref="Gpt2"/>: attention to the tokens before, then a feed-forward network. Defined in lesson 14.</summary>
public sealed class Gpt2Block : Module<Tensor, LayerCache?, Tensor>
{
    private readonly int heads;
    private readonly double dropout;
    private readonly Conv1D project, merge, inner, outer;
    private readonly LayerNorm attentionNorm, forwardNorm;

    /// <summary>Creates a block with random weights.</summary>
    /// <param name="settings">The model's size.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public Gpt2Block(Gpt2Settings settings, Device? device = null)
        : base(nameof(Gpt2Block))
    {
        ArgumentNullException.ThrowIfNull(settings);
        int width = settings.Width;
        ArgumentOutOfRangeException.ThrowIfNotEqual(width % settings.Heads, 0);
        (heads, dropout) = (settings.Heads, settings.Dropout);
        double residual = settings.Spread / Math.Sqrt(2 * settings.Layers);             // 1 / √N for N writers into the stream
        attentionNorm = Layers.LayerNorm(width, device, settings.Epsilon);
        project = new Conv1D(width, 3 * width, settings.Spread, device);
        merge = new Conv1D(width, width, residual, device);
        forwardNorm = Layers.LayerNorm(width, device, settings.Epsilon);
        inner = new Conv1D(width, 4 * width, settings.Spread, device);
        outer = new Conv1D(4 * width, width, residual, device);
        register_module("ln_1", attentionNorm);
        register_module("attn", new ModuleGroup(("c_attn", project), ("c_proj", merge)));
        register_module("ln_2", forwardNorm);
        register_module("mlp", new ModuleGroup(("c_fc", inner), ("c_proj", outer)));
    }

    /// <summary>Applies the block.</summary>
    /// <param name="x">(B, T, C).</param>
    /// <param name="cache">The keys and values of the tokens before; null for none.</param>
    /// <returns>(B, T, C).</returns>
    public override Tensor forward(Tensor x, LayerCache? cache)
    {
        ArgumentNullException.ThrowIfNull(x);
        x = x + Dropped(Attention(attentionNorm.call(x), cache));
        return x + Dropped(outer.call(GptBlock.Gelu(inner.call(forwardNorm.call(x)))));
    }

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <summary>
    /// softmax(Q Kᵀ / √d) V, where the queries are the last T of S tokens, and each sees its own token and those before it.
    /// </summary>
    /// <param name="Q">(B, h, T, d).</param>
    /// <param name="K">(B, h, S, d).</param>
    /// <param name="V">(B, h, S, d).</param>
    /// <param name="dropout">The share of weights that are dropped.</param>
    /// <returns>(B, h, T, d).</returns>
    internal static Tensor Attend(Tensor Q, Tensor K, Tensor V, double dropout = 0)
    {
        (long T, long S) = (Q.shape[2], K.shape[2]);
        if (T == S || T == 1) return functional.scaled_dot_product_attention(Q, K, V, p: dropout, is_casual: T == S);
        Tensor seen = ones(T, S, dtype: ScalarType.Bool, device: Q.device).tril(S - T);
        return functional.scaled_dot_product_attention(Q, K, V, seen, dropout);
    }

    private Tensor Attention(Tensor x, LayerCache? cache)
    {
        Tensor[] parts = [.. project.call(x).chunk(3, dim: 2).Select(part => MultiHeadAttention.Split(part, heads))];
        (Tensor Q, Tensor K, Tensor V) = (parts[0], parts[1], parts[2]);                // (B, h, T, d)
        if (cache is not null) (K, V) = cache.Append(K, V);                             // (B, h, S, d)
        Tensor answers = Attend(Q, K, V, training ? dropout : 0);
        return merge.call(answers.transpose(1, 2).flatten(2));                          // (B, T, C)
    }

    private Tensor Dropped(Tensor x) => functional.dropout(x, dropout, training);
}
