using System.Globalization;
using Course.Go.Search;

namespace Course.Go.Matches;

/// <summary>Plays anywhere outside its own eyes, by chance, and passes when nothing is left. Defined in lesson 11.</summary>
/// <param name="seed">Where its random numbers start.</param>
public sealed class RandomPlayer(int seed) : IGoPlayer
{
    private readonly SplitMixRandom random = new(seed);

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public int? Choose(SmallGame game)
    {
        int[] moves = [.. GoPosition.Of(game).Moves.Where(move => move != Vertex.Pass && game.IsLegal(move))];
        return moves.Length == 0 ? Vertex.Pass : moves[random.Next(moves.Length)];
    }
}

/// <summary>Tree search with random games and no knowledge, from a new tree for each move. Defined in lesson 11.</summary>
/// <param name="simulations">Random games a move.</param>
/// <param name="seed">Where its random numbers start.</param>
public sealed class UctPlayer(int simulations, int seed) : IGoPlayer
{
    private const double Exploration = 0.6;
    private readonly SplitMixRandom random = new(seed);

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"UCT {simulations:N0}");

    /// <inheritdoc/>
    public int? Choose(SmallGame game)
    {
        UctNode<GoPosition>[] moves = [.. new Uct<GoPosition>(random, Exploration).Search(GoPosition.Of(game), simulations).Children
            .Where(child => game.IsLegal(child.Move)).OrderByDescending(child => child.Visits)];
        int best = moves is [var first, ..] ? first.Move : Vertex.Pass;
        return best == Vertex.Pass && CleanUp.IsNeeded(game, random)
            && moves.FirstOrDefault(child => child.Move != Vertex.Pass) is { } other && other.Value > moves[0].Value - CleanUp.Price
            ? other.Move : best;
    }
}

/// <summary>Plays the move that the policy likes best, without looking ahead. Defined in lesson 11.</summary>
/// <param name="policy">Gives the policy.</param>
/// <param name="name">The player's name.</param>
public sealed class PolicyPlayer(IEvaluator policy, string name = "policy alone") : IGoPlayer
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int? Choose(SmallGame game)
    {
        PuctNode root = new Puct(game, policy).Root;
        return root.Moves[Array.IndexOf(root.Priors, root.Priors.Max())];
    }
}

/// <summary>
/// Plays what <see cref="Puct"/> tried most often. It keeps the tree from one move to the next, and does not pass while dead stones of
/// the opponent are left on the board. Defined in lesson 11.
/// </summary>
/// <param name="evaluator">Judges positions.</param>
/// <param name="simulations">Visits of the root before each move, those kept from the move before included.</param>
/// <param name="settings">How to search; null means the defaults.</param>
/// <param name="name">The player's name; null names the simulations.</param>
public sealed class PuctPlayer(IEvaluator evaluator, int simulations, PuctSettings? settings = null, string? name = null) : IGoPlayer
{
    private readonly SplitMixRandom random = new(1);
    private Puct? tree;
    private int[] known = [];
    private double komi;

    /// <inheritdoc/>
    public string Name => name ?? string.Create(CultureInfo.InvariantCulture, $"network, {simulations:N0} simulations");

    /// <summary>The tree of the last move chosen, to be shown.</summary>
    public PuctNode? LastRoot { get; private set; }

    /// <inheritdoc/>
    public int? Choose(SmallGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        Puct search = Continued(game) ?? new Puct(game, evaluator, settings);
        search.Search(simulations - search.Root.TotalVisits);
        (tree, known, komi, LastRoot) = (search, [.. game.Moves], game.Komi, search.Root);
        return Chosen(game, search.Root);
    }

    private int Chosen(SmallGame game, PuctNode root)
    {
        int best = root.MostVisited, move = root.Moves[best];
        if (move != Vertex.Pass || !CleanUp.IsNeeded(game, random)) return move;
        int[] others = [.. Enumerable.Range(0, root.Moves.Count).Where(index => index != best && root.Visits[index] > 0
            && root.MeanOf(index) > root.MeanOf(best) - CleanUp.Price)];
        return others.Length == 0 ? move : root.Moves[others.MaxBy(index => root.Visits[index])];
    }

    /// <summary>The tree of the move before, behind the moves made since; null if this is another game or it does not lead
    /// here.</summary>
    private Puct? Continued(SmallGame game)
    {
        if (tree is null || komi != game.Komi || game.Moves.Count < known.Length || !game.Moves.Take(known.Length).SequenceEqual(known)
            || game.Board.Size != tree.Root.Board.Size)
            return null;
        foreach (int move in game.Moves.Skip(known.Length))
        {
            int index = tree.Root.Moves.ToList().IndexOf(move);
            if (index < 0) return null;
            tree.Advance(index);
        }
        return tree;
    }
}
