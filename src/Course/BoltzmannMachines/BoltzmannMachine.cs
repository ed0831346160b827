namespace Course.BoltzmannMachines;

/// <summary>
/// A Hopfield net with noise: each unit is on with some probability. D. H. Ackley, G. E. Hinton, T. J. Sejnowski, A learning algorithm for
/// Boltzmann machines, Cognitive Science 9, 1985, pp. 147-169; first in G. E. Hinton, T. J. Sejnowski, Optimal perceptual inference, CVPR
/// 1983. For its learning rule, see <see cref="BoltzmannLearning"/>. Defined in lesson 05.
/// </summary>
/// <param name="visible">Units that the data set while the machine is awake. They come first.</param>
/// <param name="hidden">Units that the data never set.</param>
public sealed class BoltzmannMachine(int visible, int hidden) : SymmetricNet(visible + hidden)
{
    /// <summary>The number of visible units, which come first.</summary>
    public int Visible { get; } = visible;

    /// <summary>The number of hidden units.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>p = 1 / (1 + e^(−ΔE/T)): the probability that a unit is on, given all others.</summary>
    /// <param name="s">The state: 1 or 0 for each unit.</param>
    /// <param name="i">The unit.</param>
    /// <param name="temperature">T: near zero this is Hopfield's rule; at a very high T it is a coin toss.</param>
    /// <returns>The probability.</returns>
    public double ProbabilityOn(int[] s, int i, double temperature) => 1 / (1 + Math.Exp(-Gap(s, i) / temperature));

    /// <summary>Updates units one after another, each drawn at random (Gibbs sampling).</summary>
    /// <param name="s">The state: 1 or 0 for each unit. It changes.</param>
    /// <param name="free">The units that may change; all others are clamped.</param>
    /// <param name="time">In units of time: in one unit, each free unit is updated once on average.</param>
    /// <param name="temperature">T.</param>
    /// <param name="random">The random number generator.</param>
    public void Run(int[] s, int[] free, int time, double temperature, Random random)
    {
        for (int probe = 0; probe < time * free.Length; probe++)
        {
            int i = free[random.Next(free.Length)];
            s[i] = random.NextDouble() < ProbabilityOn(s, i, temperature) ? 1 : 0;
        }
    }

    /// <summary>Simulated annealing: starts from a random state, as at infinite temperature, and cools down along a schedule.</summary>
    /// <param name="s">The state: 1 or 0 for each unit. The free ones change.</param>
    /// <param name="free">The units that may change; all others are clamped.</param>
    /// <param name="schedule">The annealing schedule.</param>
    /// <param name="random">The random number generator.</param>
    public void Anneal(int[] s, int[] free, IEnumerable<AnnealingStep> schedule, Random random)
    {
        foreach (int i in free) s[i] = random.Next(2);
        foreach ((int time, double temperature) in schedule) Run(s, free, time, temperature, random);
    }
}

/// <summary>One step of an annealing schedule: how long to stay at which temperature.</summary>
/// <param name="Time">In units of time: in one unit, each free unit is updated once on average.</param>
/// <param name="Temperature">T, in the unit of the weights.</param>
public readonly record struct AnnealingStep(int Time, double Temperature);
