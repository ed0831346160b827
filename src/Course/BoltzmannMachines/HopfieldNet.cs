using System.Numerics.Tensors;

namespace Course.BoltzmannMachines;

/// <summary>
/// An associative memory that descends an energy landscape: J. J. Hopfield, Neural networks and physical systems with emergent collective
/// computational abilities, Proceedings of the National Academy of Sciences 79, 1982, pp. 2554-2558. Defined in lesson 05.
/// </summary>
/// <param name="units">The number of units.</param>
public sealed class HopfieldNet(int units) : SymmetricNet(units)
{
    /// <summary>
    /// Stores a pattern (equation 2): units that are equal in it attract each other, and units that differ repel each other.
    /// </summary>
    /// <param name="pattern">1 or 0 for each unit.</param>
    public void Store(int[] pattern)
    {
        for (int i = 0; i < Units; i++)
        {
            for (int j = 0; j < i; j++) Join(i, j, Weights[i][j] + (2 * pattern[i] - 1) * (2 * pattern[j] - 1));
        }
    }

    /// <summary>
    /// Sets each bias to minus half the sum of the unit's weights. The net then works as if its units were −1 and +1, with thresholds of 0,
    /// and keeps twice as many patterns (p. 2557). Call it after all patterns are stored.
    /// </summary>
    public void BalanceBiases()
    {
        for (int i = 0; i < Units; i++) Biases[i] = -TensorPrimitives.Sum<double>(Weights[i]) / 2;
    }

    /// <summary>Updates every unit once, in random order, to the state with the lower energy (equation 1).</summary>
    /// <param name="s">The state: 1 or 0 for each unit. It changes.</param>
    /// <param name="random">Chooses the order.</param>
    /// <returns>True if a unit changed; false in a local minimum.</returns>
    public bool Sweep(int[] s, Random random)
    {
        int[] order = [.. Enumerable.Range(0, Units)];
        random.Shuffle(order);
        double[] gaps = [.. Biases];                            // kept up to date, so that a unit need not add up its weights again
        for (int j = 0; j < Units; j++)
        {
            if (s[j] != 0) TensorPrimitives.Add<double>(gaps, Weights[j], gaps);
        }
        bool changed = false;
        foreach (int i in order)
        {
            int better = gaps[i] > 0 ? 1 : gaps[i] < 0 ? 0 : s[i];     // a tie changes nothing
            if (better == s[i]) continue;
            TensorPrimitives.MultiplyAdd(Weights[i], better - s[i], gaps, gaps);
            s[i] = better;
            changed = true;
        }
        return changed;
    }

    /// <summary>
    /// Descends to the nearest local minimum. It always gets there, because each change lowers the energy and there are finitely many
    /// states.
    /// </summary>
    /// <param name="s">The state: 1 or 0 for each unit. It changes.</param>
    /// <param name="random">Chooses the order.</param>
    public void Recall(int[] s, Random random)
    {
        while (Sweep(s, random))
        {
        }
    }
}
