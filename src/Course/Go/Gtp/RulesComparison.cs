using System.Globalization;

namespace Course.Go.Gtp;

/// <summary>What <see cref="RulesComparison"/> compared, and what differed.</summary>
/// <param name="Games">Random games.</param>
/// <param name="Moves">Moves in them.</param>
/// <param name="Points">Points whose legality was compared.</param>
/// <param name="Captures">Captures after which all stones were compared.</param>
/// <param name="Scored">Final boards whose score was compared.</param>
/// <param name="LeftOut">Final boards on which the other program holds stones for dead, or that never came to an end.</param>
/// <param name="Differences">What differed, a line each.</param>
public sealed record ComparedRules(
    int Games, int Moves, long Points, int Captures, int Scored, int LeftOut, IReadOnlyList<string> Differences);

/// <summary>
/// Plays random games and holds the course's rules against another program's: which points are legal for both colours before every move,
/// the stones after every capture, and the area of final boards. Defined in lesson 11.
/// </summary>
public static class RulesComparison
{
    /// <summary>Compares random games.</summary>
    /// <param name="other">A program with the course's rules.</param>
    /// <param name="sizes">Sizes of the board, which take turns.</param>
    /// <param name="games">How many games.</param>
    /// <param name="seed">Where the random numbers start.</param>
    /// <param name="progress">Is told the number of each game that ended.</param>
    public static ComparedRules Run(GtpClient other, IReadOnlyList<int> sizes, int games, int seed = 1, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(sizes);
        var random = new Random(seed);
        var all = new ComparedRules(games, 0, 0, 0, 0, 0, []);
        for (int number = 0; number < games; number++)
        {
            int size = sizes[number % sizes.Count];
            other.SendAll([Text($"boardsize {size}"), "clear_board", "komi 7.5"]);
            // Half of the games fill eyes too, so that superko and suicide come up; those have no end.
            all = Play(other, new GoGame(size), number % 2 == 0, random, all);
            progress?.Invoke(number + 1);
        }
        return all;
    }

    private static ComparedRules Play(GtpClient other, GoGame game, bool toTheEnd, Random random, ComparedRules all)
    {
        int size = game.Board.Size, most = toTheEnd ? 10 * game.Board.Points : 3 * game.Board.Points;
        List<string> differences = [.. all.Differences];
        while (!game.IsOver && game.Moves.Count < most)
        {
            foreach (Stone stone in (Stone[])[Stone.Black, Stone.White])
            {
                IReadOnlyList<string> answers = other.SendAll(
                    [.. Enumerable.Range(0, game.Board.Points).Select(point => $"is_legal {stone} {Vertex.Name(point, size)}")]);
                for (int point = 0; point < answers.Count; point++)
                {
                    if (answers[point] == "1" != game.IsLegal(point, stone))
                        differences.Add($"{stone} {Vertex.Name(point, size)} after {string.Join(' ', game.Moves.Select(move => Vertex.Name(move.Point, size)))}");
                }
            }
            all = all with { Moves = all.Moves + 1, Points = all.Points + 2 * game.Board.Points };

            int[] legal = [.. game.LegalPoints(game.Next).Where(point => !toTheEnd || !IsEye(game.Board, point, game.Next))];
            int choice = legal.Length == 0 ? Vertex.Pass : legal[random.Next(legal.Length)];
            int before = Count(game.Board);
            other.Send($"play {game.Next} {Vertex.Name(choice, size)}");
            game.TryPlay(choice);
            if (Count(game.Board) > before) continue;
            if (choice == Vertex.Pass) continue;
            all = all with { Captures = all.Captures + 1 };
            foreach (Stone stone in (Stone[])[Stone.Black, Stone.White])
            {
                string[] theirs = [.. other.Send($"list_stones {stone}").Split(' ', StringSplitOptions.RemoveEmptyEntries).Order()];
                string[] ours = [.. Enumerable.Range(0, game.Board.Points).Where(point => game.Board[point] == stone)
                    .Select(point => Vertex.Name(point, size)).Order()];
                if (!ours.SequenceEqual(theirs)) differences.Add($"{stone} stones after move {game.Moves.Count} of {game.Board}");
            }
        }
        all = all with { Differences = differences };
        if (!toTheEnd) return all;
        if (!game.IsOver || other.Send("final_status_list dead").Length > 0) return all with { LeftOut = all.LeftOut + 1 };
        string score = other.Send("final_score"), expected = Text($"{(game.Score > 0 ? "B" : "W")}+{Math.Abs(game.Score):0.0}");
        if (score != expected) differences.Add($"score {score}, ours {expected}: {game.Board}");
        return all with { Scored = all.Scored + 1, Differences = differences };
    }

    private static int Count(Board board) => Enumerable.Range(0, board.Points).Count(point => board[point] != Stone.Empty);

    /// <summary>A point of the same kind as the fast playouts leave alone: all neighbours, and enough diagonals, are one's own.</summary>
    private static bool IsEye(Board board, int point, Stone stone)
    {
        if (board.Neighbours(point).Any(beside => board[beside] != stone)) return false;
        int size = board.Size, row = point / size, column = point % size, diagonal = 0, hostile = 0;
        foreach ((int down, int right) in (ReadOnlySpan<(int, int)>)[(-1, -1), (-1, 1), (1, -1), (1, 1)])
        {
            (int r, int c) = (row + down, column + right);
            if (r < 0 || r >= size || c < 0 || c >= size) continue;
            diagonal++;
            if (board[r * size + c] == stone.Opponent()) hostile++;
        }
        return hostile == 0 || (hostile == 1 && diagonal == 4);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
