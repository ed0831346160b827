namespace Course.RecurrentNets;

/// <summary>
/// The adding problem, experiment 4 of Hochreiter and Schmidhuber, 1997: a sequence of pairs, a number and a mark. Two numbers are marked;
/// at the end their sum is asked. Defined in lesson 08.
/// </summary>
/// <param name="X">(T, 2): at each step a number from −1 to 1 and its mark, which is 1 twice, −1 in the first and last pair, else 0.</param>
/// <param name="Target">½ + (X₁ + X₂)/4, from 0 to 1.</param>
public sealed record AddingProblem(double[] X, double Target)
{
    /// <summary>A sequence counts as right if the answer is off by less than this.</summary>
    public const double Tolerance = 0.04;

    /// <summary>Draws a sequence of random length.</summary>
    /// <param name="random">The random number generator.</param>
    /// <param name="minimal">T: the length lies between this and a tenth more, as in the paper.</param>
    public static AddingProblem Draw(Random random, int minimal)
    {
        ArgumentNullException.ThrowIfNull(random);
        return DrawOfLength(random, minimal + random.Next(minimal / 10 + 1));
    }

    /// <summary>Draws a sequence.</summary>
    /// <param name="random">The random number generator.</param>
    /// <param name="length">The number of pairs, more than 20: one of the first ten is marked, and another in the first half.</param>
    public static AddingProblem DrawOfLength(Random random, int length)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, 20);
        var x = new double[2 * length];
        for (int t = 0; t < length; t++) x[2 * t] = 2 * random.NextDouble() - 1;
        int one = random.Next(10), two = random.Next(length / 2 - 2);
        if (two >= one) two++;
        (x[1], x[^1]) = (-1, -1);
        (x[2 * one + 1], x[2 * two + 1]) = (1, 1);
        // The paper: if the first pair gets marked, its number counts as zero.
        double Marked(int t) => t == 0 ? 0 : x[2 * t];
        return new(x, 0.5 + (Marked(one) + Marked(two)) / 4);
    }
}
