namespace Course.BoltzmannMachines;

/// <summary>
/// Hopfield's net with noise: a unit is on with a probability, not for certain. D. H. Ackley, G. E. Hinton, T. J. Sejnowski, A learning
/// algorithm for Boltzmann machines, Cognitive Science 9, 1985, pp. 147-169; first in G. E. Hinton, T. J. Sejnowski, Optimal
/// perceptual inference, CVPR 1983. How it learns is in <see cref="BoltzmannLearning"/>. Defined in lesson 05.
/// </summary>
/// <param name="visible">Units that the world sets while the machine is awake. They come first.</param>
/// <param name="hidden">Units that the world never sees.</param>
public sealed class BoltzmannMachine(int visible, int hidden) : SymmetricNet(visible + hidden)
{
    /// <summary>The number of visible units, which are the first.</summary>
    public int Visible { get; } = visible;

    /// <summary>The number of hidden units.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>p = 1 / (1 + e^(−ΔE/T)): how probably a unit is on, given all others.</summary>
    /// <param name="s">The state: 1 or 0 for each unit.</param>
    /// <param name="i">The unit.</param>
    /// <param name="temperature">T: near zero it is Hopfield's rule, very high it is a tossed coin.</param>
    /// <returns>The probability.</returns>
    public double ProbabilityOn(int[] s, int i, double temperature) => 1 / (1 + Math.Exp(-Gap(s, i) / temperature));

    /// <summary>Asks one unit after the other, drawn at random each time.</summary>
    /// <param name="s">The state: 1 or 0 for each unit. It changes.</param>
    /// <param name="free">The units that may change; all others are clamped.</param>
    /// <param name="time">In units of time: in one, each free unit is asked once on average.</param>
    /// <param name="temperature">T.</param>
    /// <param name="random">The noise.</param>
    public void Run(int[] s, int[] free, int time, double temperature, Random random)
    {
        for (int probe = 0; probe < time * free.Length; probe++)
        {
            int i = free[random.Next(free.Length)];
            s[i] = random.NextDouble() < ProbabilityOn(s, i, temperature) ? 1 : 0;
        }
    }

    /// <summary>Simulated annealing: begins at random, as if it were infinitely hot, and cools down by a plan.</summary>
    /// <param name="s">The state: 1 or 0 for each unit. The free ones change.</param>
    /// <param name="free">The units that may change; all others are clamped.</param>
    /// <param name="schedule">The cooling plan.</param>
    /// <param name="random">The noise.</param>
    public void Anneal(int[] s, int[] free, IEnumerable<AnnealingStep> schedule, Random random)
    {
        foreach (int i in free) s[i] = random.Next(2);
        foreach ((int time, double temperature) in schedule) Run(s, free, time, temperature, random);
    }
}

/// <summary>A part of a cooling plan: so long at that temperature.</summary>
/// <param name="Time">In units of time: in one, each free unit is asked once on average.</param>
/// <param name="Temperature">T, in the unit of the weights.</param>
public readonly record struct AnnealingStep(int Time, double Temperature);
