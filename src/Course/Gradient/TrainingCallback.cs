namespace Course.Gradient;

/// <summary>Something that listens to a <see cref="TrainingLoop"/> and may stop it: override what you want to hear. Defined in lesson 06.</summary>
public abstract class TrainingCallback
{
    /// <summary>One step is done.</summary>
    /// <param name="training">The loop.</param>
    /// <param name="loss">The mean loss of the batch before the update.</param>
    public virtual void StepEnded(TrainingLoop training, double loss)
    {
        // Most callbacks wait for the epoch.
    }

    /// <summary>One epoch is done.</summary>
    /// <param name="training">The loop.</param>
    /// <param name="result">How it went.</param>
    public virtual void EpochEnded(TrainingLoop training, EpochResult result)
    {
        // Some listen to steps alone.
    }

    /// <summary>The training is over, to its end or stopped.</summary>
    /// <param name="training">The loop.</param>
    public virtual void TrainingEnded(TrainingLoop training)
    {
        // Most have nothing to clear up.
    }
}
