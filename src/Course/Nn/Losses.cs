using System.Numerics.Tensors;

namespace Course.Nn;

/// <summary>How wrong the outputs are, as one number, and which way each output should have gone. Defined in lesson 06.</summary>
public interface ILoss
{
    /// <summary>The loss of a batch, summed over its B examples.</summary>
    /// <param name="outputs">What the network said, (B, width).</param>
    /// <param name="targets">What it should have said, (B, width).</param>
    /// <param name="width">Outputs an example: those of all its steps, where it is a sequence.</param>
    /// <param name="gradient">Takes ∂E/∂y for every output, (B, width).</param>
    /// <returns>E, 0 where all is right.</returns>
    double LossAndGradient(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets, int width, Span<double> gradient);
}

/// <summary>
/// E = ½ Σ (y − d)², equation 3 of Rumelhart, Hinton and Williams, Nature 323, 1986; its gradient is y − d, equation 4. Defined in
/// lesson 06.
/// </summary>
/// <param name="tolerance">Errors smaller than this count as none. The paper's family-tree network used 0.2.</param>
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
/// The surprise at the right answer when a softmax has turned the outputs into probabilities: E = −Σ t ln p, in nats. Its gradient is p
/// − t. A sequence asks at every step: each step has a softmax of its own, and one whose targets are all 0 asks nothing, so that short
/// sequences can be filled up. Defined in lesson 06; lesson 02 met it as the loss of softmax regression.
/// </summary>
/// <param name="classes">Outputs a softmax, where an example has several; null for all its outputs.</param>
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
            double asked = TensorPrimitives.Sum(t);                      // 1, or 0 where nothing is asked
            double most = TensorPrimitives.Max(s);
            TensorPrimitives.Subtract(s, most, p);                       // changes no share, and keeps exp from overflowing
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
