namespace Course.BoltzmannMachines;

/// <summary>
/// How a Boltzmann machine learns: Ackley, Hinton and Sejnowski, Cognitive Science 9, 1985, section 4, with the settings of the 4-2-4
/// encoder unless others are given. The paper leaves some choices open. We chose these: the noise on a clamped vector is drawn once per
/// settling; statistics are taken once per unit of time; a weight stays if its two statistics are equal; biases learn like weights from a
/// unit that is always on.
/// Defined in lesson 05.
/// </summary>
/// <param name="machine">The machine that learns.</param>
/// <param name="connections">The connected pairs of units; no other weight changes.</param>
public sealed class BoltzmannLearning(BoltzmannMachine machine, IReadOnlyList<(int I, int J)> connections)
{
    private readonly int[] everyUnit = [.. Enumerable.Range(0, machine.Units)];
    private readonly int[] hiddenUnits = [.. Enumerable.Range(machine.Visible, machine.Hidden)];

    /// <summary>The annealing schedule: 2 units of time at temperature 20, 2 at 15, 2 at 12, 4 at 10.</summary>
    public static IReadOnlyList<AnnealingStep> Schedule { get; } = [new(2, 20), new(2, 15), new(2, 12), new(4, 10)];

    /// <summary>The temperature at which statistics are taken.</summary>
    public const double Temperature = 10;

    /// <summary>The number of units of time over which statistics are taken.</summary>
    public const int StatisticsTime = 10;

    /// <summary>How often the machine settles for each vector in a cycle.</summary>
    public int SettlingsPerVector { get; init; } = 2;

    /// <summary>The size of every weight change in a cycle, up or down.</summary>
    public const double WeightStep = 2;

    /// <summary>The probability that an on bit is clamped off.</summary>
    public double OnToOff { get; init; } = 0.15;

    /// <summary>
    /// The probability that an off bit is clamped on. Without it, the weights of a bit that is never on would drift without limit.
    /// </summary>
    public double OffToOn { get; init; } = 0.05;

    /// <summary>One learning cycle: awake, asleep, then one step on every weight.</summary>
    /// <param name="environment">The training vectors for the visible units, each equally often.</param>
    /// <param name="random">The random number generator.</param>
    public void Cycle(IReadOnlyList<int[]> environment, Random random)
    {
        double[][] awake = NewStatistics(), asleep = NewStatistics();
        foreach (int[] vector in environment)
        {
            for (int settling = 0; settling < SettlingsPerVector; settling++)
            {
                Gather(Noisy(vector, random), hiddenUnits, awake, random);
                Gather(new int[machine.Visible], everyUnit, asleep, random);
            }
        }

        foreach ((int i, int j) in connections)
        {
            double change = WeightStep * Math.Sign(awake[i][j] - asleep[i][j]);
            machine.Join(i, j, machine.Weights[i][j] + change);
        }
        for (int i = 0; i < machine.Units; i++)
            machine.Biases[i] += WeightStep * Math.Sign(awake[i][i] - asleep[i][i]);
    }

    // Settles, then counts how often each pair of units is on together; on the diagonal, how often a unit is on.
    private void Gather(int[] vector, int[] free, double[][] together, Random random)
    {
        var s = new int[machine.Units];
        vector.CopyTo(s, 0);
        machine.Anneal(s, free, Schedule, random);
        for (int time = 0; time < StatisticsTime; time++)
        {
            machine.Run(s, free, time: 1, Temperature, random);
            for (int i = 0; i < s.Length; i++)
            {
                if (s[i] == 0) continue;
                for (int j = 0; j <= i; j++) together[i][j] += s[j];
            }
        }
    }

    private int[] Noisy(int[] vector, Random random) =>
        Array.ConvertAll(vector, bit => random.NextDouble() < (bit == 1 ? OnToOff : OffToOn) ? 1 - bit : bit);

    private double[][] NewStatistics() => Array.ConvertAll(everyUnit, _ => new double[machine.Units]);
}
