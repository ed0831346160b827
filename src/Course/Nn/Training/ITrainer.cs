using Course.Nn.Torch;

namespace Course.Nn.Training;

/// <summary>
/// What a <see cref="TrainingLoop"/> trains: something that can take one step on some of its examples and write down its state.
/// <see cref="ScratchTrainer"/> is one for models from scratch, <see cref="TorchTrainer"/> one for TorchSharp modules. Defined in
/// lesson 06.
/// </summary>
public interface ITrainer
{
    /// <summary>The learning rate of the next step.</summary>
    double Rate { get; set; }

    /// <summary>Forward pass, loss, backward pass, update.</summary>
    /// <param name="examples">The numbers of the examples in the batch, at least one.</param>
    /// <returns>The mean loss of the batch before the update.</returns>
    double Learn(int[] examples);

    /// <summary>Writes everything that learning changes, the optimizer's memory included.</summary>
    /// <param name="writer">Where to.</param>
    void Save(BinaryWriter writer);

    /// <summary>Takes a state that <see cref="Save"/> wrote; where it does not fit, nothing is changed.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">It is the state of another model.</exception>
    void Load(BinaryReader reader);
}
