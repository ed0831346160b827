using Course.Nn.Training;
using static TorchSharp.torch;

namespace Course.Nn.Torch;

/// <summary>
/// Lets the <see cref="TrainingLoop"/> train a TorchSharp module. The gradients come from torch's automatic differentiation, and every
/// tensor that a step creates is freed at its end. Defined in lesson 06.
/// </summary>
/// <param name="module">The module; the caller disposes of it.</param>
/// <param name="optimizer">The optimizer of its parameters; the caller disposes of it too.</param>
/// <param name="loss">Maps the batch's example numbers, an Int64 tensor (B), to their mean loss, a tensor of one number: <c>n =>
/// cross_entropy(net.call(images.index_select(0, n)), labels.index_select(0, n))</c>.</param>
/// <param name="clip">The maximum norm of the gradient of all parameters together, for gradient clipping; null for no clipping.</param>
public sealed class TorchTrainer(nn.Module module, optim.Optimizer optimizer, Func<Tensor, Tensor> loss, double? clip = null) : ITrainer
{
    /// <inheritdoc/>
    public double Rate
    {
        get => optimizer.ParamGroups.First().LearningRate;
        set
        {
            foreach (var group in optimizer.ParamGroups) group.LearningRate = value;
        }
    }

    /// <inheritdoc/>
    public double Learn(int[] examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        using var scope = NewDisposeScope();                                     // without it the tensors of every step stay
        module.train();
        optimizer.zero_grad();
        Tensor mean = loss(tensor(Array.ConvertAll(examples, n => (long)n)));    // forward, loss
        mean.backward();                                                         // backward
        if (clip is { } length) nn.utils.clip_grad_norm_(module.parameters(), length);
        optimizer.step();                                                        // update
        return mean.to(ScalarType.Float64).item<double>();
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer) => TorchState.Save(module, optimizer, writer);

    /// <inheritdoc/>
    public void Load(BinaryReader reader) => TorchState.Load(module, optimizer, reader);
}
