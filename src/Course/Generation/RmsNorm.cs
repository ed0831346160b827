using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Generation;

/// <summary>
/// Divides by the root of the mean square, and subtracts no mean: B. Zhang and R. Sennrich, Root mean square layer normalization, 2019
/// (arXiv:1910.07467), equation 4. Defined in lesson 14.
/// </summary>
public sealed class RmsNorm : Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Scalar epsilon;            // kept: one made anew in each call may be collected while torch still reads it

    /// <summary>Creates a norm; its weights are 1.</summary>
    /// <param name="width">The numbers that are divided together.</param>
    /// <param name="epsilon">Is added to the mean square.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public RmsNorm(int width, double epsilon = 1e-5, Device? device = null)
        : base(nameof(RmsNorm))
    {
        this.epsilon = epsilon.ToScalar();
        weight = new Parameter(ones(width, device: device));
        register_parameter(nameof(weight), weight);
    }

    /// <summary>x / √(mean x² + ε) · weight.</summary>
    /// <param name="x">(..., width).</param>
    /// <returns>(..., width).</returns>
    public override Tensor forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x * (x.square().mean([-1], keepdim: true) + epsilon).rsqrt() * weight;
    }

    /// <summary>Leaves the names as they were given.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) epsilon.Dispose();
        base.Dispose(disposing);
    }
}
