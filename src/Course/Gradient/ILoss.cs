namespace Course.Gradient;

/// <summary>How wrong the outputs are, as one number, and which way each output should have gone. Defined in lesson 06.</summary>
public interface ILoss
{
    /// <summary>The loss of a batch, summed over its B examples.</summary>
    /// <param name="outputs">What the network said, (B, width).</param>
    /// <param name="targets">What it should have said, (B, width).</param>
    /// <param name="width">Outputs an example.</param>
    /// <param name="slope">Takes ∂E/∂y for every output, (B, width).</param>
    /// <returns>E, 0 where all is right.</returns>
    double Measure(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets, int width, Span<double> slope);
}
