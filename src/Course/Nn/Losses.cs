using System.Numerics.Tensors;

namespace Course.Nn;

/// <summary>A loss: how wrong the outputs are, as one number, and its gradient with respect to each output. Defined in lesson 06.</summary>
public interface ILoss
{
    /// <summary>The loss of a batch, summed over its B examples.</summary>
    /// <param name="outputs">The network's outputs, (B, width).</param>
    /// <param name="targets">The targets, (B, width).</param>
    /// <param name="width">Outputs per example; for a sequence, those of all its steps.</param>
    /// <param name="gradient">Receives ∂E/∂y for every output, (B, width).</param>
    /// <returns>E, 0 if all outputs are right.</returns>
    double LossAndGradient(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets, int width, Span<double> gradient);
}

/// <summary>
/// E = ½ Σ (y − d)², equation 3 of Rumelhart, Hinton and Williams, Nature 323, 1986; its gradient is y − d, equation 4. Defined in
/// lesson 06.
/// </summary>
/// <param name="tolerance">Errors smaller than this count as zero. The paper's family-tree network used 0.2.</param>
public sealed class SquaredError(double tolerance = 0) : ILoss
{
    /// <inheritdoc/>
    public double LossAndGradient(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets, int width, Span<double> gradient)
    {
        double loss = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double error = outputs[i] - targets[i];
            gradient[i] = Math.Abs(error) < tolerance ? 0 : error;
            loss += 0.5 * gradient[i] * gradient[i];
        }
        return loss;
    }
}

/// <summary>
/// The cross-entropy of a softmax over the outputs: E = −Σ t ln p, in nats. Its gradient is p − t. In a sequence every step has its own
/// softmax. A step whose targets are all 0 does not count, so short sequences can be padded. Defined in lesson 06; lesson 02 introduced it
/// as the loss of softmax regression.
/// </summary>
/// <param name="classes">Outputs per softmax, if an example has several; null for all its outputs.</param>
public sealed class CrossEntropy(int? classes = null) : ILoss
{
    /// <inheritdoc/>
    public double LossAndGradient(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets, int width, Span<double> gradient)
    {
        double loss = 0;
        int length = classes ?? width;
        for (int from = 0; from < outputs.Length; from += length)
        {
            Span<double> p = gradient.Slice(from, length);
            ReadOnlySpan<double> t = targets.Slice(from, length), s = outputs.Slice(from, length);
            double asked = TensorPrimitives.Sum(t);                      // 1, or 0 for a step that does not count
            double most = TensorPrimitives.Max(s);
            TensorPrimitives.Subtract(s, most, p);                       // changes no probability, and keeps exp from overflowing
            double chosen = TensorPrimitives.Dot<double>(t, p);
            TensorPrimitives.Exp<double>(p, p);
            double total = TensorPrimitives.Sum<double>(p);
            loss += asked * Math.Log(total) - chosen;
            TensorPrimitives.Divide(p, total / asked, p);
            TensorPrimitives.Subtract(p, t, p);
        }
        return loss;
    }
}
