namespace Course.ConvNets;

/// <summary>
/// The size of a stack of equally large channels: a grey picture is one channel, and a layer of feature maps has one channel per map. The
/// numbers are stored channel after channel, row after row. Defined in lesson 07.
/// </summary>
/// <param name="Channels">The number of channels.</param>
/// <param name="Height">Rows per channel.</param>
/// <param name="Width">Columns per channel.</param>
public readonly record struct MapShape(int Channels, int Height, int Width)
{
    /// <summary>The number of values in one channel.</summary>
    public int Area => Height * Width;

    /// <summary>The number of values in all channels.</summary>
    public int Size => Channels * Area;

    /// <summary>The number of positions of a kernel along a side; it stops before it would cross the edge.</summary>
    /// <param name="length">Pixels along the side.</param>
    /// <param name="kernel">Pixels that the kernel covers.</param>
    /// <param name="stride">Pixels from one position to the next.</param>
    /// <param name="padding">Pixels added at either end.</param>
    /// <exception cref="ArgumentException">The kernel is larger than the picture.</exception>
    public static int OutputLength(int length, int kernel, int stride, int padding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kernel);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        int room = length + 2 * padding - kernel;
        return room >= 0
            ? room / stride + 1
            : throw new ArgumentException($"A kernel of {kernel} pixels does not fit into {length} with a padding of {padding}.",
                nameof(kernel));
    }
}
