using Course.Nn.Torch;

namespace Course.Nn.Training;

/// <summary>
/// What a <see cref="TrainingLoop"/> trains: an object that can take one step on some of its examples and save its state. <see
/// cref="ScratchTrainer"/> trains models from scratch, <see cref="TorchTrainer"/> trains TorchSharp modules. Defined in lesson 06.
/// </summary>
public interface ITrainer
{
    /// <summary>The learning rate of the next step.</summary>
    double Rate { get; set; }

    /// <summary>Forward pass, loss, backward pass, update.</summary>
    /// <param name="examples">The numbers of the examples in the batch, at least one.</param>
    /// <returns>The mean loss of the batch before the update.</returns>
    double Learn(int[] examples);

    /// <summary>Writes all trained parameters and the optimizer's state.</summary>
    /// <param name="writer">The destination.</param>
    void Save(BinaryWriter writer);

    /// <summary>Loads a state that <see cref="Save"/> wrote; if it does not fit, nothing is changed.</summary>
    /// <param name="reader">The source.</param>
    /// <exception cref="InvalidDataException">The state belongs to another model.</exception>
    void Load(BinaryReader reader);
}
