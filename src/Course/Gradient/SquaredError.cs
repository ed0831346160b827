namespace Course.Gradient;

/// <summary>
/// E = ½ Σ (y − d)², equation 3 of Rumelhart, Hinton and Williams, Nature 323, 1986; its slope is y − d, equation 4. Defined in lesson 06.
/// </summary>
/// <param name="tolerance">Errors smaller than this count as none. The paper's family-tree network used 0.2.</param>
public sealed class SquaredError(double tolerance = 0) : ILoss
{
    /// <inheritdoc/>
    public double Measure(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets, int width, Span<double> slope)
    {
        double loss = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double error = outputs[i] - targets[i];
            slope[i] = Math.Abs(error) < tolerance ? 0 : error;
            loss += 0.5 * slope[i] * slope[i];
        }
        return loss;
    }
}
