namespace Course.Go.Search;

/// <summary>
/// A position of Go on a small board as a <see cref="ITurnGame{TSelf}"/>, for <see cref="Uct{TGame}"/>: fast, with the simple ko instead
/// of superko, and without filling one's own eyes. Defined in lesson 11.
/// </summary>
/// <param name="Board">The board.</param>
/// <param name="Komi">Points given to White.</param>
/// <param name="Passes">How many of the last moves were passes, at most two.</param>
public readonly record struct GoPosition(SmallBoard Board, double Komi, int Passes = 0) : ITurnGame<GoPosition>
{
    /// <summary>The position that a game has reached.</summary>
    public static GoPosition Of(SmallGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return new(game.Board, game.Komi, game.IsOver ? 2 : game.LastWasPass ? 1 : 0);
    }

    /// <inheritdoc/>
    public bool IsOver => Passes >= 2;

    /// <inheritdoc/>
    public double Result => ResultOf(Board, Board.Next);

    /// <summary>The points outside one's own eyes where a stone may be placed, and the pass.</summary>
    public IReadOnlyList<int> Moves
    {
        get
        {
            SmallBoard board = Board;
            ulong open = board.Empty & ~board.Grid.Eyes(board.Own, board.Opponent);
            return
            [
                .. Enumerable.Range(0, board.Points).Where(point => (open & board.Grid.BitOf[point]) != 0 && board.TryPlay(point, out _)),
                Vertex.Pass,
            ];
        }
    }

    /// <inheritdoc/>
    public GoPosition Play(int move) => Board.TryPlay(move, out SmallBoard after)
        ? new(after, Komi, move == Vertex.Pass ? Passes + 1 : 0)
        : throw new ArgumentException($"{Vertex.Name(move, Board.Size)} is not legal.", nameof(move));

    /// <inheritdoc/>
    public double Playout(Random random) => ResultOf(Go.Playout.Run(Board, random), Board.Next);

    private double ResultOf(SmallBoard end, Stone player) => Math.Sign(end.Area() - Komi) * (player == Stone.Black ? 1 : -1);
}
