using Course.Nn.Torch;
using Course.Nn.Training;
using static TorchSharp.torch;

namespace Course.Transformers;

/// <summary>
/// How the paper trains, section 5: Adam with β₂ = 0.98 and ε = 10⁻⁹, warm-up, label smoothing. The loop itself is lesson 06's: each of its
/// examples is a whole batch here. Defined in lesson 12.
/// </summary>
public static class TransformerTraining
{
    /// <summary>Equation 3: lrate = d_model^−0.5 · min(step^−0.5, step · warmup^−1.5), with steps counted from 1 in the paper.</summary>
    /// <param name="width">d_model.</param>
    /// <param name="warmUp">Steps until the rate is highest, 4,000 in the paper.</param>
    /// <param name="factor">A factor of one's own; 1 as published.</param>
    /// <returns>The rate of a step, counted from 0.</returns>
    public static Func<long, double> Rate(int width, int warmUp = 4_000, double factor = 1) =>
        step => factor / Math.Sqrt(width) * Math.Min(1 / Math.Sqrt(step + 1), (step + 1) * Math.Pow(warmUp, -1.5));

    /// <summary>The optimizer of section 5.3.</summary>
    /// <param name="module">The model.</param>
    public static optim.Optimizer Adam(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return optim.Adam(module.parameters(), lr: 1e-3, beta1: 0.9, beta2: 0.98, eps: 1e-9);
    }

    /// <summary>
    /// The cross-entropy with label smoothing, section 5.4: the right token is worth 1 − ε, and ε is shared among all tokens. Padding does
    /// not count.
    /// </summary>
    /// <param name="logits">(B, T, vocabulary).</param>
    /// <param name="targets">(B, T).</param>
    /// <param name="smoothing">ε, 0.1 in the paper.</param>
    /// <returns>The mean over all tokens, one number.</returns>
    public static Tensor Loss(Tensor logits, Tensor targets, double smoothing = 0.1)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(targets);
        Tensor logP = logits.log_softmax(-1), counts = targets.ne(Vocabulary.Padding).to(logits.dtype);     // (B, T, V), (B, T)
        Tensor right = logP.gather(2, targets.unsqueeze(2)).squeeze(2), all = logP.mean([2]);
        return -(((1 - smoothing) * right + smoothing * all) * counts).sum() / counts.sum();
    }

    /// <summary>The loss of a model on a batch.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The pairs.</param>
    /// <param name="smoothing">ε of label smoothing.</param>
    public static Tensor Loss(Transformer model, IReadOnlyList<SequencePair> batch, double smoothing = 0.1)
    {
        ArgumentNullException.ThrowIfNull(model);
        Tensor source = SequencePairs.Padded([.. batch.Select(pair => pair.Source)]);
        return Loss(model.call(source, SequencePairs.DecoderInput(batch)), SequencePairs.DecoderOutput(batch), smoothing);
    }

    /// <summary>Prepares a training on batches that were made before.</summary>
    /// <param name="model">The model; the caller disposes of it.</param>
    /// <param name="optimizer">Its optimizer; the caller disposes of it, too.</param>
    /// <param name="batches">The batches; an epoch shows all of them in a new order.</param>
    /// <param name="smoothing">ε of label smoothing.</param>
    /// <param name="clip">The maximum norm of the gradient; null as published.</param>
    /// <returns>What a <see cref="TrainingLoop"/> with <c>Batch = 1</c> trains, its examples being the batches.</returns>
    public static ITrainer Trainer(
        Transformer model, optim.Optimizer optimizer, IReadOnlyList<SequencePair[]> batches, double smoothing = 0.1, double? clip = null) =>
        new TorchTrainer(model, optimizer, n => Loss(model, batches[(int)n.item<long>()], smoothing), clip);
}
