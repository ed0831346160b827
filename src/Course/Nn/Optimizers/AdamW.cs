using System.Numerics.Tensors;

namespace Course.Nn.Optimizers;

/// <summary>
/// Adam with a decay of the weights that the division by the gradients' size does not touch. I. Loshchilov and F. Hutter, Decoupled
/// weight decay regularization, 2019 (arXiv:1711.05101), algorithm 2, with the decay multiplied by the rate as PyTorch does. Defined in
/// lesson 06.
/// </summary>
/// <param name="parameters">What is to be changed.</param>
/// <param name="rate">About how far a weight goes in one step.</param>
/// <param name="decay">λ: each step shrinks every weight by this share of the rate.</param>
/// <param name="beta1">How slowly the mean of the gradients forgets.</param>
/// <param name="beta2">How slowly the mean of their squares forgets.</param>
/// <param name="epsilon">Keeps the division from blowing up.</param>
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
