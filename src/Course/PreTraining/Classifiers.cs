using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// GPT with a head for fine-tuning, section 3.2 of the paper: one linear layer on the state of the text's last token. Defined in lesson 13.
/// </summary>
public sealed class GptClassifier : Module<Tensor, Tensor>
{
    private readonly Gpt gpt;
    private readonly Linear head;

    /// <summary>Adds a head with random weights.</summary>
    /// <param name="gpt">The model, pre-trained or not; the fine-tuning changes it.</param>
    /// <param name="classes">The number of classes.</param>
    public GptClassifier(Gpt gpt, int classes)
        : base(nameof(GptClassifier))
    {
        ArgumentNullException.ThrowIfNull(gpt);
        this.gpt = gpt;
        head = Layers.Linear(gpt.Settings.Width, classes, spread: gpt.Settings.Spread);
        register_module("transformer", gpt.Body);
        register_module("score", head);
    }

    /// <summary>The classes' logits: equation 3.</summary>
    /// <param name="text">(B, T) tokens; <see cref="WordPieces.Padding"/> fills short rows.</param>
    /// <returns>(B, classes).</returns>
    public override Tensor forward(Tensor text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Tensor states = gpt.States(text), last = text.ne(WordPieces.Padding).sum(1) - 1;               // (B, T, C), (B)
        Tensor places = last.reshape(-1, 1, 1).expand(-1, 1, states.shape[2]);
        return head.call(states.gather(1, places).squeeze(1));                                         // (B, classes)
    }

    /// <summary>
    /// Equation 5: the loss of the classes plus λ times the loss of the next tokens, which helped on the larger data sets.
    /// </summary>
    /// <param name="text">(B, T) tokens.</param>
    /// <param name="labels">(B) classes.</param>
    /// <param name="lambda">λ, 0.5 in the paper.</param>
    public Tensor Loss(Tensor text, Tensor labels, double lambda = 0.5)
    {
        Tensor classes = functional.cross_entropy(forward(text), labels);
        return lambda == 0 ? classes : classes + lambda * LanguageModel.Loss(gpt, text);
    }

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected override void RegisterComponents()
    {
    }
}

/// <summary>
/// BERT with a head for fine-tuning, section 4.1 of the paper: one linear layer on the vector of the whole text. Defined in lesson 13.
/// </summary>
public sealed class BertClassifier : Module<Tensor, Tensor>
{
    private readonly Bert bert;
    private readonly bool ofMean;
    private readonly Linear head;

    /// <summary>Adds a head with random weights.</summary>
    /// <param name="bert">The encoder, pre-trained or not; the fine-tuning changes it.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="ofMean">Whether a text's vector is the mean of all its states, and not, as published, that of its first token.</param>
    public BertClassifier(Bert bert, int classes, bool ofMean = false)
        : base(nameof(BertClassifier))
    {
        ArgumentNullException.ThrowIfNull(bert);
        (this.bert, this.ofMean) = (bert, ofMean);
        head = Layers.Linear(bert.Settings.Width, classes, spread: bert.Settings.Spread);
        register_module("bert", bert);
        register_module("classifier", head);
    }

    /// <summary>The classes' logits.</summary>
    /// <param name="text">(B, T) tokens, <see cref="WordPieces.Cls"/> first; <see cref="WordPieces.Padding"/> fills short rows.</param>
    /// <returns>(B, classes).</returns>
    public override Tensor forward(Tensor text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Tensor states = bert.call(text, zeros_like(text));
        Tensor whole = ofMean ? Bert.Mean(states, text) : bert.Pool(states);
        return head.call(functional.dropout(whole, bert.Settings.Dropout, training));
    }

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected override void RegisterComponents()
    {
    }
}
