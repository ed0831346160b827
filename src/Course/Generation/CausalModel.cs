using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Generation;

/// <summary>A model that reads tokens and says, at each, what may come next. Defined in lesson 14.</summary>
/// <param name="name">The name of its class.</param>
public abstract class CausalModel(string name) : Module<Tensor, Tensor>(name)
{
    /// <summary>The most tokens that it can look back at.</summary>
    public abstract int Context { get; }

    /// <summary>The number of tokens that it knows.</summary>
    public abstract int Vocabulary { get; }

    /// <summary>The number of its blocks.</summary>
    public abstract int LayerCount { get; }

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>What the last block knows at each token.</summary>
    /// <param name="text">(B, T) tokens.</param>
    /// <param name="cache">Keys and values of the tokens before, to which those of the text are added; null if nothing stands before, and
    /// for training.</param>
    /// <returns>(B, T, C).</returns>
    /// <exception cref="ArgumentException">There would be more tokens than the model can look back at.</exception>
    public abstract Tensor States(Tensor text, KeyValueCache? cache = null);

    /// <summary>What may come next, from what the last block knows.</summary>
    /// <param name="states">(B, T, C).</param>
    /// <returns>Logits, (B, T, V).</returns>
    public abstract Tensor Head(Tensor states);

    /// <summary>What may follow each token.</summary>
    /// <param name="text">(B, T) tokens.</param>
    /// <returns>Logits, (B, T, V).</returns>
    public override Tensor forward(Tensor text) => Head(States(text));

    /// <summary>An empty cache for this model.</summary>
    public KeyValueCache NewCache() => new(LayerCount, Context);

    /// <summary>The number of tokens before a text.</summary>
    /// <param name="text">(B, T) tokens.</param>
    /// <param name="cache">The cache, or null.</param>
    /// <exception cref="ArgumentException">There would be more tokens than the model can look back at.</exception>
    protected long Past(Tensor text, KeyValueCache? cache)
    {
        ArgumentNullException.ThrowIfNull(text);
        long past = cache?.Length ?? 0, all = past + text.shape[1];
        return all <= Context ? past
            : throw new ArgumentException($"This model looks at no more than {Context} tokens, and here are {all}.", nameof(text));
    }

    /// <summary>Leaves the names as they were given: TorchSharp would add each field under its own.</summary>
    protected sealed override void RegisterComponents()
    {
    }
}
