namespace Course.ConvNets;

/// <summary>
/// The size of a stack of channels, all equally large: a grey picture is one channel, and a layer of feature maps is one channel a map. The
/// numbers stand channel after channel, row after row. Defined in lesson 07.
/// </summary>
/// <param name="Channels">How many channels.</param>
/// <param name="Height">Rows of each.</param>
/// <param name="Width">Columns of each.</param>
public readonly record struct MapShape(int Channels, int Height, int Width)
{
    /// <summary>Numbers on one channel.</summary>
    public int Area => Height * Width;

    /// <summary>Numbers on all channels.</summary>
    public int Size => Channels * Area;

    /// <summary>How many places a kernel finds along a side: it stops where it would run over the edge.</summary>
    /// <param name="length">Pixels along the side.</param>
    /// <param name="kernel">Pixels that the kernel covers.</param>
    /// <param name="stride">Pixels from one place to the next.</param>
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
