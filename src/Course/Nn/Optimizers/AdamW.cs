using System.Numerics.Tensors;

namespace Course.Nn.Optimizers;

/// <summary>
/// Adam with decoupled weight decay, which is not divided by the gradients' size. I. Loshchilov and F. Hutter, Decoupled weight decay
/// regularization, 2019 (arXiv:1711.05101), algorithm 2, with the decay multiplied by the rate as in PyTorch. Defined in lesson 06.
/// </summary>
/// <param name="parameters">The parameters to change.</param>
/// <param name="rate">Roughly how far a weight moves in one step.</param>
/// <param name="decay">λ: each step shrinks every weight by this factor times the rate.</param>
/// <param name="beta1">The decay rate of the running mean of the gradients.</param>
/// <param name="beta2">The decay rate of the running mean of their squares.</param>
/// <param name="epsilon">Avoids division by zero.</param>
public sealed class AdamW(IReadOnlyList<Parameter> parameters, double rate = 1e-3, double decay = 0.01, double beta1 = 0.9,
    double beta2 = 0.999, double epsilon = 1e-8)
    : Adam(parameters, rate, beta1, beta2, epsilon)
{
    /// <inheritdoc/>
    protected override void Update(int k, double[] w, double[] g)
    {
        TensorPrimitives.Multiply(w, 1 - Rate * decay, w);
        base.Update(k, w, g);
    }
}
