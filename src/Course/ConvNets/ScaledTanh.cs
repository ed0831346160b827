using System.Numerics.Tensors;
using Course.Nn;

namespace Course.ConvNets;

/// <summary>
/// y = A tanh(S s) with A = 1.7159 and S = 2/3, so that f(1) = 1 and f(−1) = −1: targets of ±1 lie where the curve is still steep. The
/// networks of 1989 used "a scaled hyperbolic tangent"; the two constants are those of Y. LeCun et al., Proceedings of the IEEE 86(11),
/// 1998, appendix A. Defined in lesson 07.
/// </summary>
public sealed class ScaledTanh : Activation
{
    /// <summary>A, the height of the curve.</summary>
    public const double Height = 1.7159;

    /// <summary>S, the steepness of the curve.</summary>
    public const double Steepness = 2.0 / 3;

    /// <inheritdoc/>
    public override void Apply(Span<double> sums)
    {
        TensorPrimitives.Multiply(sums, Steepness, sums);
        TensorPrimitives.Tanh<double>(sums, sums);
        TensorPrimitives.Multiply(sums, Height, sums);
    }

    /// <inheritdoc/>
    public override void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> gradient, Span<double> delta)
    {
        // dy/ds = A S (1 − tanh²)
        for (int i = 0; i < y.Length; i++) delta[i] = gradient[i] * Steepness * (Height - y[i] * y[i] / Height);
    }
}
