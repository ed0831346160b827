using System.Numerics;

namespace Course.Go;

/// <summary>
/// The geometry of a small board as bits of one 64-bit word: each row takes size + 1 bits, and the spare bit at its end stays 0, so that
/// a shift by one never carries a stone into the next row. All neighbours of all stones come from four shifts. Defined in lesson 11.
/// </summary>
internal sealed class Grid
{
    private const int Largest = 7;
    private static readonly Grid[] all = [.. Enumerable.Range(1, Largest).Select(size => new Grid(size))];

    private readonly int stride;
    private readonly ulong edge;

    private Grid(int size)
    {
        (Size, stride) = (size, size + 1);
        BitOf = [.. Enumerable.Range(0, size * size).Select(point => 1UL << (point / size * stride + point % size))];
        PointOf = new byte[64];
        for (int point = 0; point < BitOf.Length; point++)
        {
            Full |= BitOf[point];
            PointOf[BitOperations.TrailingZeroCount(BitOf[point])] = (byte)point;
            if (point / size == 0 || point / size == size - 1 || point % size == 0 || point % size == size - 1) edge |= BitOf[point];
        }
    }

    internal int Size { get; }

    internal int Points => BitOf.Length;

    /// <summary>A bit on every point.</summary>
    internal ulong Full { get; }

    /// <summary>The bit of each point.</summary>
    internal ulong[] BitOf { get; }

    /// <summary>The point of each bit, by the bit's number.</summary>
    internal byte[] PointOf { get; }

    internal static Grid Of(int size) => size is >= 1 and <= Largest ? all[size - 1]
        : throw new ArgumentOutOfRangeException(nameof(size), size, "A board of bits has 1 to 7 rows.");

    internal int Point(ulong bit) => PointOf[BitOperations.TrailingZeroCount(bit)];

    /// <summary>All points beside a set of points; some of the set may be among them.</summary>
    internal ulong Beside(ulong set) => (set << 1 | set >> 1 | set << stride | set >> stride) & Full;

    /// <summary>All points of a region that are connected with the seed.</summary>
    internal ulong Flood(ulong seed, ulong region)
    {
        ulong set = seed & region, grown;
        while ((grown = (set | Beside(set)) & region) != set) set = grown;
        return set;
    }

    /// <summary>
    /// Looks at a stone placed on an empty point: what it captures, and the point that the opponent may not retake at once.
    /// </summary>
    /// <returns>False if the move is suicide.</returns>
    internal bool TryPlace(ulong stone, ulong own, ulong opponent, out ulong captured, out ulong ko)
    {
        (captured, ko) = (0, 0);
        ulong around = Beside(stone), empty = Full & ~(own | opponent | stone);
        // A neighbour that touches an empty point lives; only the others' groups are followed.
        for (ulong near = around & opponent & ~Beside(empty); near != 0;)
        {
            ulong group = Flood(near & (~near + 1), opponent);
            near &= ~group;
            if ((Beside(group) & empty) == 0) captured |= group;
        }
        if (captured == 0) return (around & empty) != 0 || (Beside(Flood(stone, own | stone)) & empty) != 0;
        if ((captured & (captured - 1)) == 0 && (around & (own | empty)) == 0) ko = captured;
        return true;
    }

    /// <summary>
    /// The empty points that are a colour's eyes: all neighbours are its own, and the opponent holds at most one of the points diagonally
    /// beside, or none at the edge of the board.
    /// </summary>
    internal ulong Eyes(ulong own, ulong opponent)
    {
        ulong one = 0, two = 0;
        foreach (int shift in (ReadOnlySpan<int>)[stride - 1, stride + 1])
        {
            ulong up = opponent << shift, down = opponent >> shift;
            two |= one & up;
            one |= up;
            two |= one & down;
            one |= down;
        }
        ulong inside = Full & ~(own | opponent) & ~Beside(Full & ~own);
        return inside & ~((edge & one) | two);
    }

    /// <summary>The points that belong to each colour: its stones, and the empty points from which one reaches its stones only.</summary>
    internal (ulong Own, ulong Opponent) Area(ulong own, ulong opponent)
    {
        ulong empty = Full & ~(own | opponent);
        ulong byOwn = Flood(Beside(own), empty), byOpponent = Flood(Beside(opponent), empty);
        return (own | (byOwn & ~byOpponent), opponent | (byOpponent & ~byOwn));
    }
}
