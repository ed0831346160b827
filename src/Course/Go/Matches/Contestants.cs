using Course.Go.Search;

namespace Course.Go.Matches;

/// <summary>Who meets whom in lesson 11's comparisons.</summary>
public static class Contestants
{
    /// <summary>The policy without search.</summary>
    public const string PolicyAlone = "policy alone";

    /// <summary>Search with the value, all moves alike.</summary>
    public const string Value = "value";

    /// <summary>Search with policy and value.</summary>
    public const string PolicyAndValue = "policy and value";

    /// <summary>Search with policy and random games.</summary>
    public const string PolicyAndPlayouts = "policy and playouts";

    /// <summary>Search with policy, value and random games.</summary>
    public const string Everything = "all";

    /// <summary>The seven configurations of the paper's Extended Data Table 7; the policy alone does not search.</summary>
    /// <param name="network">Gives policy and value.</param>
    /// <param name="simulations">Visits of the root before each move.</param>
    public static IReadOnlyList<Func<IGoPlayer>> Parts(IEvaluator network, int simulations = 400) =>
    [
        () => new PolicyPlayer(network, PolicyAlone),
        () => Searching("playouts", null, null, 1, simulations),
        () => Searching(Value, null, network, 0, simulations),
        () => Searching("playouts and value", null, network, 0.5, simulations),
        () => Searching(PolicyAndPlayouts, network, null, 1, simulations),
        () => Searching(PolicyAndValue, network, network, 0, simulations),
        () => Searching(Everything, network, network, 0.5, simulations),
    ];

    /// <summary>Players from random moves to the network with its search, the middle one first: intervals are counted from it.</summary>
    /// <param name="network">Gives policy and value.</param>
    public static IReadOnlyList<Func<IGoPlayer>> Ladder(IEvaluator network) =>
    [
        () => new UctPlayer(1_000, 1), () => new RandomPlayer(1), () => new UctPlayer(100, 1), () => new UctPlayer(10_000, 1),
        () => new PolicyPlayer(network, PolicyAlone), () => new PuctPlayer(network, 150), () => new PuctPlayer(network, 1_600),
    ];

    private static PuctPlayer Searching(string name, IEvaluator? policy, IEvaluator? value, double lambda, int simulations) => new(
        new MixedEvaluator(policy, value, new PlayoutEvaluator(new SplitMixRandom(1)), lambda), simulations, name: name);
}
