using System.Numerics.Tensors;

namespace Course.Nn.Optimizers;

/// <summary>
/// Plain gradient descent, a step straight downhill: equation 8 of Rumelhart, Hinton and Williams, Nature 323, 1986. Stochastic where the
/// gradient comes from a few examples drawn by chance (H. Robbins and S. Monro, Annals of Mathematical Statistics 22, 1951). Defined in
/// lesson 06.
/// </summary>
/// <param name="parameters">What is to be changed.</param>
/// <param name="rate">ε, the size of a step.</param>
public sealed class Sgd(IReadOnlyList<Parameter> parameters, double rate) : Optimizer(parameters, rate)
{
    /// <inheritdoc/>
    protected override void Update(int k, double[] w, double[] g) => TensorPrimitives.MultiplyAdd(g, -Rate, w, w);   // Δw = −ε ∂E/∂w
}
