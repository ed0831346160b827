using System.Numerics;

namespace Course.Go;

/// <summary>
/// The fast twin of <see cref="Board"/> for boards up to 7 × 7: both colours' stones are bits of two 64-bit words, seen by the player to
/// move. It knows the simple ko, which forbids retaking a single stone at once; <see cref="SmallGame"/> adds positional superko. Defined
/// in lesson 11.
/// </summary>
public readonly record struct SmallBoard
{
    private readonly Grid grid;

    /// <summary>Creates an empty board.</summary>
    /// <param name="size">Rows and columns, 1 to 7.</param>
    public SmallBoard(int size)
        : this(Grid.Of(size), 0, 0, 0, Stone.Black)
    {
    }

    internal SmallBoard(Grid grid, ulong own, ulong opponent, ulong ko, Stone next) =>
        (this.grid, Own, Opponent, Ko, Next) = (grid, own, opponent, ko, next);

    /// <summary>Rows and columns.</summary>
    public int Size => grid.Size;

    /// <summary>The number of points.</summary>
    public int Points => grid.Points;

    /// <summary>Whose turn it is.</summary>
    public Stone Next { get; }

    /// <summary>What stands on a point.</summary>
    /// <param name="point">Row × size + column, from the lower left corner.</param>
    public Stone this[int point] =>
        (Own & grid.BitOf[point]) != 0 ? Next : (Opponent & grid.BitOf[point]) != 0 ? Next.Opponent() : Stone.Empty;

    internal Grid Grid => grid;

    internal ulong Own { get; }

    internal ulong Opponent { get; }

    internal ulong Ko { get; }

    internal ulong Empty => grid.Full & ~(Own | Opponent);

    internal int Stones => BitOperations.PopCount(Own | Opponent);

    internal ulong Black => Next == Stone.Black ? Own : Opponent;

    internal ulong White => Next == Stone.Black ? Opponent : Own;

    /// <summary>Plays for the player whose turn it is.</summary>
    /// <param name="point">A point, or <see cref="Vertex.Pass"/>.</param>
    /// <param name="after">The board after the move, seen by the opponent; this board if there is no such move.</param>
    /// <returns>False if the point is taken, or the move is suicide or retakes a ko at once.</returns>
    public bool TryPlay(int point, out SmallBoard after)
    {
        if (point != Vertex.Pass) return TryPlace(grid.BitOf[point], out after);
        after = new(grid, Opponent, Own, 0, Next.Opponent());
        return true;
    }

    /// <summary>Black's area minus White's, all stones counted as alive.</summary>
    public int Area()
    {
        (ulong own, ulong opponent) = grid.Area(Own, Opponent);
        int difference = BitOperations.PopCount(own) - BitOperations.PopCount(opponent);
        return Next == Stone.Black ? difference : -difference;
    }

    /// <summary>The same position as a readable board.</summary>
    public Board ToBoard() => Board.Parse(ToString());

    /// <summary>A diagram, the highest row first.</summary>
    public override string ToString()
    {
        SmallBoard board = this;
        return string.Concat(Enumerable.Range(0, Size).Reverse().Select(row =>
            string.Join(' ', Enumerable.Range(row * board.Size, board.Size).Select(point => board[point].Symbol())) + "\n"));
    }

    internal bool TryPlace(ulong bit, out SmallBoard after)
    {
        // The caller may have this board itself overwritten: all of it is read first.
        after = this;
        if ((bit & (Own | Opponent | Ko)) != 0 || !grid.TryPlace(bit, Own, Opponent, out ulong captured, out ulong ko)) return false;
        after = new(grid, Opponent & ~captured, Own | bit, ko, Next.Opponent());
        return true;
    }
}
