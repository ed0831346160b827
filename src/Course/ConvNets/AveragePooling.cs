namespace Course.ConvNets;

/// <summary>
/// Each unit is the mean of its square; in the backward pass every pixel gets an equal share of the gradient. The networks of 1990 and 1998
/// used it (in 1998 the mean also has a weight and a bias, <see cref="LeNet5"/>). Defined in lesson 07.
/// </summary>
/// <param name="input">The input channels.</param>
/// <param name="side">The side of the pooling window, in pixels.</param>
/// <param name="stride">Pixels from one window to the next; null for adjacent windows.</param>
public sealed class AveragePooling(MapShape input, int side, int? stride = null) : Pooling(input, side, stride)
{
    /// <inheritdoc/>
    protected override double Sum(double[] x, int corner, int side, int width)
    {
        ArgumentNullException.ThrowIfNull(x);
        double sum = 0;
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++) sum += x[corner + row * width + column];
        return sum / (side * side);
    }

    /// <inheritdoc/>
    protected override void Share(double delta, double[] x, double[] below, int corner, int side, int width)
    {
        ArgumentNullException.ThrowIfNull(below);
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++) below[corner + row * width + column] += delta / (side * side);
    }
}
