namespace Course.ConvNets;

/// <summary>
/// Each unit is the largest number of its square; in the backward pass only that pixel gets the gradient, the first one in a tie. J. Weng,
/// N. Ahuja and T. S. Huang used it in their Cresceptron, 1992; D. Scherer, A. Müller and S. Behnke compared max and average pooling in
/// 2010. Defined in lesson 07.
/// </summary>
/// <param name="input">The input channels.</param>
/// <param name="side">The side of the pooling window, in pixels.</param>
/// <param name="stride">Pixels from one window to the next; null for adjacent windows.</param>
public sealed class MaxPooling(MapShape input, int side, int? stride = null) : Pooling(input, side, stride)
{
    /// <inheritdoc/>
    protected override double Sum(double[] x, int corner, int side, int width)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x[Largest(x, corner, side, width)];
    }

    /// <inheritdoc/>
    protected override void Share(double delta, double[] x, double[] below, int corner, int side, int width)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(below);
        below[Largest(x, corner, side, width)] += delta;
    }

    private static int Largest(double[] x, int corner, int side, int width)
    {
        int largest = corner;
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                if (x[corner + row * width + column] > x[largest]) largest = corner + row * width + column;
            }
        }
        return largest;
    }
}
