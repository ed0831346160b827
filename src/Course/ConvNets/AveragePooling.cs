namespace Course.ConvNets;

/// <summary>
/// Each unit is the mean of its square; on the way back every pixel gets an equal part of the gradient. So did the networks of 1990
/// and 1998 (there the mean has a weight and a bias besides, <see cref="LeNet5"/>). Defined in lesson 07.
/// </summary>
/// <param name="input">The channels below.</param>
/// <param name="side">The side of the square that a unit sees, in pixels.</param>
/// <param name="stride">Pixels from one square to the next; null for squares that touch.</param>
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
