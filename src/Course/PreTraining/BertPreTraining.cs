using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// <see cref="Bert"/> with the two outputs of its pre-training, section 3.1 of the paper: one guesses masked words, the other whether the
/// second sentence followed the first. The names of the weights are those of the published checkpoints. Defined in lesson 13.
/// </summary>
public sealed class BertPreTraining : Module<Tensor, Tensor, Tensor>
{
    private readonly MaskedWords masked;
    private readonly Linear follows;

    /// <summary>Creates the outputs with random weights.</summary>
    /// <param name="bert">The encoder; it becomes a part of this model.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public BertPreTraining(Bert bert, Device? device = null)
        : base(nameof(BertPreTraining))
    {
        ArgumentNullException.ThrowIfNull(bert);
        Bert = bert;
        masked = new MaskedWords(bert.Settings, device);
        follows = Layers.Linear(bert.Settings.Width, 2, device, bert.Settings.Spread);
        register_module("bert", bert);
        register_module("cls", new ModuleGroup(("predictions", masked), ("seq_relationship", follows)));
    }

    /// <summary>The encoder.</summary>
    public Bert Bert { get; }

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Which word may stand at each place.</summary>
    /// <param name="text">(B, T) tokens, some of them masked.</param>
    /// <param name="segment">(B, T).</param>
    /// <returns>Logits, (B, T, vocabulary).</returns>
    public override Tensor forward(Tensor text, Tensor segment) => Guess(Bert.call(text, segment));

    /// <summary>Which word may stand in the place of each state.</summary>
    /// <param name="states">(..., H): all states of <see cref="Bert"/>, or only those where a word is asked for.</param>
    /// <returns>Logits, (..., vocabulary).</returns>
    public Tensor Guess(Tensor states) => masked.call(states, Bert.Words);

    /// <summary>Whether the second sentence followed the first.</summary>
    /// <param name="states">(B, T, H): the states of <see cref="Bert"/>.</param>
    /// <returns>Logits, (B, 2): first that it did, then that it did not.</returns>
    public Tensor Follows(Tensor states) => follows.call(Bert.Pool(states));

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <summary>A layer, a norm, and the table of words the other way round.</summary>
    private sealed class MaskedWords : Module<Tensor, Tensor, Tensor>
    {
        private readonly Linear dense;
        private readonly LayerNorm norm;
        private readonly Parameter bias;

        internal MaskedWords(BertSettings settings, Device? device)
            : base(nameof(MaskedWords))
        {
            dense = Layers.Linear(settings.Width, settings.Width, device, settings.Spread);
            norm = Layers.LayerNorm(settings.Width, device, BertBlock.Epsilon);
            bias = new Parameter(zeros(settings.Vocabulary, device: device));
            register_module("transform", new ModuleGroup(("dense", dense), ("LayerNorm", norm)));
            register_parameter("bias", bias);
        }

        public override Tensor forward(Tensor states, Tensor words) =>
            functional.linear(norm.call(functional.gelu(dense.call(states))), words, bias);

        protected override void RegisterComponents()
        {
        }
    }
}
