using Course.Nn.Torch;
using Course.Transformers;
using static TorchSharp.torch;

namespace Course.Training.Bench;

/// <summary>The Transformer of lesson 12, small, with everything that the paper trains with, on sentences of twenty tokens.</summary>
internal static class AttentionSteps
{
    private const int Batch = 20, Tokens = 1_000, Length = 20;

    internal static TrainingStep Translate()
    {
        var model = new Transformer(new(Tokens, 2, new BlockShape(128, 4, 512, Dropout: 0.1)) { LongestSequence = Length });
        // No token is padding: every number is above 0.
        Tensor text = tensor(Synthetic.Labels(Tokens - 1), int64) + 1;
        Tensor windows = stack([.. Enumerable.Range(0, Synthetic.Count - Length).Select(at => text.narrow(0, at, Length + 1))]).clone();
        var learner = new TorchTrainer(model, TransformerTraining.Adam(model), n =>
        {
            Tensor rows = windows.index_select(0, n.remainder(windows.shape[0]));                       // (B, T + 1)
            Tensor logits = model.call(rows.narrow(1, 0, Length), rows.narrow(1, 0, Length));
            return TransformerTraining.Loss(logits, rows.narrow(1, 1, Length));
        });
        return new TrainingStep(Batch, "float32", numbers => learner.Learn(numbers));
    }
}
