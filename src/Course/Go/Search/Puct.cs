namespace Course.Go.Search;

/// <summary>How <see cref="Puct"/> searches.</summary>
public sealed record PuctSettings
{
    /// <summary>The weight of the prior probability against the mean result.</summary>
    public double Exploration { get; init; } = 1.5;

    /// <summary>How much worse than the position itself a move is taken to be before its first visit.</summary>
    public double Reduction { get; init; } = 0.2;

    /// <summary>The share of noise in the prior probabilities at the root, 0 for none; self-play needs it.</summary>
    public double Noise { get; init; }

    /// <summary>The parameter of the Dirichlet distribution from which the noise is drawn.</summary>
    public double NoiseConcentration { get; init; } = 0.5;

    /// <summary>How many threads search the same tree.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether a player may fill its own eyes; false leaves those moves out of the tree.</summary>
    public bool FillsEyes { get; init; }
}

/// <summary>
/// AlphaGo's search: a tree that grows by one evaluated position a simulation, without playing games to the end. It walks down along the
/// moves with the highest mean + c · prior · √N / (1 + n), where N counts the visits of the position and n those of the move. Positional
/// superko is kept to in the tree. Defined in lesson 11.
/// </summary>
public sealed class Puct
{
    private readonly PuctSettings settings;
    private readonly IEvaluator[] evaluators;
    private readonly double komi;
    private readonly List<SmallBoard> history;
    private readonly Lock tree = new();

    /// <summary>Evaluates the root of a new tree.</summary>
    /// <param name="game">The game so far; it is not over. Later changes of it do not matter.</param>
    /// <param name="evaluator">Judges positions.</param>
    /// <param name="settings">How to search; null means the defaults.</param>
    public Puct(SmallGame game, IEvaluator evaluator, PuctSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentNullException.ThrowIfNull(evaluator);
        this.settings = settings ?? new();
        evaluators = [evaluator, .. Enumerable.Range(1, this.settings.Threads - 1).Select(_ => evaluator.ForAnotherThread())];
        komi = game.Komi;
        history = [.. game.Boards];
        Root = Evaluated(evaluator, history, game.LastWasPass, game.IsOver);
    }

    /// <summary>The position to move in.</summary>
    public PuctNode Root { get; private set; }

    /// <summary>Adds simulations to the tree.</summary>
    /// <param name="simulations">How many, on all threads together.</param>
    public void Search(int simulations)
    {
        if (Root.IsOver) return;
        if (evaluators.Length == 1)
        {
            for (List<SmallBoard> path = [.. history]; simulations > 0; simulations--) Simulate(evaluators[0], path);
            return;
        }
        Thread[] threads =
        [
            .. evaluators.Select((evaluator, number) => new Thread(() =>
            {
                int share = simulations / evaluators.Length + (number < simulations % evaluators.Length ? 1 : 0);
                for (List<SmallBoard> path = [.. history]; share > 0; share--) Simulate(evaluator, path);
            })),
        ];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
    }

    /// <summary>Mixes noise into the prior probabilities of the root, as self-play does before each move.</summary>
    /// <param name="random">Draws the noise.</param>
    public void AddNoise(Random random)
    {
        double[] noise = Dirichlet.Draw(random, settings.NoiseConcentration, Root.Priors.Length);
        for (int move = 0; move < noise.Length; move++)
            Root.Priors[move] = (float)((1 - settings.Noise) * Root.Priors[move] + settings.Noise * noise[move]);
    }

    /// <summary>Makes a move, and keeps the part of the tree behind it.</summary>
    /// <param name="index">The move's place in the root's <see cref="PuctNode.Moves"/>.</param>
    public void Advance(int index)
    {
        PuctNode before = Root;
        int move = before.Moves[index];
        before.Board.TryPlay(move, out SmallBoard after);
        history.Add(after);
        Root = before.Children[index]
            ?? Evaluated(evaluators[0], history, move == Vertex.Pass, move == Vertex.Pass && before.LastWasPass);
    }

    private void Simulate(IEvaluator evaluator, List<SmallBoard> path)
    {
        path.RemoveRange(history.Count, path.Count - history.Count);
        List<(PuctNode Node, int Index)> steps = [];
        PuctNode? node = Root;
        bool pass = false, over = false;
        lock (tree)
        {
            while (node is { IsOver: false })
            {
                int index = Select(node), move = node.MoveAt(index);
                node.Enter(index);
                steps.Add((node, index));
                node.Board.TryPlay(move, out SmallBoard after);
                path.Add(after);
                (pass, over) = (move == Vertex.Pass, move == Vertex.Pass && node.LastWasPass);
                node = node.Children[index];
            }
        }
        PuctNode leaf = node ?? Evaluated(evaluator, path, pass, over);
        lock (tree)
        {
            (PuctNode parent, int last) = steps[^1];
            parent.Children[last] ??= leaf;
            double result = leaf.Value;
            for (int depth = steps.Count - 1; depth >= 0; depth--)
            {
                result = -result;
                steps[depth].Node.Leave(steps[depth].Index, result);
            }
        }
    }

    private int Select(PuctNode node)
    {
        double unvisited = node.Mean - settings.Reduction, weight = settings.Exploration * Math.Sqrt(node.TotalVisits + 1);
        double highest = double.NegativeInfinity;
        int best = 0;
        for (int index = 0; index < node.Visits.Length; index++)
        {
            int visits = node.Visits[index];
            double mean = visits == 0 ? unvisited : node.Totals[index] / visits;
            double bound = mean + weight * node.Priors[index] / (1 + visits);
            if (bound > highest) (highest, best) = (bound, index);
        }
        return best;
    }

    private PuctNode Evaluated(IEvaluator evaluator, List<SmallBoard> path, bool lastWasPass, bool over)
    {
        SmallBoard board = path[^1];
        if (over) return new(board, lastWasPass, true, (float)new GoPosition(board, komi).Result, [], []);
        Span<float> logits = stackalloc float[board.Points + 1];
        float value = evaluator.Evaluate(board, lastWasPass, komi, logits);
        ulong open = board.Empty & ~board.Ko;
        if (!settings.FillsEyes) open &= ~board.Grid.Eyes(board.Own, board.Opponent);
        Span<int> moves = stackalloc int[board.Points + 1];
        int count = 0, most = SmallGame.MostStones(path);
        for (; open != 0; open &= open - 1)
        {
            if (board.TryPlace(open & (~open + 1), out SmallBoard after) && (after.Stones > most || !SmallGame.Repeats(path, after)))
                moves[count++] = board.Grid.Point(open);
        }
        moves[count++] = Vertex.Pass;
        float[] priors = new float[count];
        for (int index = 0; index < count; index++)
            priors[index] = logits[moves[index] == Vertex.Pass ? board.Points : moves[index]];
        System.Numerics.Tensors.TensorPrimitives.SoftMax(priors, priors);
        return new(board, lastWasPass, false, value, moves[..count].ToArray(), priors);
    }
}
