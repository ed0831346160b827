using System.Buffers.Binary;

namespace Course.Data;

/// <summary>Reads the idx format of MNIST: a magic number, the dimensions as big-endian integers, then unsigned bytes.</summary>
public static class Idx
{
    /// <summary>Reads an idx file of unsigned bytes.</summary>
    /// <param name="content">The uncompressed content.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <returns>The dimensions, for example (60000, 28, 28), and the bytes in row-major order.</returns>
    /// <exception cref="DatasetCorruptException">The content is not idx of unsigned bytes, or is cut off.</exception>
    public static (int[] Shape, byte[] Values) Read(Stream content, string name)
    {
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        byte[] bytes = memory.ToArray();
        if (bytes.Length < 4 || bytes[0] != 0 || bytes[1] != 0 || bytes[2] != 0x08 || bytes.Length < 4 + 4 * bytes[3])
        {
            throw new DatasetCorruptException($"{name} is not an idx file of unsigned bytes.");
        }

        var shape = new int[bytes[3]];
        for (int i = 0; i < shape.Length; i++) shape[i] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 + 4 * i));

        long expected = shape.Aggregate(1L, (product, size) => product * size);
        byte[] values = bytes[(4 + 4 * shape.Length)..];
        return values.LongLength == expected
            ? (shape, values)
            : throw new DatasetCorruptException($"{name} should hold {string.Join(" x ", shape)} = {expected} bytes after its header but holds {values.LongLength}.");
    }
}
