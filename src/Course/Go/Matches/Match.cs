using System.Diagnostics;
using System.Globalization;

namespace Course.Go.Matches;

/// <summary>A game that has been played.</summary>
/// <param name="Black">Who played Black.</param>
/// <param name="White">Who played White.</param>
/// <param name="Komi">Points given to White.</param>
/// <param name="Size">Rows and columns of the board.</param>
/// <param name="Moves">All moves, the opening included.</param>
/// <param name="Score">Black's area minus White's and the komi, above 0 if Black is ahead; no number after a resignation.</param>
/// <param name="Resigned">Who resigned, or nobody.</param>
/// <param name="BlackSeconds">Time per move of Black, the opening left out.</param>
/// <param name="WhiteSeconds">Time per move of White.</param>
public sealed record PlayedGame(
    string Black, string White, double Komi, int Size, IReadOnlyList<int> Moves, double Score, Stone Resigned,
    double BlackSeconds, double WhiteSeconds)
{
    /// <summary>Who won.</summary>
    public Stone Winner => Resigned != Stone.Empty ? Resigned.Opponent() : Score > 0 ? Stone.Black : Score < 0 ? Stone.White : Stone.Empty;

    /// <summary>The game as a file.</summary>
    public Sgf ToSgf() => new(
        Size, Komi, [.. Moves.Select((point, number) => new GoMove(number % 2 == 0 ? Stone.Black : Stone.White, point))], Black, White,
        string.Create(CultureInfo.InvariantCulture,
            $"{(Winner == Stone.Black ? "B" : Winner == Stone.White ? "W" : "")}{(Resigned != Stone.Empty ? "+R" : Score == 0 ? "0" : $"+{Math.Abs(Score)}")}"));
}

/// <summary>Lets two players play. Defined in lesson 11.</summary>
public static class Match
{
    /// <summary>Plays one game to two passes or a resignation.</summary>
    /// <param name="black">Plays Black.</param>
    /// <param name="white">Plays White.</param>
    /// <param name="size">Rows and columns of the board.</param>
    /// <param name="komi">Points given to White.</param>
    /// <param name="opening">Moves made before the players take over.</param>
    /// <param name="referee">Scores the final board; null counts the area with all stones alive.</param>
    public static PlayedGame Play(
        IGoPlayer black, IGoPlayer white, int size, double komi, IEnumerable<int>? opening = null, Func<SmallGame, double>? referee = null)
    {
        ArgumentNullException.ThrowIfNull(black);
        ArgumentNullException.ThrowIfNull(white);
        var game = new SmallGame(size, komi);
        foreach (int move in opening ?? []) Made(game, move, "the opening");
        Dictionary<Stone, (double Seconds, int Moves)> spent = new() { [Stone.Black] = default, [Stone.White] = default };
        Stone resigned = Stone.Empty;
        // No game of sensible players comes near; superko alone would allow very many moves.
        int most = 10 * game.Board.Points;
        while (!game.IsOver && resigned == Stone.Empty && game.Moves.Count < most)
        {
            Stone turn = game.Board.Next;
            IGoPlayer player = turn == Stone.Black ? black : white;
            long start = Stopwatch.GetTimestamp();
            int? move = player.Choose(game);
            spent[turn] = (spent[turn].Seconds + Stopwatch.GetElapsedTime(start).TotalSeconds, spent[turn].Moves + 1);
            if (move is { } point) Made(game, point, player.Name);
            else resigned = turn;
        }
        double score = resigned != Stone.Empty ? double.NaN : referee?.Invoke(game) ?? game.Score;
        return new(black.Name, white.Name, komi, size, [.. game.Moves], score, resigned, PerMove(Stone.Black), PerMove(Stone.White));

        double PerMove(Stone stone) => spent[stone].Moves == 0 ? 0 : spent[stone].Seconds / spent[stone].Moves;
    }

    /// <summary>Different openings of two moves, one of each colour, by chance.</summary>
    /// <param name="size">Rows and columns of the board.</param>
    /// <param name="count">How many, at most size² (size² − 1).</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static IReadOnlyList<int[]> Openings(int size, int count, int seed)
    {
        int points = size * size;
        int[] pairs = [.. Enumerable.Range(0, points * points).Where(pair => pair / points != pair % points)];
        new Random(seed).Shuffle(pairs);
        return [.. pairs.Take(count).Select(pair => (int[])[pair / points, pair % points])];
    }

    private static void Made(SmallGame game, int move, string by)
    {
        if (!game.TryPlay(move))
            throw new InvalidOperationException($"{by} played {Vertex.Name(move, game.Board.Size)}, which is not legal:\n{game.Board}");
    }
}
