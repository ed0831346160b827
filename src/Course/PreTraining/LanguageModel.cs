using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>What GPT learns from plain text, equation 1 of its paper: to guess each next token. Defined in lesson 13.</summary>
public static class LanguageModel
{
    /// <summary>The mean surprise by a next token.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">(B, T) tokens, T at least 2; <see cref="WordPieces.Padding"/> fills short rows and does not count.</param>
    /// <returns>−ln P, in nats, one number.</returns>
    public static Tensor Loss(Gpt model, Tensor text)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        long last = text.shape[1] - 1;
        Tensor logits = model.call(text.narrow(1, 0, last));                                        // (B, T − 1, V)
        return functional.cross_entropy(logits.flatten(0, 1), text.narrow(1, 1, last).flatten(), ignore_index: WordPieces.Padding);
    }

    /// <summary>
    /// The perplexity on texts: e to the mean surprise of all next tokens. A model that chooses among k equally likely tokens each time has
    /// perplexity k.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="batches">Each (B, T) tokens.</param>
    public static double Perplexity(Gpt model, IEnumerable<Tensor> batches)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batches);
        using var frozen = no_grad();
        model.eval();
        double nats = 0, tokens = 0;
        foreach (Tensor batch in batches)
        {
            using var scope = NewDisposeScope();
            double count = batch.narrow(1, 1, batch.shape[1] - 1).ne(WordPieces.Padding).sum().item<long>();
            nats += count * Loss(model, batch).item<float>();
            tokens += count;
        }
        return Math.Exp(nats / tokens);
    }
}
