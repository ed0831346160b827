using Course.Data;

namespace Course.Go.Learning;

/// <summary>
/// The weights of a <see cref="PolicyValueNetwork"/> outside torch: for each of the six layers the weights and the biases, in torch's
/// order. Defined in lesson 11.
/// </summary>
/// <param name="Size">Rows and columns of the board.</param>
/// <param name="Parameters">Twelve arrays.</param>
public sealed record PolicyValueWeights(int Size, float[][] Parameters)
{
    private const int Width = PolicyValueNetwork.Width;

    /// <summary>How many weights and biases there are.</summary>
    public int Count => Parameters.Sum(one => one.Length);

    /// <summary>The weights that the course ships for a board, made by its own self-play.</summary>
    /// <param name="size">5 or 7.</param>
    /// <exception cref="DatasetMissingException">The file is not on this machine.</exception>
    public static PolicyValueWeights Load(int size)
    {
        using Stream file = Datasets.Open("go-networks", FormattableString.Invariant($"{size}x{size}.weights"));
        return Read(file);
    }

    /// <summary>Reads weights as <see cref="Write"/> writes them.</summary>
    /// <exception cref="InvalidDataException">The content is something else.</exception>
    public static PolicyValueWeights Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        int size = reader.ReadInt32();
        if (size is < 1 or > 7) throw new InvalidDataException("These are no weights of a Go network: no size of a board stands first.");
        return new(size, [.. Lengths(size).Select(length => Enumerable.Range(0, length).Select(_ => reader.ReadSingle()).ToArray())]);
    }

    /// <summary>Writes the size of the board and then all weights, four bytes each, lowest byte first.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Size);
        foreach (float weight in Parameters.SelectMany(one => one)) writer.Write(weight);
    }

    private static int[] Lengths(int size)
    {
        int points = size * size;
        return
        [
            9 * BoardPlanes.Count * Width, Width, 9 * Width * Width, Width, 9 * Width * Width, Width,
            Width * points * (points + 1), points + 1, Width * points * Width, Width, Width, 1,
        ];
    }
}
