using Course.Nn.Optimizers;

namespace Course.Nn.Training;

/// <summary>
/// The training loop: epoch after epoch all examples in a new order, batch after batch forward, loss, backward, update. With a live bar, a
/// schedule for the learning rate, validation, checkpoints and whatever else listens. The same for models from scratch and for TorchSharp.
/// Defined in lesson 06.
/// </summary>
/// <param name="learner">What is trained.</param>
/// <param name="examples">How many examples it has, numbered from 0.</param>
public sealed class TrainingLoop(ITrainer learner, int examples)
{
    private readonly List<EpochResult> history = [];
    private bool stopped;

    /// <summary>What is trained.</summary>
    public ITrainer Learner { get; } = learner;

    /// <summary>Examples a step; the last batch of an epoch may be smaller.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>How often each example is shown.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Equal seeds give equal orders of the examples.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What stands at the bar; empty for no bar.</summary>
    public string Title { get; init; } = "training";

    /// <summary>
    /// From the number of a step, counted from 0, to its learning rate (<see cref="LearningRates"/>); null leaves the learner's own.
    /// </summary>
    public Func<long, double>? Schedule { get; init; }

    /// <summary>Measures, after each epoch, the loss on examples that are not learnt from.</summary>
    public Func<double>? Validate { get; init; }

    /// <summary>Who listens.</summary>
    public IList<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>Epochs done.</summary>
    public int Epoch => history.Count;

    /// <summary>Steps done.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether the loss became infinite or no number at all: the training then stops at once.</summary>
    public bool Diverged { get; private set; }

    /// <summary>How each epoch went.</summary>
    public IReadOnlyList<EpochResult> History => history;

    /// <summary>Trains to the last epoch, or until somebody stops it. A loop that resumes goes on after the epochs it has done.</summary>
    /// <returns>How each epoch went.</returns>
    public IReadOnlyList<EpochResult> Run()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(examples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Batch);
        using Progress? bar = Title.Length > 0 ? Progress.Start(Title, total: (long)Epochs * ((examples + Batch - 1) / Batch)) : null;
        stopped = Diverged = false;
        while (Epoch < Epochs && !stopped)
        {
            double loss = Pass(bar);
            if (Diverged) break;
            var result = new EpochResult(Epoch + 1, loss, Validate?.Invoke(), Learner.Rate);
            history.Add(result);
            bar?.Report(Steps, loss, result.Validation is { } validation
                ? FormattableString.Invariant($"validation {validation:0.0000}") : null);
            foreach (TrainingCallback callback in Callbacks) callback.EpochEnded(this, result);
        }
        if (Diverged) bar?.Report(Steps, note: "diverged: try a smaller learning rate");
        foreach (TrainingCallback callback in Callbacks) callback.TrainingEnded(this);
        return History;
    }

    /// <summary>Asks the loop to stop after the present epoch.</summary>
    public void Stop() => stopped = true;

    /// <summary>Writes a checkpoint: how far the training is, and all the learner's state.</summary>
    /// <param name="path">The file; it is replaced in one go, so that a crash leaves the old one whole.</param>
    public void Save(string path) => Checkpoint.Write(path, Steps, history, Learner);

    /// <summary>Takes up a training where a checkpoint left it; <see cref="Run"/> then goes on with the next epoch.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It is no checkpoint, or one of another model.</exception>
    public void Resume(string path)
    {
        (Steps, IReadOnlyList<EpochResult> done) = Checkpoint.Read(path, Learner);
        history.Clear();
        history.AddRange(done);
    }

    private double Pass(Progress? bar)
    {
        int[] order = [.. Enumerable.Range(0, examples)];
        // the order depends on seed and epoch alone: a resumed run sees the same
        new Random(OrderSeed(Seed, Epoch)).Shuffle(order);
        double sum = 0;
        for (int from = 0; from < examples; from += Batch)
        {
            int[] batch = order[from..Math.Min(from + Batch, examples)];
            if (Schedule is { } schedule) Learner.Rate = schedule(Steps);
            double loss = Learner.Learn(batch);
            Steps++;
            if (!double.IsFinite(loss))
            {
                Diverged = true;
                break;
            }
            sum += loss * batch.Length;
            bar?.Report(Steps, loss);
            foreach (TrainingCallback callback in Callbacks) callback.StepEnded(this, loss);
        }
        return sum / examples;
    }

    private static int OrderSeed(int seed, int epoch) => unchecked(seed * 1_000_003 + epoch);
}
