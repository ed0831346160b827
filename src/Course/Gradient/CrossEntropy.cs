using System.Numerics.Tensors;

namespace Course.Gradient;

/// <summary>
/// The surprise at the right answer when a softmax has turned the outputs into probabilities: E = −Σ t ln p, in nats. Its slope is p − t.
/// Defined in lesson 06; lesson 02 met it as the loss of softmax regression.
/// </summary>
public sealed class CrossEntropy : ILoss
{
    /// <inheritdoc/>
    public double Measure(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets, int width, Span<double> slope)
    {
        double loss = 0;
        for (int from = 0; from < outputs.Length; from += width)
        {
            Span<double> p = slope.Slice(from, width);
            ReadOnlySpan<double> t = targets.Slice(from, width), s = outputs.Slice(from, width);
            double most = TensorPrimitives.Max(s);
            TensorPrimitives.Subtract(s, most, p);                       // changes no share, and keeps exp from overflowing
            double chosen = TensorPrimitives.Dot<double>(t, p);
            TensorPrimitives.Exp<double>(p, p);
            double total = TensorPrimitives.Sum<double>(p);
            loss += Math.Log(total) - chosen;
            TensorPrimitives.Divide(p, total, p);
            TensorPrimitives.Subtract(p, t, p);
        }
        return loss;
    }
}
