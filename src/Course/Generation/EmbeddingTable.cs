using System.Numerics.Tensors;
using ScalarType = TorchSharp.torch.ScalarType;
using Tensor = TorchSharp.torch.Tensor;

namespace Course.Generation;

/// <summary>
/// Tokens as vectors: which mean nearly the same? Nearness is the cosine of the angle between two vectors. Defined in lesson 14.
/// </summary>
public sealed class EmbeddingTable
{
    private readonly string[] names;
    private readonly float[] vectors, lengths;
    private readonly Dictionary<string, int> rows = [];

    /// <summary>Takes a table.</summary>
    /// <param name="names">The tokens; of equal ones the first is found.</param>
    /// <param name="vectors">Their vectors, one after another.</param>
    /// <exception cref="ArgumentException">There are not equally many numbers for each token.</exception>
    public EmbeddingTable(IReadOnlyList<string> names, float[] vectors)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(vectors);
        if (names.Count == 0 || vectors.Length == 0 || vectors.Length % names.Count != 0)
        {
            throw new ArgumentException(
                $"{vectors.Length} numbers are not equally many for each of {names.Count} tokens.", nameof(vectors));
        }
        (this.names, this.vectors, Width) = ([.. names], vectors, vectors.Length / names.Count);
        lengths = [.. Enumerable.Range(0, names.Count).Select(row => TensorPrimitives.Norm(Row(row)))];
        foreach ((int row, string name) in names.Index()) rows.TryAdd(name, row);
    }

    /// <summary>Takes a model's table.</summary>
    /// <param name="names">The tokens.</param>
    /// <param name="table">(V, C).</param>
    public static EmbeddingTable Of(IReadOnlyList<string> names, Tensor table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using Tensor plain = table.detach(), floats = plain.to(ScalarType.Float32), cpu = floats.cpu(), row = cpu.contiguous();
        return new(names, row.data<float>().ToArray());
    }

    /// <summary>The number of tokens.</summary>
    public int Count => names.Length;

    /// <summary>The numbers of a vector.</summary>
    public int Width { get; }

    /// <summary>The tokens.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The vector of a token.</summary>
    /// <param name="name">The token.</param>
    /// <exception cref="ArgumentException">The table has no such token; the message names the closest.</exception>
    public float[] this[string name] => Row(RowOf(name)).ToArray();

    /// <summary>The cosine of the angle between two tokens' vectors, from −1 to 1.</summary>
    /// <param name="one">A token.</param>
    /// <param name="other">Another.</param>
    public float Cosine(string one, string other) => Cosine(Row(RowOf(one)), lengths[RowOf(one)], RowOf(other));

    /// <summary>The tokens nearest to one, without itself.</summary>
    /// <param name="name">The token.</param>
    /// <param name="count">How many.</param>
    /// <returns>The nearest first.</returns>
    public (string Name, float Cosine)[] Nearest(string name, int count) => Nearest(this[name], count, name);

    /// <summary>The tokens nearest to a vector.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="count">How many.</param>
    /// <param name="without">Tokens that are left out.</param>
    /// <returns>The nearest first; of equally near ones the first in the table.</returns>
    /// <exception cref="ArgumentException">The vector has another width.</exception>
    public (string Name, float Cosine)[] Nearest(float[] vector, int count, params string[] without)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.Length != Width)
            throw new ArgumentException($"A vector of this table has {Width} numbers, not {vector.Length}.", nameof(vector));
        float length = TensorPrimitives.Norm<float>(vector);
        return [.. Enumerable.Range(0, Count)
            .Where(row => !without.Contains(names[row]))
            .Select(row => (Name: names[row], Cosine: Cosine(vector, length, row)))
            .OrderByDescending(one => one.Cosine)
            .Take(count)];
    }

    private float Cosine(ReadOnlySpan<float> vector, float length, int row) => length == 0 || lengths[row] == 0
        ? 0 : TensorPrimitives.Dot(vector, Row(row)) / (length * lengths[row]);

    private ReadOnlySpan<float> Row(int row) => vectors.AsSpan(row * Width, Width);

    private int RowOf(string name) => rows.TryGetValue(name, out int row)
        ? row : throw new ArgumentException(DidYouMean.For("token", name, names));
}
