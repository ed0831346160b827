namespace Course.Go.Charts;

/// <summary>One board of a <see cref="BoardChart"/>: stones, and what is said of the points. Defined in lesson 11.</summary>
/// <param name="Board">The stones.</param>
/// <param name="Caption">What stands above it.</param>
public sealed record BoardPicture(Board Board, string Caption = "")
{
    /// <summary>A board as players draw it: X black, O white, a dot for nothing.</summary>
    public BoardPicture(string diagram, string caption = "")
        : this(Board.Parse(diagram), caption)
    {
    }

    /// <summary>A number for each point, shown as a coloured square: shares from 0 to 1, or judgements from −1 to 1.</summary>
    public IReadOnlyList<double>? Heat { get; init; }

    /// <summary>Whether the numbers of <see cref="Heat"/> are written on empty points.</summary>
    public bool Numbers { get; init; } = true;

    /// <summary>A short text on each point named here, such as A1.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = new Dictionary<string, string>();

    /// <summary>The stone placed last, which gets a ring; null for none.</summary>
    public int? Last { get; init; }
}
