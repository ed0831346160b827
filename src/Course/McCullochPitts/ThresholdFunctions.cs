namespace Course.McCullochPitts;

/// <summary>
/// The Boolean functions a single weighted threshold unit can compute, found by trying every unit that could matter. For the numbers, see
/// OEIS A000609; S. Muroga, <i>Threshold Logic and Its Applications</i> (Wiley, 1971), table 2.3.2. Defined in lesson 01.
/// </summary>
/// <remarks>
/// Why trying small whole weights misses nothing: write each input as -1 or +1. A unit separates the rows correctly if n + 1 numbers
/// (threshold and weights) satisfy one inequality "at least 1" per row. If any numbers do, then so does a corner of that region, where
/// n + 1 of the inequalities are equations. Cramer's rule gives the corner as quotients of determinants of matrices of -1 and +1 of order
/// n + 1. All of these are divisible by 2^n, so multiplying by the common denominator over 2^n leaves whole numbers no larger than the
/// greatest such determinant over 2^n: 1, 1, 2, 3, 5, 9 for n = 1 to 6 (OEIS A003432; Muroga, Toda and Takasu, J. Franklin Institute 271,
/// 1961).
/// </remarks>
public static class ThresholdFunctions
{
    private static readonly int[] largestWeight = [1, 1, 1, 2, 3, 5, 9];

    /// <summary>The largest whole weight that a threshold function of n inputs can need (with inputs written -1 and +1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 6 inputs.</exception>
    public static int LargestWeight(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, 6);
        return largestWeight[inputs];
    }

    /// <summary>
    /// The number of functions, out of 2^(2^n), that one weighted threshold unit of n inputs can compute: tries every combination of
    /// weights and threshold.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 5 inputs: for 6 there are a billion combinations; see <see
    /// cref="CountBySymmetry"/>.</exception>
    public static int Count(int inputs)
    {
        var seen = new HashSet<ulong>();
        TryAll(inputs, (bits, _) => seen.Add(bits));
        return seen.Count;
    }

    /// <summary>
    /// The same number, computed with symmetry for up to 6 inputs. It visits only functions with decreasing weights, w1 ≥ w2 ≥ ... ≥ 0, and
    /// counts each as often as renaming and negating inputs gives a new function. Every threshold function comes from exactly one of these.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 6 inputs.</exception>
    public static long CountBySymmetry(int inputs)
    {
        int largest = LargestWeight(inputs);
        var seen = new HashSet<ulong>();
        long count = 0;
        int[] w = new int[inputs + 1];
        Fall(1, largest);
        return count;

        void Fall(int input, int most)
        {
            if (input <= inputs)
            {
                for (w[input] = 0; w[input] <= most; w[input]++)
                    Fall(input + 1, w[input]);
                return;
            }

            for (w[0] = -largest; w[0] <= largest; w[0]++)
            {
                ulong bits = Tabulate(w, inputs);
                if (seen.Add(bits))
                    count += new BooleanFunction(inputs, bits).Variants();
            }
        }
    }

    /// <summary>Every threshold function of n inputs, each with a unit that computes it, one of those with the smallest weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 5 inputs.</exception>
    public static IReadOnlyDictionary<BooleanFunction, ThresholdUnit> All(int inputs)
    {
        var found = new Dictionary<ulong, (int Size, int[] Weights)>();
        TryAll(inputs, (bits, w) =>
        {
            int size = w.Sum(Math.Abs);
            if (!found.TryGetValue(bits, out (int Size, int[] Weights) best) || size < best.Size)
                found[bits] = (size, [.. w]);
        });
        return found.ToDictionary(f => new BooleanFunction(inputs, f.Key), f => ToUnit(f.Value.Weights));
    }

    /// <summary>Whether one weighted threshold unit can compute <paramref name="function"/> (at most 5 inputs).</summary>
    public static bool Contains(BooleanFunction function) => All(function.Inputs).ContainsKey(function);

    private static void TryAll(int inputs, Action<ulong, int[]> visit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, 5);
        int largest = LargestWeight(inputs);

        // w[0] is the bias; w[1..n] are the weights of inputs written as -1 and +1. Counting in base (2·largest + 1) visits every
        // combination.
        int[] w = new int[inputs + 1];
        Array.Fill(w, -largest);
        do
            visit(Tabulate(w, inputs), w);
        while (Next(w, largest));
    }

    private static ulong Tabulate(int[] w, int inputs)
    {
        ulong bits = 0;
        for (int row = 0; row < 1 << inputs; row++)
        {
            int sum = w[0];
            for (int i = 0; i < inputs; i++)
                sum += (row >> (inputs - 1 - i) & 1) == 1 ? w[i + 1] : -w[i + 1];
            if (sum > 0)
                bits |= 1UL << row;
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

    // With x = (s + 1) / 2 for s in {-1, +1}: bias + Σ w·s > 0 is equivalent to Σ 2w·x > Σ w - bias. Whole numbers exceed m when they reach
    // m + 1.
    private static ThresholdUnit ToUnit(int[] w)
    {
        int[] weights = [.. w.Skip(1).Select(v => 2 * v)];
        int threshold = w.Skip(1).Sum() - w[0] + 1;

        // With even weights, reaching an odd threshold means reaching the even number above it; then everything can be halved.
        return new ThresholdUnit([.. weights.Select(v => v / 2)], (int)Math.Ceiling(threshold / 2.0));
    }
}
