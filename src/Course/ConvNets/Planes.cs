namespace Course.ConvNets;

/// <summary>
/// The size of a stack of planes, all equally large: a grey picture is one plane, and a layer of feature maps is one plane a map. The numbers
/// stand plane after plane, row after row. Defined in lesson 07.
/// </summary>
/// <param name="Count">How many planes.</param>
/// <param name="Height">Rows of each.</param>
/// <param name="Width">Columns of each.</param>
public readonly record struct Planes(int Count, int Height, int Width)
{
    /// <summary>Numbers on one plane.</summary>
    public int Area => Height * Width;

    /// <summary>Numbers on all planes.</summary>
    public int Size => Count * Area;

    /// <summary>How many places a stencil finds along a side: it stops where it would run over the edge.</summary>
    /// <param name="length">Pixels along the side.</param>
    /// <param name="stencil">Pixels that the stencil covers.</param>
    /// <param name="stride">Pixels from one place to the next.</param>
    /// <param name="border">Pixels added at either end.</param>
    /// <exception cref="ArgumentException">The stencil is larger than the picture.</exception>
    public static int Places(int length, int stencil, int stride, int border)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stencil);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        ArgumentOutOfRangeException.ThrowIfNegative(border);
        int room = length + 2 * border - stencil;
        return room >= 0 ? room / stride + 1 : throw new ArgumentException($"A stencil of {stencil} pixels does not fit into {length} with a border of {border}.", nameof(stencil));
    }
}
