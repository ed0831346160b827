using Course.Nn.Optimizers;

namespace Course.Nn.Training;

/// <summary>
/// The training loop. Each epoch shows all examples in a new order; each batch goes through forward pass, loss, backward pass and update.
/// It has a live bar, a learning-rate schedule, validation, checkpoints and callbacks. It is the same for models from scratch and for
/// TorchSharp. Defined in lesson 06.
/// </summary>
/// <param name="learner">The model and its optimizer, ready to train.</param>
/// <param name="examples">The number of examples, numbered from 0.</param>
public sealed class TrainingLoop(ITrainer learner, int examples)
{
    private readonly List<EpochResult> history = [];
    private bool stopped;

    /// <summary>The model and its optimizer, ready to train.</summary>
    public ITrainer Learner { get; } = learner;

    /// <summary>Examples per step; the last batch of an epoch may be smaller.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>The number of times each example is shown.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Equal seeds give equal orders of the examples.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The title of the bar; empty for no bar.</summary>
    public string Title { get; init; } = "training";

    /// <summary>
    /// Maps the number of a step, counted from 0, to its learning rate (<see cref="LearningRates"/>); null keeps the learner's own.
    /// </summary>
    public Func<long, double>? Schedule { get; init; }

    /// <summary>Measures the loss on held-out examples after each epoch.</summary>
    public Func<double>? Validate { get; init; }

    /// <summary>The callbacks.</summary>
    public IList<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>The number of completed epochs.</summary>
    public int Epoch => history.Count;

    /// <summary>The number of completed steps.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether the loss became infinite or NaN; the training then stops at once.</summary>
    public bool Diverged { get; private set; }

    /// <summary>The results of each epoch.</summary>
    public IReadOnlyList<EpochResult> History => history;

    /// <summary>Trains to the last epoch, or until a callback stops it. A resumed loop continues after the epochs already done.</summary>
    /// <returns>The results of each epoch.</returns>
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

    /// <summary>Asks the loop to stop after the current epoch.</summary>
    public void Stop() => stopped = true;

    /// <summary>Writes a checkpoint: the progress of the training and the learner's whole state.</summary>
    /// <param name="path">The file; it is replaced atomically, so a crash leaves the old one intact.</param>
    public void Save(string path) => Checkpoint.Write(path, Steps, history, Learner);

    /// <summary>Resumes a training from a checkpoint; <see cref="Run"/> then continues with the next epoch.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a checkpoint, or belongs to another model.</exception>
    public void Resume(string path)
    {
        (Steps, IReadOnlyList<EpochResult> done) = Checkpoint.Read(path, Learner);
        history.Clear();
        history.AddRange(done);
    }

    private double Pass(Progress? bar)
    {
        int[] order = [.. Enumerable.Range(0, examples)];
        // the order depends only on seed and epoch, so a resumed run sees the same order
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
