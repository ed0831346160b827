namespace Course.Go.Search;

/// <summary>One position in the tree of <see cref="Uct{TGame}"/>. Defined in lesson 11.</summary>
/// <typeparam name="TGame">The game.</typeparam>
/// <param name="game">The position.</param>
/// <param name="move">The move that led here.</param>
public sealed class UctNode<TGame>(TGame game, int move)
    where TGame : ITurnGame<TGame>
{
    private readonly List<UctNode<TGame>> children = [];
    private Stack<int>? untried;
    private double total;

    /// <summary>The position.</summary>
    public TGame Game { get; } = game;

    /// <summary>The move that led here.</summary>
    public int Move { get; } = move;

    /// <summary>How many simulations went through here.</summary>
    public int Visits { get; private set; }

    /// <summary>The mean result of these simulations for the player who made <see cref="Move"/>, −1 to 1.</summary>
    public double Value => Visits == 0 ? 0 : total / Visits;

    /// <summary>The positions after the moves tried so far.</summary>
    public IReadOnlyList<UctNode<TGame>> Children => children;

    internal bool IsExpanded => !Game.IsOver && Untried.Count == 0;

    private Stack<int> Untried => untried ??= new(Game.Moves);

    internal UctNode<TGame> Expand(Random random)
    {
        // Moves are tried in an order of chance, so that no corner of the board is preferred.
        if (children.Count == 0)
        {
            int[] order = [.. Untried];
            random.Shuffle(order);
            untried = new(order);
        }
        int next = Untried.Pop();
        var child = new UctNode<TGame>(Game.Play(next), next);
        children.Add(child);
        return child;
    }

    /// <summary>The child with the highest upper confidence bound: its mean result, and more the less it has been tried.</summary>
    internal UctNode<TGame> Best(double exploration)
    {
        double log = Math.Log(Visits), highest = double.NegativeInfinity;
        UctNode<TGame> best = children[0];
        foreach (UctNode<TGame> child in children)
        {
            double bound = child.Value + exploration * Math.Sqrt(log / child.Visits);
            if (bound > highest) (highest, best) = (bound, child);
        }
        return best;
    }

    internal void Add(double result)
    {
        Visits++;
        total += result;
    }
}

/// <summary>
/// Monte Carlo tree search with upper confidence bounds (L. Kocsis, Cs. Szepesvári, "Bandit based Monte-Carlo planning", 2006). Each
/// simulation walks down the tree to a position with an untried move, adds the position after that move, plays at random from there to
/// the end, and adds the result to all positions on the way back. Defined in lesson 11.
/// </summary>
/// <typeparam name="TGame">The game.</typeparam>
/// <param name="random">Chooses among untried moves and plays the random games.</param>
/// <param name="exploration">The weight C of curiosity in mean + C √(ln N / n).</param>
public sealed class Uct<TGame>(Random random, double exploration = 1.4)
    where TGame : ITurnGame<TGame>
{
    /// <summary>Searches from a position and returns the root of the tree.</summary>
    /// <param name="game">The position; it is not over.</param>
    /// <param name="simulations">How many games to simulate.</param>
    public UctNode<TGame> Search(TGame game, int simulations)
    {
        var root = new UctNode<TGame>(game, Vertex.Pass);
        List<UctNode<TGame>> path = [];
        for (int n = 0; n < simulations; n++)
        {
            UctNode<TGame> node = root;
            path.Clear();
            path.Add(node);
            while (node.IsExpanded) path.Add(node = node.Best(exploration));                 // selection
            if (!node.Game.IsOver) path.Add(node = node.Expand(random));                     // expansion
            double result = node.Game.IsOver ? node.Game.Result : node.Game.Playout(random); // simulation
            for (int depth = path.Count - 1; depth >= 0; depth--)                            // backup
                path[depth].Add(result = -result);
        }
        return root;
    }

    /// <summary>The move that was simulated most often.</summary>
    /// <param name="game">The position; it is not over.</param>
    /// <param name="simulations">How many games to simulate.</param>
    /// <param name="allowed">Which moves of this position count; null means all.</param>
    public int Choose(TGame game, int simulations, Func<int, bool>? allowed = null) =>
        Search(game, simulations).Children.Where(child => allowed is null || allowed(child.Move)).MaxBy(child => child.Visits)!.Move;
}
