namespace Course.Gradient;

/// <summary>Does something after every epoch: prints a line, draws a frame. Defined in lesson 06.</summary>
/// <param name="action">What to do with the epoch's result.</param>
public sealed class OnEpoch(Action<EpochResult> action) : TrainingCallback
{
    /// <inheritdoc/>
    public override void EpochEnded(TrainingLoop training, EpochResult result) => action(result);
}
