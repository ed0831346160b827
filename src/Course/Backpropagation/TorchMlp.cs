using Course.Nn;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Backpropagation;

/// <summary>
/// The library twin of <see cref="Mlp"/>: the same network in TorchSharp, where the gradient comes from torch's automatic differentiation.
/// Defined in lesson 06.
/// </summary>
public sealed class TorchMlp : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Sequential layers;

    /// <summary>Creates a network with torch's own random weights.</summary>
    /// <param name="sizes">Units per layer, the inputs first.</param>
    /// <param name="hidden">The activation function of the hidden layers.</param>
    /// <param name="output">The activation function of the last layer.</param>
    /// <param name="dtype">Float32, or Float64 to compare with the twin to the last digits.</param>
    public TorchMlp(int[] sizes, Activation hidden, Activation output, ScalarType dtype = ScalarType.Float32)
        : base(nameof(TorchMlp))
    {
        ArgumentNullException.ThrowIfNull(sizes);
        layers = Sequential();
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            layers.append($"{layer}", Linear(sizes[layer - 1], sizes[layer], dtype: dtype));       // (B, inputs) → (B, outputs)
            layers.append($"{layer}.activation", Of(layer == sizes.Length - 1 ? output : hidden));
        }
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => layers.call(input);                             // (B, inputs) → (B, outputs)

    /// <summary>Copies the weights and biases of the twin.</summary>
    /// <param name="twin">A network of the same sizes.</param>
    public void CopyFrom(Mlp twin)
    {
        ArgumentNullException.ThrowIfNull(twin);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        foreach (var (ours, theirs) in parameters().Zip(twin.Parameters)) ours.copy_(tensor(theirs.Values).reshape(ours.shape));
    }

    private static Module<Tensor, Tensor> Of(Activation activation) =>
        activation == Activation.Sigmoid ? Sigmoid()
        : activation == Activation.Tanh ? Tanh()
        : activation == Activation.Relu ? ReLU()
        : activation == Activation.Identity ? Identity()
        : throw new ArgumentException("Torch has no twin of this activation.", nameof(activation));
}
