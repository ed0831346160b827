namespace Course.BoltzmannMachines;

/// <summary>
/// Exact results for small nets: goes through all 2^n states one by one. States are numbered like the rows of a truth table, with unit 0 as
/// the leftmost binary digit. Defined in lesson 05.
/// </summary>
public static class Enumeration
{
    private const int MostUnits = 22;

    /// <summary>The state with that number: 5 is 0101 for four units.</summary>
    /// <param name="number">From 0 to 2^units − 1.</param>
    /// <param name="units">The number of units.</param>
    public static int[] StateOf(int number, int units) => [.. Enumerable.Range(0, units).Select(i => number >> (units - 1 - i) & 1)];

    /// <summary>The number of a state.</summary>
    /// <param name="s">1 or 0 for each unit.</param>
    public static int NumberOf(IEnumerable<int> s) => s.Aggregate(0, (number, bit) => 2 * number + bit);

    /// <summary>P(s) = e^(−E(s)/T) / Z for every state.</summary>
    /// <param name="net">A net of up to 22 units.</param>
    /// <param name="temperature">T.</param>
    /// <returns>2^n probabilities, 1 in total.</returns>
    /// <exception cref="ArgumentException">The net is too large.</exception>
    public static double[] Probabilities(SymmetricNet net, double temperature)
    {
        double[] exponents = Exponents(net, temperature);
        double logZ = LogSumExp(exponents);
        return Array.ConvertAll(exponents, exponent => Math.Exp(exponent - logZ));
    }

    /// <summary>ln Z, the logarithm of the sum of e^(−E(s)/T) over all states: the partition function.</summary>
    /// <inheritdoc cref="Probabilities"/>
    /// <returns>ln Z, in nats.</returns>
    public static double LogPartition(SymmetricNet net, double temperature) => LogSumExp(Exponents(net, temperature));

    /// <summary>
    /// The total variation distance between two distributions: half the sum of the absolute differences. It is 0 for equal distributions
    /// and 1 for distributions with nothing in common.
    /// </summary>
    /// <param name="p">Probabilities.</param>
    /// <param name="q">The probabilities of the other distribution, as many.</param>
    public static double TotalVariation(double[] p, double[] q) => p.Zip(q, (a, b) => Math.Abs(a - b)).Sum() / 2;

    /// <summary>ln Σ e^x, without overflow.</summary>
    /// <param name="x">The exponents, at least one.</param>
    internal static double LogSumExp(double[] x)
    {
        double largest = x.Max();
        return largest + Math.Log(x.Sum(exponent => Math.Exp(exponent - largest)));
    }

    private static double[] Exponents(SymmetricNet net, double temperature)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (net.Units > MostUnits)
            throw new ArgumentException(
                $"A net of {net.Units} units has too many states to go through; up to {MostUnits} units will do. Use annealed importance sampling.", nameof(net));
        return [.. Enumerable.Range(0, 1 << net.Units).Select(number => -net.Energy(StateOf(number, net.Units)) / temperature)];
    }
}
