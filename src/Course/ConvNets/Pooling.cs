using Course.Nn;

namespace Course.ConvNets;

/// <summary>
/// A layer that shrinks channels: each unit summarises a small square of one channel. It has no parameters. Defined in lesson 07.
/// </summary>
public abstract class Pooling : ILayer
{
    private readonly int side, stride;
    private double[] x = [], y = [], below = [];

    /// <summary>Creates a layer.</summary>
    /// <param name="input">The input channels.</param>
    /// <param name="side">The side of the pooling window, in pixels.</param>
    /// <param name="stride">Pixels from one window to the next; null for adjacent windows.</param>
    protected Pooling(MapShape input, int side, int? stride = null)
    {
        (Input, this.side, this.stride) = (input, side, stride ?? side);
        Output = input with
        {
            Height = MapShape.OutputLength(input.Height, side, this.stride, padding: 0),
            Width = MapShape.OutputLength(input.Width, side, this.stride, padding: 0)
        };
    }

    /// <summary>The input channels.</summary>
    public MapShape Input { get; }

    /// <summary>The smaller channels.</summary>
    public MapShape Output { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => [];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The number of values does not match the number of examples.</exception>
    public double[] Forward(double[] x, int examples = 1)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (examples * Input.Size != x.Length)
            throw new ArgumentException($"{x.Length} numbers are not {examples} × {Input.Size}: say how many examples they are.", nameof(x));
        this.x = x;
        if (y.Length != examples * Output.Size) y = new double[examples * Output.Size];
        for (int unit = 0; unit < y.Length; unit++) y[unit] = Sum(x, Corner(unit), side, Input.Width);
        return y;
    }

    /// <inheritdoc/>
    public double[] Backward(double[] gradient, bool toInputs = true)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        if (below.Length != x.Length) below = new double[x.Length];
        Array.Clear(below);
        for (int unit = 0; unit < y.Length; unit++) Share(gradient[unit], x, below, Corner(unit), side, Input.Width);
        return below;
    }

    /// <summary>Computes a unit's output from its square.</summary>
    /// <param name="x">All channels.</param>
    /// <param name="corner">The index at which the square begins.</param>
    /// <param name="side">The side of the square.</param>
    /// <param name="width">The distance from a pixel to the one below it.</param>
    /// <returns>One number.</returns>
    protected abstract double Sum(double[] x, int corner, int side, int width);

    /// <summary>Distributes the gradient of a unit to the pixels of its square.</summary>
    /// <param name="delta">∂E/∂y.</param>
    /// <param name="x">All channels, as they were in the forward pass.</param>
    /// <param name="below">∂E/∂x, to which the result is added.</param>
    /// <param name="corner">The index at which the square begins.</param>
    /// <param name="side">The side of the square.</param>
    /// <param name="width">The distance from a pixel to the one below it.</param>
    protected abstract void Share(double delta, double[] x, double[] below, int corner, int side, int width);

    private int Corner(int unit)
    {
        (int channel, int place) = (unit / Output.Area, unit % Output.Area);      // channels of all examples, one after another
        return channel * Input.Area + place / Output.Width * stride * Input.Width + place % Output.Width * stride;
    }
}
