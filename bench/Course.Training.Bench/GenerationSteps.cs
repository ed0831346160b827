using Course.Generation;
using Course.Nn.Torch;
using static TorchSharp.torch;

namespace Course.Training.Bench;

/// <summary>A small GPT-2 as lesson 14 trains it on characters, and lets write.</summary>
internal static class GenerationSteps
{
    private const int Batch = 20, Written = 50, Length = 64;

    private static readonly Gpt2Settings settings = new(66, Length, 96, 2, 4);

    internal static TrainingStep Train()
    {
        var model = new Gpt2(settings);
        Tensor text = tensor(Synthetic.Labels(settings.Vocabulary), int64);
        Tensor windows = stack([.. Enumerable.Range(0, Synthetic.Count - Length).Select(at => text.narrow(0, at, Length + 1))]).clone();
        var learner = new TorchTrainer(model, Gpt2Training.AdamW(model),
            n => model.Loss(windows.index_select(0, n.remainder(windows.shape[0]))), clip: 1);
        return new TrainingStep(Batch, "float32", numbers => learner.Learn(numbers));
    }

    /// <summary>An example is a token that is written: 50 behind a prompt of 10, the likeliest each time, with a cache.</summary>
    internal static TrainingStep Write()
    {
        var generator = new TextGenerator(new Gpt2(settings));
        int[] prompt = Synthetic.Labels(settings.Vocabulary)[..10];
        return new TrainingStep(Written, "float32", numbers => generator.Write(prompt, numbers.Length, Sampling.Greedy));
    }
}
