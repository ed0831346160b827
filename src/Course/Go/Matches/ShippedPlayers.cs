using Course.Go.Learning;
using Course.Go.Search;

namespace Course.Go.Matches;

/// <summary>The players that the course ships. Defined in lesson 11.</summary>
public static class ShippedPlayers
{
    private const int PlayoutsPerSimulation = 10;

    /// <summary>The strongest player for a board: the network with its search on 5 × 5 and 7 × 7, tree search with random games on
    /// other boards up to 7 × 7.</summary>
    /// <param name="size">Rows and columns of the board.</param>
    /// <param name="simulations">Simulations a move; without a network, ten random games for each.</param>
    /// <param name="threads">Threads of the network's search.</param>
    /// <returns>The player, or null for larger boards.</returns>
    public static IGoPlayer? For(int size, int simulations = 1_600, int threads = 1) => size switch
    {
        5 or 7 => new PuctPlayer(
            new FastPolicyValue(PolicyValueWeights.Load(size)), simulations, new PuctSettings { Threads = threads }),
        <= 7 => new UctPlayer(simulations * PlayoutsPerSimulation, seed: 1),
        _ => null,
    };
}
