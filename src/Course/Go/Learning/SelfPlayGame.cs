using Course.Go.Search;

namespace Course.Go.Learning;

/// <summary>One game of the network against itself. Defined in lesson 11.</summary>
public static class SelfPlayGame
{
    private static readonly PuctSettings search = new() { Noise = 0.25, NoiseConcentration = 0.5 };

    /// <summary>
    /// Plays a game to two passes and scores the board as it stands, so a player learns to capture dead stones before it passes. Half of
    /// the games begin with one or two moves of chance.
    /// </summary>
    /// <param name="evaluator">The network.</param>
    /// <param name="settings">How to play.</param>
    /// <param name="random">Draws the komi, the openings, the noise and the first moves.</param>
    /// <returns>The game, and its positions in order, without those of the random moves.</returns>
    public static (SmallGame Game, List<GoExample> Examples) Play(IEvaluator evaluator, SelfPlaySettings settings, Random random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        double komi = random.NextDouble() < 0.6 ? settings.Komi : random.Next(settings.Size * settings.Size) + 0.5;
        var game = new SmallGame(settings.Size, komi);
        if (random.Next(2) == 0)
        {
            for (int moves = 1 + random.Next(2); moves > 0; moves--)
            {
                int[] legal = [.. game.LegalPoints()];
                game.TryPlay(legal[random.Next(legal.Length)]);
            }
        }

        var tree = new Puct(game, evaluator, search);
        List<GoExample> examples = [];
        // Superko ends every game, but with a beginner it can take long.
        int most = 4 * game.Board.Points;
        while (!game.IsOver && game.Moves.Count < most)
        {
            tree.AddNoise(random);
            tree.Search(settings.Simulations - tree.Root.TotalVisits);
            PuctNode root = tree.Root;
            examples.Add(new(root.Board, root.LastWasPass, komi, Shares(root), 0));
            int choice = game.Moves.Count < settings.OpeningMoves ? Drawn(root.Visits, random) : root.MostVisited;
            if (!game.TryPlay(root.Moves[choice])) throw new InvalidOperationException("The search chose a move that is not legal.");
            tree.Advance(choice);
        }
        int winner = Math.Sign(game.Score);
        return (game,
            examples.ConvertAll(example => example with { Result = example.Board.Next == Stone.Black ? winner : -winner }));
    }

    private static float[] Shares(PuctNode root)
    {
        float[] shares = new float[root.Board.Points + 1];
        for (int index = 0; index < root.Visits.Length; index++)
        {
            int move = root.Moves[index];
            shares[move == Vertex.Pass ? root.Board.Points : move] = (float)root.Visits[index] / root.TotalVisits;
        }
        return shares;
    }

    private static int Drawn(int[] visits, Random random)
    {
        int left = random.Next(visits.Sum()), index = 0;
        while ((left -= visits[index]) >= 0) index++;
        return index;
    }
}
