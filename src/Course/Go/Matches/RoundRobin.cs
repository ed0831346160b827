namespace Course.Go.Matches;

/// <summary>Everybody against everybody, each opening with both colours. Defined in lesson 11.</summary>
/// <param name="Names">The players.</param>
/// <param name="Wins">Wins[i, j]: games that i won against j.</param>
/// <param name="Ratings">The players' strength; the first player's is 0.</param>
public sealed record RoundRobin(IReadOnlyList<string> Names, double[,] Wins, IReadOnlyList<EloRating> Ratings)
{
    /// <summary>A player's points above the first one.</summary>
    public double Elo(string name) => Ratings.Single(rating => rating.Name == name).Elo;

    /// <summary>The ratings with their intervals, in one line.</summary>
    public string InWords => string.Join(", ", Ratings.Select(rating =>
        FormattableString.Invariant($"{rating.Name} {rating.Elo:0}{(rating.Error == 0 ? "" : $" ± {rating.Error:0}")}")));

    /// <summary>Plays all games.</summary>
    /// <param name="size">Rows and columns of the board.</param>
    /// <param name="openings">How many openings of two random moves each pair plays.</param>
    /// <param name="players">Makes the players, anew for each game.</param>
    /// <param name="komi">Points given to White.</param>
    public static RoundRobin Play(int size, int openings, IReadOnlyList<Func<IGoPlayer>> players, double komi = 7.5)
    {
        ArgumentNullException.ThrowIfNull(players);
        int count = players.Count;
        double[,] wins = new double[count, count];
        string[] names = [.. players.Select(make => make().Name)];
        (int First, int Second)[] pairs = [.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)))];
        foreach ((int i, int j) in Progress.Over(pairs, "pairs"))
        {
            foreach (int[] opening in Match.Openings(size, openings, seed: 1 + i * count + j))
            {
                Play(i, j, opening);
                Play(j, i, opening);
            }
        }
        return new(names, wins, EloRatings.Fit(names, wins));

        void Play(int black, int white, int[] opening)
        {
            PlayedGame game = Match.Play(players[black](), players[white](), size, komi, opening);
            if (game.Winner == Stone.Black) wins[black, white]++;
            else if (game.Winner == Stone.White) wins[white, black]++;
            else (wins[black, white], wins[white, black]) = (wins[black, white] + 0.5, wins[white, black] + 0.5);
        }
    }
}
