using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using Course.PreTraining;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Scaling;

/// <summary>
/// Small GPTs that learn to add, and what their answers are worth on the way, under several metrics. Defined in lesson 15.
/// </summary>
/// <param name="Task">The sums.</param>
/// <param name="Width">d_model, a multiple of 16 or less.</param>
/// <param name="Steps">Steps of training.</param>
public sealed record AdditionTraining(AdditionTask Task, int Width = 64, int Steps = 400)
{
    /// <summary>Blocks.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Sums per step.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>The highest learning rate.</summary>
    public double Rate { get; init; } = 0.01;

    /// <summary>Held-out sums for each measurement; a metric of whole answers sees nothing below one in so many.</summary>
    public int Tests { get; init; } = 1_000;

    /// <summary>Decides the first weights and the sums.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The model's size.</summary>
    public GptSettings Model =>
        new(AdditionTask.Vocabulary, Task.Length - 1, Width, Layers, Math.Max(1, Width / 16)) { Spread = 1 / Math.Sqrt(Width) };

    /// <summary>Trains a model, and scores it at some steps.</summary>
    /// <param name="at">The steps after which it is scored, 0 for the untrained model.</param>
    /// <param name="title">The title of the live bar; empty for none.</param>
    /// <returns>The scores, in the order of the steps.</returns>
    public IReadOnlyList<AdditionRun> Run(IReadOnlyCollection<int> at, string title = "")
    {
        ArgumentNullException.ThrowIfNull(at);
        using var scope = NewDisposeScope();
        manual_seed(Seed);
        using var model = new Gpt(Model);
        Tensor tests = Task.Draw(Tests, new Random(Seed), heldOut: true);
        var random = new Random(Seed + 1);
        using var adam = optim.AdamW(model.parameters(), Rate, beta1: 0.9, beta2: 0.99, weight_decay: 0.01);
        var runs = new List<AdditionRun>();
        if (at.Contains(0)) Score(0);
        int warmUp = Math.Max(1, Steps / 10);
        new TrainingLoop(new TorchTrainer(model, adam, _ => Loss(model, Task.Draw(Batch, random, heldOut: false)), clip: 1), Steps)
        {
            Batch = 1,                                                  // an example of the loop is a step: its sums are drawn anew
            Epochs = 1,
            Schedule = LearningRates.WarmUp(warmUp, LearningRates.Cosine(Rate, Math.Max(1, Steps - warmUp))),
            Title = title,
            Callbacks = [new AtSteps(at, Score)],
        }.Run();
        return runs;

        void Score(long step) => runs.Add(new(Width, step, step * Batch * (Task.Length - 1.0) * DecoderSize.Of(Model).TrainingFlops,
            AnswerScores.Of(model, tests, Task.AnswerLength)));
    }

    // Only the answer is learnt: nobody can know which sum comes next.
    private Tensor Loss(Gpt model, Tensor sums)
    {
        Tensor logits = model.call(sums.narrow(1, 0, Task.Length - 1)).narrow(1, Task.PromptLength - 1, Task.AnswerLength);
        return functional.cross_entropy(logits.flatten(0, 1), sums.narrow(1, Task.PromptLength, Task.AnswerLength).flatten());
    }

    private sealed class AtSteps(IReadOnlyCollection<int> at, Action<long> score) : TrainingCallback
    {
        public override void StepEnded(TrainingLoop training, double loss)
        {
            if (at.Contains((int)training.Steps)) score(training.Steps);
        }
    }
}

/// <summary>A model that adds, at one moment of its training. Defined in lesson 15.</summary>
/// <param name="Width">d_model.</param>
/// <param name="Steps">Steps of training so far.</param>
/// <param name="Flops">The operations of all matrix products so far.</param>
/// <param name="Scores">What its answers to held-out sums are worth.</param>
public sealed record AdditionRun(int Width, long Steps, double Flops, AnswerScores Scores);
