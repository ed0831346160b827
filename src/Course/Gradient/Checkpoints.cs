namespace Course.Gradient;

/// <summary>Writes a checkpoint after every few epochs, and one at the end, so that a long training can be taken up again. Defined in lesson 06.</summary>
/// <param name="path">The file; each checkpoint takes the place of the one before.</param>
/// <param name="every">Epochs from one to the next.</param>
public sealed class Checkpoints(string path, int every = 1) : TrainingCallback
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
