namespace Course.Threshold;

/// <summary>
/// The Boolean functions a single weighted threshold unit can compute, found by trying every unit that could matter. Numbers: OEIS A000609;
/// S. Muroga, <i>Threshold Logic and Its Applications</i> (Wiley, 1971), table 2.3.2. Defined in lesson 01.
/// </summary>
/// <remarks>
/// Why trying small whole weights misses nothing. Write each input as -1 or +1. A unit separates the rows correctly when n + 1 numbers (threshold and weights) satisfy one
/// inequality "at least 1" a row. If any do, then so does a corner of that region, where n + 1 of the inequalities are equations; Cramer's rule gives the corner as quotients of
/// determinants of matrices of -1 and +1 of order n + 1. All of these are divisible by 2^n, so multiplying by the common denominator over 2^n leaves whole numbers no larger than
/// the greatest such determinant over 2^n: 1, 1, 2, 3, 5, 9 for n = 1 to 6 (OEIS A003432; Muroga, Toda and Takasu, J. Franklin Institute 271, 1961).
/// </remarks>
public static class ThresholdFunctions
{
    private static readonly int[] s_largestWeight = [1, 1, 1, 2, 3, 5];

    /// <summary>The largest whole weight (over inputs written -1 and +1) that any threshold function of n inputs needs at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 5 inputs.</exception>
    public static int LargestWeight(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, 5);
        return s_largestWeight[inputs];
    }

    /// <summary>How many of the 2^(2^n) functions of n inputs one weighted threshold unit can compute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 5 inputs.</exception>
    public static int Count(int inputs) => Enumerate(inputs, (_, _) => { });

    /// <summary>Every threshold function of n inputs with a unit that computes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 5 inputs.</exception>
    public static IReadOnlyDictionary<BooleanFunction, ThresholdUnit> All(int inputs)
    {
        var found = new Dictionary<BooleanFunction, ThresholdUnit>();
        Enumerate(inputs, (bits, w) => found.Add(new BooleanFunction(inputs, bits), ToUnit(w)));
        return found;
    }

    /// <summary>Whether one weighted threshold unit can compute <paramref name="function"/> (at most 5 inputs).</summary>
    public static bool Contains(BooleanFunction function) => All(function.Inputs).ContainsKey(function);

    private static int Enumerate(int inputs, Action<uint, int[]> whenNew)
    {
        int largest = LargestWeight(inputs);
        var seen = new HashSet<uint>();

        // w[0] is the bias; w[1..n] the weights of inputs written as -1 and +1. Counting in base (2·largest + 1) visits every combination.
        int[] w = new int[inputs + 1];
        Array.Fill(w, -largest);
        do
        {
            uint bits = Tabulate(w, inputs);
            if (seen.Add(bits))
                whenNew(bits, w);
        }
        while (Next(w, largest));

        return seen.Count;
    }

    private static uint Tabulate(int[] w, int inputs)
    {
        uint bits = 0;
        for (int row = 0; row < 1 << inputs; row++)
        {
            int sum = w[0];
            for (int i = 0; i < inputs; i++)
                sum += (row >> (inputs - 1 - i) & 1) == 1 ? w[i + 1] : -w[i + 1];
            if (sum > 0)
                bits |= 1u << row;
        }

        return bits;
    }

    private static bool Next(int[] w, int largest)
    {
        for (int i = 0; i < w.Length; i++)
        {
            if (w[i] < largest)
            {
                w[i]++;
                return true;
            }

            w[i] = -largest;
        }

        return false;
    }

    // With x = (s + 1) / 2 for s in {-1, +1}: bias + Σ w·s > 0 is the same as Σ 2w·x > Σ w - bias, and whole numbers exceed m when they reach m + 1.
    private static ThresholdUnit ToUnit(int[] w)
    {
        int[] weights = [.. w.Skip(1).Select(v => 2 * v)];
        int threshold = w.Skip(1).Sum() - w[0] + 1;

        // Even weights reach an odd threshold when they reach the even number above it; then everything halves.
        return new ThresholdUnit([.. weights.Select(v => v / 2)], (int)Math.Ceiling(threshold / 2.0));
    }
}
