namespace Course.ConvNets;

/// <summary>
/// Each unit is the largest number of its square; on the way back that pixel alone gets the gradient, the first where several are equally
/// large. J. Weng, N. Ahuja and T. S. Huang used it in their Cresceptron, 1992; D. Scherer, A. Müller and S. Behnke compared the two kinds
/// in 2010. Defined in lesson 07.
/// </summary>
/// <param name="input">The channels below.</param>
/// <param name="side">The side of the square that a unit sees, in pixels.</param>
/// <param name="stride">Pixels from one square to the next; null for squares that touch.</param>
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
