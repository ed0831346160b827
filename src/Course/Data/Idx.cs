using System.Buffers.Binary;

namespace Course.Data;

/// <summary>Reads the idx format of MNIST: a magic number, the dimensions as big-endian integers, then unsigned bytes.</summary>
public static class Idx
{
    private const int FirstBuffer = 1 << 20;

    /// <summary>Reads an idx file of unsigned bytes.</summary>
    /// <param name="content">The unpacked content.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <returns>The dimensions, for example (60000, 28, 28), and the bytes in row-major order.</returns>
    /// <exception cref="DatasetCorruptException">The content is not idx of unsigned bytes, is truncated, or continues after its
    /// end.</exception>
    public static (int[] Shape, byte[] Values) Read(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            int[] shape = ReadShape(content) ?? throw new DatasetCorruptException($"{name} is not an idx file of unsigned bytes.");
            Int128 expected = shape.Aggregate((Int128)1, (product, size) => product * size);
            byte[] values = ReadValues(content, expected);
            return values.Length == expected && content.ReadByte() < 0
                ? (shape, values)
                : throw new DatasetCorruptException(
                    $"{name} should hold {string.Join(" x ", shape)} = {expected} bytes after its header but holds {(values.Length < expected ? values.Length : "more")}.");
        }
        catch (InvalidDataException error)
        {
            throw new DatasetCorruptException($"{name} is not a whole gzip file.", error);
        }
    }

    private static int[]? ReadShape(Stream content)
    {
        var magic = new byte[4];
        if (content.ReadAtLeast(magic, 4, throwOnEndOfStream: false) < 4 || magic[0] != 0 || magic[1] != 0 || magic[2] != 0x08) return null;
        var sizes = new byte[4 * magic[3]];
        if (content.ReadAtLeast(sizes, sizes.Length, throwOnEndOfStream: false) < sizes.Length) return null;
        int[] shape = [.. Enumerable.Range(0, magic[3]).Select(i => BinaryPrimitives.ReadInt32BigEndian(sizes.AsSpan(4 * i)))];
        return shape.Length is > 0 and <= 4 && shape.All(size => size > 0) ? shape : null;
    }

    // The buffer grows with the data received, not with the size in the header: a damaged header must not claim all memory.
    private static byte[] ReadValues(Stream content, Int128 expected)
    {
        var values = new byte[(int)Int128.Min(expected, FirstBuffer)];
        int filled = 0;
        while (true)
        {
            int count = content.ReadAtLeast(values.AsSpan(filled), values.Length - filled, throwOnEndOfStream: false);
            filled += count;
            if (filled < values.Length) return values[..filled];
            if (filled == expected || filled == Array.MaxLength) return values;
            Array.Resize(ref values, (int)Int128.Min(Int128.Min(expected, 2L * filled), Array.MaxLength));
        }
    }
}
