using System.Globalization;

namespace Course.Go;

/// <summary>
/// The names of points. In the course, a point is a number: row × size + column, counted from the lower left corner. Players and GTP
/// write a letter for the column, without I, and a number for the row: the lower left corner is A1. Defined in lesson 11.
/// </summary>
public static class Vertex
{
    /// <summary>The move that places no stone.</summary>
    public const int Pass = -1;

    private const string Letters = "ABCDEFGHJKLMNOPQRST";

    /// <summary>The name of a point, such as C3, or <c>pass</c>.</summary>
    /// <param name="point">The point's number, or <see cref="Pass"/>.</param>
    /// <param name="size">Rows and columns of the board.</param>
    public static string Name(int point, int size) =>
        point == Pass ? "pass" : string.Create(CultureInfo.InvariantCulture, $"{Letters[point % size]}{point / size + 1}");

    /// <summary>The point with that name.</summary>
    /// <param name="name">A letter and a number, in either case, or <c>pass</c>.</param>
    /// <param name="size">Rows and columns of the board.</param>
    /// <exception cref="FormatException">The name means no point of this board.</exception>
    public static int Parse(string name, int size)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Equals("pass", StringComparison.OrdinalIgnoreCase)) return Pass;
        int column = Letters.IndexOf(char.ToUpperInvariant(name[0]), StringComparison.Ordinal);
        bool numbered = int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int row);
        if (!numbered || column < 0 || column >= size || row < 1 || row > size)
            throw new FormatException($"'{name}' is no point of a board of {size} × {size}.");
        return (row - 1) * size + column;
    }
}
