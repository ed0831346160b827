namespace Course.BoltzmannMachines;

/// <summary>
/// Units that are on (1) or off (0), joined by weights that are the same in both directions, and the energy of their state: J. J. Hopfield,
/// Proceedings of the National Academy of Sciences 79, 1982, equation 7. Defined in lesson 05.
/// </summary>
/// <param name="units">The number of units.</param>
public class SymmetricNet(int units)
{
    /// <summary>The number of units.</summary>
    public int Units { get; } = units;

    /// <summary>w, units × units: symmetric, with a zero diagonal because no unit is connected to itself.</summary>
    public double[][] Weights { get; } = [.. Enumerable.Range(0, units).Select(_ => new double[units])];

    /// <summary>b, one per unit: the unit's tendency to be on by itself (its threshold with the opposite sign).</summary>
    public double[] Biases { get; } = new double[units];

    /// <summary>Sets the weight between two units, in both directions.</summary>
    /// <param name="i">A unit.</param>
    /// <param name="j">Another.</param>
    /// <param name="weight">Positive: the two tend to be on together. Negative: they tend not to be.</param>
    /// <exception cref="ArgumentException">The two are the same unit.</exception>
    public void Join(int i, int j, double weight)
    {
        if (i == j) throw new ArgumentException($"Unit {i} can't be joined to itself.", nameof(j));
        Weights[i][j] = Weights[j][i] = weight;
    }

    /// <summary>E = −Σ w_ij·s_i·s_j − Σ b_i·s_i, each pair counted once.</summary>
    /// <param name="s">The state: 1 or 0 for each unit.</param>
    /// <returns>The energy: low if the units agree with their weights.</returns>
    public double Energy(int[] s)
    {
        double energy = 0;
        for (int i = 0; i < Units; i++)
        {
            if (s[i] == 0) continue;
            energy -= Biases[i];
            for (int j = 0; j < i; j++) energy -= Weights[i][j] * s[j];
        }
        return energy;
    }

    /// <summary>ΔE_i = E(i off) − E(i on) = b_i + Σ w_ij·s_j: the weighted sum of the neuron of lesson 02.</summary>
    /// <param name="s">The state: 1 or 0 for each unit; the state of unit i itself does not matter.</param>
    /// <param name="i">The unit.</param>
    /// <returns>How much energy turning unit i on saves; negative if it is better off.</returns>
    public double Gap(int[] s, int i)
    {
        double gap = Biases[i];
        double[] w = Weights[i];
        for (int j = 0; j < w.Length; j++)
        {
            if (s[j] != 0) gap += w[j];
        }
        return gap;
    }
}
