using Course.Transformers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>What BERT learns from plain text, section 3.1 of its paper. Defined in lesson 13.</summary>
public static class BertTraining
{
    /// <summary>
    /// The mean surprise by the hidden words. Only the states of their places are turned into guesses, as in BERT's code.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">Texts with hidden words; at least one word is hidden.</param>
    /// <returns>−ln P, in nats, one number.</returns>
    public static Tensor Loss(BertPreTraining model, IReadOnlyList<MaskedText> batch)
    {
        ArgumentNullException.ThrowIfNull(model);
        Tensor text = SequencePairs.Padded([.. batch.Select(one => one.Input)]);
        return MaskedLoss(model, model.Bert.call(text, zeros_like(text)), batch);
    }

    /// <summary>The whole pre-training: the surprise by the hidden words plus that by which sentences follow each other.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">Pairs of sentences.</param>
    /// <param name="random">Hides words of them.</param>
    /// <returns>−ln P, in nats, one number.</returns>
    public static Tensor Loss(BertPreTraining model, IReadOnlyList<SentencePair> pairs, Random random)
    {
        ArgumentNullException.ThrowIfNull(model);
        MaskedText[] batch = [.. pairs.Select(pair => MaskedText.Of(pair.Text, model.Bert.Settings.Vocabulary, random))];
        Tensor text = SequencePairs.Padded([.. batch.Select(one => one.Input)]);
        Tensor states = model.Bert.call(text, SequencePairs.Padded([.. pairs.Select(pair => pair.Segments)]));
        Tensor follows = tensor(pairs.Select(pair => pair.Follows ? 0L : 1L).ToArray());
        return MaskedLoss(model, states, batch) + functional.cross_entropy(model.Follows(states), follows);
    }

    private static Tensor MaskedLoss(BertPreTraining model, Tensor states, IReadOnlyList<MaskedText> batch)
    {
        Tensor targets = SequencePairs.Padded([.. batch.Select(one => one.Targets)]).flatten();             // (B T)
        Tensor asked = targets.ne(MaskedText.NotAsked).nonzero().squeeze(1);
        Tensor guesses = model.Guess(states.flatten(0, 1).index_select(0, asked));                          // (asked, V)
        return functional.cross_entropy(guesses, targets.index_select(0, asked));
    }
}
