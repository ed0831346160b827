using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// A linear layer as OpenAI's code for GPT stores it: the weights lie as (inputs, outputs), the transpose of torch's own. It was written
/// as a convolution over text with windows of one token, hence its name. Defined in lesson 13.
/// </summary>
public sealed class Conv1D : Module<Tensor, Tensor>
{
    private readonly Parameter weight, bias;

    /// <summary>Creates a layer; the biases are 0.</summary>
    /// <param name="inputs">Inputs.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="spread">The standard deviation of the weights.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public Conv1D(int inputs, int outputs, double spread = 0.02, Device? device = null)
        : base(nameof(Conv1D))
    {
        weight = new Parameter(init.normal_(empty(inputs, outputs, device: device), 0, spread));
        bias = new Parameter(zeros(outputs, device: device));
        RegisterComponents();
    }

    /// <summary>x W + b.</summary>
    /// <param name="x">(..., inputs).</param>
    /// <returns>(..., outputs).</returns>
    public override Tensor forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.matmul(weight) + bias;
    }
}
