using System.Numerics.Tensors;

namespace Course.Nn.Optimizers;

/// <summary>
/// Plain gradient descent: equation 8 of Rumelhart, Hinton and Williams, Nature 323, 1986. It is stochastic if the gradient comes from a
/// few randomly drawn examples (H. Robbins and S. Monro, Annals of Mathematical Statistics 22, 1951). Defined in lesson 06.
/// </summary>
/// <param name="parameters">The parameters to change.</param>
/// <param name="rate">ε, the learning rate.</param>
public sealed class Sgd(IReadOnlyList<Parameter> parameters, double rate) : Optimizer(parameters, rate)
{
    /// <inheritdoc/>
    protected override void Update(int k, double[] w, double[] g) => TensorPrimitives.MultiplyAdd(g, -Rate, w, w);   // Δw = −ε ∂E/∂w
}
