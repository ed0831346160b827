using System.Numerics.Tensors;

namespace Course.Nn;

/// <summary>
/// The activation function of a unit. The derivative of each can be computed from the output y alone, so nothing else needs to be stored
/// for the backward pass. Defined in lesson 06.
/// </summary>
public abstract class Activation
{
    /// <summary>
    /// y = 1/(1 + e^−s), from 0 to 1, derivative y(1 − y): equation 2 of Rumelhart, Hinton and Williams, Nature 323, 1986.
    /// </summary>
    public static Activation Sigmoid { get; } = new SigmoidActivation();

    /// <summary>y = tanh s, from −1 to 1, derivative 1 − y².</summary>
    public static Activation Tanh { get; } = new TanhActivation();

    /// <summary>y = max(s, 0), derivative 0 or 1 (lesson 10).</summary>
    public static Activation Relu { get; } = new ReluActivation();

    /// <summary>y = s: the sum itself, for measured quantities or if a softmax follows.</summary>
    public static Activation Identity { get; } = new IdentityActivation();

    /// <summary>Replaces each sum by its output.</summary>
    /// <param name="sums">The weighted sums on entry, the outputs on return.</param>
    public abstract void Apply(Span<double> sums);

    /// <summary>Equation 5 of the paper: from the gradient of an output to the gradient of its sum, ∂E/∂s = ∂E/∂y · dy/ds.</summary>
    /// <param name="y">The outputs.</param>
    /// <param name="gradient">∂E/∂y, of the same length.</param>
    /// <param name="delta">Receives ∂E/∂s, of the same length.</param>
    public abstract void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> gradient, Span<double> delta);

    private sealed class SigmoidActivation : Activation
    {
        public override void Apply(Span<double> sums) => TensorPrimitives.Sigmoid<double>(sums, sums);

        public override void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> gradient, Span<double> delta)
        {
            for (int i = 0; i < y.Length; i++) delta[i] = gradient[i] * y[i] * (1 - y[i]);
        }
    }

    private sealed class TanhActivation : Activation
    {
        public override void Apply(Span<double> sums) => TensorPrimitives.Tanh<double>(sums, sums);

        public override void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> gradient, Span<double> delta)
        {
            for (int i = 0; i < y.Length; i++) delta[i] = gradient[i] * (1 - y[i] * y[i]);
        }
    }

    private sealed class ReluActivation : Activation
    {
        public override void Apply(Span<double> sums) => TensorPrimitives.Max(sums, 0, sums);

        public override void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> gradient, Span<double> delta)
        {
            for (int i = 0; i < y.Length; i++) delta[i] = y[i] > 0 ? gradient[i] : 0;
        }
    }

    private sealed class IdentityActivation : Activation
    {
        public override void Apply(Span<double> sums)
        {
            // The output is the sum itself.
        }

        public override void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> gradient, Span<double> delta) => gradient.CopyTo(delta);
    }
}
