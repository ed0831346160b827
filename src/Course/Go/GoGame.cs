namespace Course.Go;

/// <summary>One move of a game.</summary>
/// <param name="Stone">Who moves.</param>
/// <param name="Point">Where, or <see cref="Vertex.Pass"/>.</param>
public readonly record struct GoMove(Stone Stone, int Point);

/// <summary>
/// A game of Go by the rules of the course: area scoring, no suicide, and positional superko, which forbids a move that repeats any
/// earlier position of the board, whoever's turn it was. Two passes in a row end the game. Defined in lesson 11.
/// </summary>
/// <param name="size">Rows and columns of the board, 1 to 19.</param>
/// <param name="komi">Points given to White for moving second.</param>
public sealed class GoGame(int size, double komi = 7.5)
{
    private readonly List<GoMove> moves = [];
    private readonly HashSet<string> seen = [new Board(size).Key];

    /// <summary>Points given to White for moving second.</summary>
    public double Komi { get; set; } = komi;

    /// <summary>The board as it stands; change it only through <see cref="TryPlay(int)"/>.</summary>
    public Board Board { get; private set; } = new(size);

    /// <summary>Whose turn it is.</summary>
    public Stone Next { get; private set; } = Stone.Black;

    /// <summary>The moves so far.</summary>
    public IReadOnlyList<GoMove> Moves => moves;

    /// <summary>Whether the last two moves were passes.</summary>
    public bool IsOver => moves is [.., { Point: Vertex.Pass }, { Point: Vertex.Pass }];

    /// <summary>Black's area minus White's area and the komi: above 0, Black is ahead.</summary>
    public double Score
    {
        get
        {
            (int black, int white) = Board.Area();
            return black - white - Komi;
        }
    }

    /// <summary>Whether a colour may place a stone there: the point is empty, and the move neither kills itself nor repeats a
    /// position.</summary>
    public bool IsLegal(int point, Stone stone) => point == Vertex.Pass || After(point, stone) is not null;

    /// <summary>The points where a colour may place a stone.</summary>
    public int[] LegalPoints(Stone stone) => [.. Enumerable.Range(0, Board.Points).Where(point => IsLegal(point, stone))];

    /// <summary>Plays for whoever's turn it is.</summary>
    /// <param name="point">Where, or <see cref="Vertex.Pass"/>.</param>
    /// <returns>False if the move is not legal; then nothing changes.</returns>
    public bool TryPlay(int point) => TryPlay(point, Next);

    /// <summary>Plays for a colour, even out of turn, as GTP allows.</summary>
    /// <param name="point">Where, or <see cref="Vertex.Pass"/>.</param>
    /// <param name="stone">Who moves.</param>
    /// <returns>False if the move is not legal; then nothing changes.</returns>
    public bool TryPlay(int point, Stone stone)
    {
        if (point != Vertex.Pass)
        {
            if (After(point, stone) is not { } after) return false;
            Board = after;
            seen.Add(after.Key);
        }
        moves.Add(new(stone, point));
        Next = stone.Opponent();
        return true;
    }

    /// <summary>Takes the last move back.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryUndo()
    {
        if (moves.Count == 0) return false;
        GoMove[] kept = [.. moves[..^1]];
        Stone turn = moves[^1].Stone;
        moves.Clear();
        seen.Clear();
        Board = new(Board.Size);
        seen.Add(Board.Key);
        foreach (GoMove move in kept) TryPlay(move.Point, move.Stone);
        Next = turn;
        return true;
    }

    private Board? After(int point, Stone stone)
    {
        if (Board[point] != Stone.Empty) return null;
        Board after = Board.Copy();
        return after.TryPlace(point, stone, out _) && !seen.Contains(after.Key) ? after : null;
    }
}
