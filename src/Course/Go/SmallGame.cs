using System.Runtime.InteropServices;

namespace Course.Go;

/// <summary>
/// A game on a <see cref="SmallBoard"/> by the rules of <see cref="GoGame"/>, with positional superko, for programs that play thousands
/// of them. Defined in lesson 11.
/// </summary>
public sealed class SmallGame
{
    private readonly List<int> moves = [];
    private readonly List<SmallBoard> boards;

    /// <summary>Starts a game.</summary>
    /// <param name="size">Rows and columns, 1 to 7.</param>
    /// <param name="komi">Points given to White for moving second.</param>
    public SmallGame(int size, double komi = 7.5) => (boards, Komi) = ([new(size)], komi);

    /// <summary>
    /// Replays a game. Where a colour moved twice in a row, the other is taken to have passed between.
    /// </summary>
    /// <param name="game">A game on a board of at most seven rows.</param>
    /// <param name="next">Who is to move after it.</param>
    public static SmallGame Of(GoGame game, Stone next)
    {
        ArgumentNullException.ThrowIfNull(game);
        var same = new SmallGame(game.Board.Size, game.Komi);
        foreach (GoMove move in game.Moves)
        {
            same.LetMove(move.Stone);
            if (!same.TryPlay(move.Point)) throw new ArgumentException("The game has a move that is not legal.", nameof(game));
        }
        same.LetMove(next);
        return same;
    }

    /// <summary>Points given to White for moving second.</summary>
    public double Komi { get; }

    /// <summary>The board as it stands.</summary>
    public SmallBoard Board => boards[^1];

    /// <summary>The moves so far, Black's first: points or <see cref="Vertex.Pass"/>.</summary>
    public IReadOnlyList<int> Moves => moves;

    /// <summary>Whether the last move was a pass.</summary>
    public bool LastWasPass => moves is [.., Vertex.Pass];

    /// <summary>Whether the last two moves were passes.</summary>
    public bool IsOver => moves is [.., Vertex.Pass, Vertex.Pass];

    /// <summary>Black's area minus White's area and the komi, all stones counted as alive.</summary>
    public double Score => Board.Area() - Komi;

    internal IReadOnlyList<SmallBoard> Boards => boards;

    /// <summary>Whether the player whose turn it is may play there.</summary>
    public bool IsLegal(int point) => Board.TryPlay(point, out SmallBoard after) && (point == Vertex.Pass || !Repeats(after));

    /// <summary>The points where the player whose turn it is may place a stone.</summary>
    public IEnumerable<int> LegalPoints() => Enumerable.Range(0, Board.Points).Where(IsLegal);

    /// <summary>Plays for the player whose turn it is.</summary>
    /// <returns>False if the move is not legal; then nothing changes.</returns>
    public bool TryPlay(int point)
    {
        if (!Board.TryPlay(point, out SmallBoard after) || (point != Vertex.Pass && Repeats(after))) return false;
        moves.Add(point);
        boards.Add(after);
        return true;
    }

    /// <summary>Whether a position has been on the board before, whoever's turn it was.</summary>
    internal bool Repeats(in SmallBoard after) => Repeats(boards, after);

    /// <summary>The most stones that were ever on the board: a position with more is new.</summary>
    internal static int MostStones(List<SmallBoard> boards)
    {
        int most = 0;
        foreach (ref readonly SmallBoard board in CollectionsMarshal.AsSpan(boards)) most = Math.Max(most, board.Stones);
        return most;
    }

    internal static bool Repeats(List<SmallBoard> boards, in SmallBoard after)
    {
        (ulong black, ulong white) = (after.Black, after.White);
        foreach (ref readonly SmallBoard before in CollectionsMarshal.AsSpan(boards))
        {
            if (before.Black == black && before.White == white) return true;
        }
        return false;
    }

    // A colour that moves out of turn: the other has passed.
    private void LetMove(Stone stone)
    {
        if (Board.Next != stone) TryPlay(Vertex.Pass);
    }
}
