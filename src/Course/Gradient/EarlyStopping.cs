namespace Course.Gradient;

/// <summary>
/// Stops when the validation loss has not fallen for some epochs, and takes back the state of the best one. L. Prechelt, Early stopping, but
/// when?, 1998, is about the choice of that number. Defined in lesson 06.
/// </summary>
/// <param name="patience">How many epochs without a new best are borne; with the last of them the training stops.</param>
/// <param name="least">A fall smaller than this is none.</param>
public sealed class EarlyStopping(int patience, double least = 0) : TrainingCallback
{
    private byte[] state = [];

    /// <summary>The best epoch so far; null before the first.</summary>
    public EpochResult? Best { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The loop validates nothing.</exception>
    public override void EpochEnded(TrainingLoop training, EpochResult result)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(result);
        double now = result.Validation ?? throw new InvalidOperationException("Early stopping watches the validation loss: give the loop a Validate function.");
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

    private static byte[] Written(ILearner learner)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        learner.Save(writer);
        writer.Flush();
        return memory.ToArray();
    }
}
