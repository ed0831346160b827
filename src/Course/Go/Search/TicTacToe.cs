using System.Numerics;

namespace Course.Go.Search;

/// <summary>
/// Noughts and crosses: three in a row wins. Both players' marks are bits, square 0 at the upper left. Defined in lesson 11.
/// </summary>
/// <param name="Own">The marks of the player whose turn it is, nine bits.</param>
/// <param name="Opponent">The other player's marks.</param>
public readonly record struct TicTacToe(int Own, int Opponent) : ITurnGame<TicTacToe>
{
    private const int Full = 0b111_111_111;

    private static readonly int[] rows =
    [
        0b000_000_111, 0b000_111_000, 0b111_000_000, 0b001_001_001, 0b010_010_010, 0b100_100_100, 0b100_010_001, 0b001_010_100,
    ];

    /// <inheritdoc/>
    public bool IsOver => HasRow(Opponent) || (Own | Opponent) == Full;

    /// <inheritdoc/>
    public double Result => HasRow(Opponent) ? -1 : 0;

    /// <inheritdoc/>
    public IReadOnlyList<int> Moves
    {
        get
        {
            int taken = Own | Opponent;
            return [.. Enumerable.Range(0, 9).Where(square => (taken >> square & 1) == 0)];
        }
    }

    /// <summary>Whether X is to move: X begins.</summary>
    public bool XMoves => BitOperations.PopCount((uint)Own) == BitOperations.PopCount((uint)Opponent);

    /// <inheritdoc/>
    public TicTacToe Play(int move) => new(Opponent, Own | 1 << move);

    /// <inheritdoc/>
    public double Playout(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        TicTacToe at = this;
        int sign = 1;
        for (; !at.IsOver; sign = -sign)
        {
            IReadOnlyList<int> moves = at.Moves;
            at = at.Play(moves[random.Next(moves.Count)]);
        }
        return sign * at.Result;
    }

    /// <summary>The result of perfect play for the player whose turn it is, by trying everything: 1, 0 or −1.</summary>
    public int Solve()
    {
        if (IsOver) return (int)Result;
        TicTacToe here = this;
        return Moves.Max(move => -here.Play(move).Solve());
    }

    /// <summary>Three lines of X, O and dots.</summary>
    public override string ToString()
    {
        (int x, int o) = XMoves ? (Own, Opponent) : (Opponent, Own);
        return string.Concat(Enumerable.Range(0, 9).Select(square =>
            ((x >> square & 1) != 0 ? "X" : (o >> square & 1) != 0 ? "O" : ".") + (square % 3 == 2 ? "\n" : " ")));
    }

    private static bool HasRow(int marks) => Array.Exists(rows, row => (marks & row) == row);
}
