using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// BERT's encoder: J. Devlin, M.-W. Chang, K. Lee and K. Toutanova, BERT: Pre-training of deep bidirectional transformers for language
/// understanding, NAACL 2019 (arXiv:1810.04805), section 3. A stack of the Transformer's encoder blocks; each token sees both sides. Its
/// weights have the names of the published checkpoints, <c>encoder.layer.0.attention.self.query.weight</c>. Defined in lesson 13.
/// </summary>
public sealed class Bert : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding words, positions, segments;
    private readonly LayerNorm norm;
    private readonly ModuleList<BertBlock> blocks = [];
    private readonly Linear pooler;

    /// <summary>Creates a model with random weights.</summary>
    /// <param name="settings">Its size.</param>
    /// <param name="device">Where the weights lie; on <c>meta</c> they have a shape but take no memory. Null for the processor.</param>
    public Bert(BertSettings settings, Device? device = null)
        : base(nameof(Bert))
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        int width = settings.Width;
        words = Layers.Embedding(settings.Vocabulary, width, device, settings.Spread);
        positions = Layers.Embedding(settings.Context, width, device, settings.Spread);
        segments = Layers.Embedding(2, width, device, settings.Spread);
        norm = Layers.LayerNorm(width, device, BertBlock.Epsilon);
        for (int n = 0; n < settings.Layers; n++) blocks.Add(new BertBlock(settings, device));
        pooler = Layers.Linear(width, width, device, settings.Spread);
        register_module("embeddings", new ModuleGroup(("word_embeddings", words), ("position_embeddings", positions),
            ("token_type_embeddings", segments), ("LayerNorm", norm)));
        register_module("encoder", new ModuleGroup(("layer", blocks)));
        register_module("pooler", new ModuleGroup(("dense", pooler)));
    }

    /// <summary>Its size.</summary>
    public BertSettings Settings { get; }

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>The table of words, (vocabulary, H): the weights of the output that guesses masked words, too.</summary>
    internal Tensor Words => words.weight!;

    /// <summary>The state of each token.</summary>
    /// <param name="text">(B, T) tokens, <see cref="WordPieces.Cls"/> first; <see cref="WordPieces.Padding"/> fills short rows.</param>
    /// <param name="segment">(B, T): 0 for the tokens of the first sentence, 1 for those of the second.</param>
    /// <returns>(B, T, H).</returns>
    public override Tensor forward(Tensor text, Tensor segment)
    {
        ArgumentNullException.ThrowIfNull(text);
        Tensor mask = text.ne(WordPieces.Padding).unsqueeze(1).unsqueeze(1);                            // (B, 1, 1, T)
        Tensor places = arange(text.shape[1], device: text.device);
        Tensor x = norm.call(words.call(text) + positions.call(places) + segments.call(segment));       // figure 2, (B, T, H)
        x = functional.dropout(x, Settings.Dropout, training);
        foreach (BertBlock block in blocks) x = block.call(x, mask);
        return x;
    }

    /// <summary>One vector for each text: the state of its first token, <see cref="WordPieces.Cls"/>, through one more layer.</summary>
    /// <param name="states">What <see cref="forward"/> returned.</param>
    /// <returns>C, (B, H).</returns>
    public Tensor Pool(Tensor states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return pooler.call(states.select(1, 0)).tanh();
    }

    /// <summary>
    /// Another vector for each text: the mean of its tokens' states. It needs no layer that pre-training may have left out.
    /// </summary>
    /// <param name="states">What <see cref="forward"/> returned.</param>
    /// <param name="text">(B, T) tokens; <see cref="WordPieces.Padding"/> does not count.</param>
    /// <returns>(B, H).</returns>
    public static Tensor Mean(Tensor states, Tensor text)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(text);
        Tensor counts = text.ne(WordPieces.Padding).unsqueeze(2).to(states.dtype);                      // (B, T, 1)
        return (states * counts).sum(1) / counts.sum(1);
    }

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected override void RegisterComponents()
    {
    }
}
