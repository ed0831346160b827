using Course.Nn.Training;
using static TorchSharp.torch;

namespace Course.Nn.Torch;

/// <summary>
/// A TorchSharp module as the <see cref="TrainingLoop"/> trains it: the gradients come from torch's own automatic differentiation, and
/// every tensor that a step makes is given back at its end. Defined in lesson 06.
/// </summary>
/// <param name="module">The module; it stays the caller's to dispose of.</param>
/// <param name="optimizer">What changes its parameters; the caller's too.</param>
/// <param name="loss">From the numbers of the examples in the batch, an Int64 tensor (B), to their mean loss, a tensor of one number:
/// <c>n => cross_entropy(net.call(images.index_select(0, n)), labels.index_select(0, n))</c>.</param>
/// <param name="clip">The gradient of all parameters together is shortened to this length where it is longer; null lets it be.</param>
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
        using var scope = NewDisposeScope();                                     // else the tensors of every step stay
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
