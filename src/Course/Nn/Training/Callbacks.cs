namespace Course.Nn.Training;

/// <summary>A listener to a <see cref="TrainingLoop"/> that may also stop it: override the events you need. Defined in lesson 06.</summary>
public abstract class TrainingCallback
{
    /// <summary>Called after each step.</summary>
    /// <param name="training">The loop.</param>
    /// <param name="loss">The mean loss of the batch before the update.</param>
    public virtual void StepEnded(TrainingLoop training, double loss)
    {
        // Most callbacks only need the epoch.
    }

    /// <summary>Called after each epoch.</summary>
    /// <param name="training">The loop.</param>
    /// <param name="result">The results of the epoch.</param>
    public virtual void EpochEnded(TrainingLoop training, EpochResult result)
    {
        // Some only need the steps.
    }

    /// <summary>Called when the training is over, finished or stopped.</summary>
    /// <param name="training">The loop.</param>
    public virtual void TrainingEnded(TrainingLoop training)
    {
        // Most have nothing to clean up.
    }
}

/// <summary>The results of one epoch, a pass over all training examples. Defined in lesson 06.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Loss">The mean training loss over the epoch, each batch measured before its update.</param>
/// <param name="Validation">The result of <see cref="TrainingLoop.Validate"/> after it; null without validation.</param>
/// <param name="Rate">The learning rate of its last step.</param>
public sealed record EpochResult(int Epoch, double Loss, double? Validation, double Rate);

/// <summary>Does something after every epoch: prints a line, draws a frame. Defined in lesson 06.</summary>
/// <param name="action">What to do with the epoch's result.</param>
public sealed class EpochCallback(Action<EpochResult> action) : TrainingCallback
{
    /// <inheritdoc/>
    public override void EpochEnded(TrainingLoop training, EpochResult result) => action(result);
}

/// <summary>
/// Writes a checkpoint after every few epochs and at the end, so that a long training can be resumed. Defined in lesson 06.
/// </summary>
/// <param name="path">The file; each checkpoint replaces the previous one.</param>
/// <param name="every">Epochs between checkpoints.</param>
public sealed class ModelCheckpoint(string path, int every = 1) : TrainingCallback
{
    /// <inheritdoc/>
    public override void EpochEnded(TrainingLoop training, EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Epoch % every == 0) training.Save(path);
    }

    /// <inheritdoc/>
    public override void TrainingEnded(TrainingLoop training)
    {
        ArgumentNullException.ThrowIfNull(training);
        training.Save(path);
    }
}

/// <summary>
/// Stops if the validation loss has not fallen for some epochs, and restores the state of the best epoch. L. Prechelt, Early stopping, but
/// when?, 1998, discusses the choice of that number. Defined in lesson 06.
/// </summary>
/// <param name="patience">How many epochs may pass without a new best; the training stops with the last of them.</param>
/// <param name="least">A smaller decrease does not count.</param>
public sealed class EarlyStopping(int patience, double least = 0) : TrainingCallback
{
    private byte[] state = [];

    /// <summary>The best epoch so far; null before the first.</summary>
    public EpochResult? Best { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The loop has no validation.</exception>
    public override void EpochEnded(TrainingLoop training, EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(result);
        double now = result.Validation
            ?? throw new InvalidOperationException("Early stopping watches the validation loss: give the loop a Validate function.");
        if (Best is null || now < Best.Validation - least)
        {
            Best = result;
            state = Written(training.Learner);
        }
        else if (result.Epoch - Best.Epoch >= patience)
        {
            training.Stop();
        }
    }

    /// <inheritdoc/>
    public override void TrainingEnded(TrainingLoop training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (Best is null) return;
        using var reader = new BinaryReader(new MemoryStream(state));
        training.Learner.Load(reader);
    }

    private static byte[] Written(ITrainer learner)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        learner.Save(writer);
        writer.Flush();
        return memory.ToArray();
    }
}
