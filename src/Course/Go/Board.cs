using System.Text;

namespace Course.Go;

/// <summary>
/// A Go board of any size from 1 × 1 to 19 × 19, written to be read: stones, groups, liberties, captures, area. It knows one position and
/// no history; <see cref="GoGame"/> adds turns, ko and the end. Its fast twin for small boards is <see cref="SmallBoard"/>. Defined in
/// lesson 11.
/// </summary>
public sealed class Board
{
    private readonly Stone[] stones;

    /// <summary>Creates an empty board.</summary>
    /// <param name="size">Rows and columns, 1 to 19.</param>
    public Board(int size)
        : this(size, new Stone[Checked(size) * size])
    {
    }

    private Board(int size, Stone[] stones) => (Size, this.stones) = (size, stones);

    /// <summary>Rows and columns.</summary>
    public int Size { get; }

    /// <summary>The number of points.</summary>
    public int Points => stones.Length;

    /// <summary>What stands on a point.</summary>
    /// <param name="point">Row × size + column, from the lower left corner.</param>
    public Stone this[int point] => stones[point];

    /// <summary>The position as text, one character a point: two positions are the same if and only if their keys are.</summary>
    public string Key => string.Create(Points, stones, (text, all) =>
    {
        for (int point = 0; point < all.Length; point++) text[point] = all[point].Symbol();
    });

    /// <summary>The points beside a point: four, or fewer at the edge.</summary>
    public IEnumerable<int> Neighbours(int point)
    {
        int row = point / Size, column = point % Size;
        if (row > 0) yield return point - Size;
        if (column > 0) yield return point - 1;
        if (column < Size - 1) yield return point + 1;
        if (row < Size - 1) yield return point + Size;
    }

    /// <summary>
    /// The connected points around a point that hold the same as it, and the points beside them that hold something else.
    /// </summary>
    public (IReadOnlySet<int> Group, IReadOnlySet<int> Border) Connected(int point)
    {
        HashSet<int> group = [point], border = [];
        Stack<int> open = new(group);
        while (open.TryPop(out int at))
        {
            foreach (int beside in Neighbours(at))
            {
                if (stones[beside] != stones[point]) border.Add(beside);
                else if (group.Add(beside)) open.Push(beside);
            }
        }
        return (group, border);
    }

    /// <summary>The empty points beside the group of stones to which a point belongs.</summary>
    public int[] Liberties(int point) => [.. Connected(point).Border.Where(beside => stones[beside] == Stone.Empty)];

    /// <summary>
    /// Places a stone, and removes the opponent's groups that it leaves without a liberty. If the stone's own group then has none, the move
    /// is suicide, which the rules of the course forbid: the board stays as it was.
    /// </summary>
    /// <param name="point">An empty point.</param>
    /// <param name="stone">The colour.</param>
    /// <param name="captured">The points from which stones were removed.</param>
    /// <returns>False if the move is suicide or the point is taken.</returns>
    public bool TryPlace(int point, Stone stone, out IReadOnlyList<int> captured)
    {
        captured = [];
        if (stones[point] != Stone.Empty || stone == Stone.Empty) return false;
        stones[point] = stone;
        HashSet<int> dead = [];
        foreach (int beside in Neighbours(point))
        {
            if (stones[beside] == stone.Opponent() && Liberties(beside).Length == 0) dead.UnionWith(Connected(beside).Group);
        }
        foreach (int at in dead) stones[at] = Stone.Empty;
        captured = [.. dead];
        if (Liberties(point).Length > 0) return true;
        stones[point] = Stone.Empty;
        return false;
    }

    /// <summary>
    /// The area of both colours: their stones, and the empty points from which one reaches their stones only. All stones count as alive.
    /// </summary>
    public (int Black, int White) Area()
    {
        int[] area = new int[3];
        for (int point = 0; point < Points; point++)
        {
            Stone[] reached = stones[point] != Stone.Empty ? [stones[point]]
                : [.. Connected(point).Border.Select(beside => stones[beside]).Distinct()];
            if (reached is [var only]) area[(int)only]++;
        }
        return (area[(int)Stone.Black], area[(int)Stone.White]);
    }

    /// <summary>A board of its own with the same stones.</summary>
    public Board Copy() => new(Size, [.. stones]);

    /// <summary>A diagram, the highest row first.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int row = Size - 1; row >= 0; row--)
            text.AppendJoin(' ', Enumerable.Range(row * Size, Size).Select(point => stones[point].Symbol())).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads a diagram as <see cref="ToString"/> writes it; spaces do not count.</summary>
    /// <param name="diagram">One line a row, the highest first: X black, O white, a dot for nothing.</param>
    /// <exception cref="FormatException">The lines make no square of these characters.</exception>
    public static Board Parse(string diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        string[] rows = [.. diagram.Split('\n').Select(line => line.Replace(" ", "", StringComparison.Ordinal).Trim())
            .Where(line => line.Length > 0).Reverse()];
        if (rows.Length is 0 or > 19 || rows.Any(row => row.Length != rows.Length || row.Any(c => !".XO".Contains(c))))
            throw new FormatException("A diagram has as many lines as columns, 1 to 19, of the characters . X O.");
        return new(rows.Length, [.. string.Concat(rows).Select(c => (Stone)".XO".IndexOf(c, StringComparison.Ordinal))]);
    }

    private static int Checked(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 19);
        return size;
    }
}
