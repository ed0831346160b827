using Course.Nn.Optimizers;
using Course.Nn.Training;
using Course.Transformers;
using Course.Transformers.Tasks;
using static TorchSharp.torch;

namespace Course.Tests.Transformers;

/// <summary>A sorter that has learnt rows of two to four digits, within seconds.</summary>
internal static class SmallSorter
{
    internal static Transformer Learn(Random random)
    {
        manual_seed(1);
        var model = new Transformer(SortingTask.Settings());
        using optim.Optimizer adam = TransformerTraining.Adam(model);
        SequencePair[][] batches =
            [.. Enumerable.Range(0, 800).Select(_ => Enumerable.Range(0, 64).Select(_ => SortingTask.Draw(random, 2, 4)).ToArray())];
        new TrainingLoop(TransformerTraining.Trainer(model, adam, batches, smoothing: 0, clip: 1), batches.Length)
        { Batch = 1, Epochs = 1, Title = "", Schedule = LearningRates.WarmUp(50, LearningRates.Cosine(0.01, 750)) }.Run();
        return model;
    }
}
