namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 03.</summary>
internal static class Lesson03Answers
{
    internal static bool NotNegative(int[] timesOn, int[] timesOff) => timesOn.Concat(timesOff).All(t => t >= 0);

    internal static bool Something(int[] times) => times.Any(t => t != 0);

    internal static bool SameSums(int[][] on, int[][] off, int[] timesOn, int[] timesOff) => Enumerable.Range(0, on[0].Length)
        .All(j => on.Zip(timesOn, (x, t) => (long)t * x[j]).Sum() == off.Zip(timesOff, (x, t) => (long)t * x[j]).Sum());

    internal static bool Balances(int[][] on, int[][] off, int[] timesOn, int[] timesOff) =>
        NotNegative(timesOn, timesOff) && Something(timesOn) && timesOn.Sum() == timesOff.Sum() && SameSums(on, off, timesOn, timesOff);

    /// <summary>
    /// Runs the learning rule until its weights, after a round, return to an earlier value. Returns how often it corrected each point.
    /// </summary>
    internal static int[] Walk(int[][] on, int[][] off, bool wholeWay = false, bool biasToo = true, bool biasLearns = true)
    {
        (int[] Point, int Wanted)[] examples = [.. on.Select(x => (x, 1)), .. off.Select(x => (x, 0))];
        int[] w = new int[on[0].Length];
        int b = 0;
        int[] corrections = new int[examples.Length];
        var before = new Dictionary<string, int[]>();
        while (before.TryAdd(Place(), [.. corrections]))
        {
            bool mistake = false;
            for (int i = 0; i < examples.Length; i++)
            {
                (int[] x, int wanted) = examples[i];
                int error = wanted - (w.Zip(x, (weight, input) => weight * input).Sum() + b > 0 ? 1 : 0);
                (w, b) = ([.. w.Zip(x, (weight, input) => weight + error * input)], biasLearns ? b + error : b);
                corrections[i] += Math.Abs(error);
                mistake |= error != 0;
            }

            if (!mistake)
                return [];
        }

        return wholeWay ? corrections : [.. corrections.Zip(before[Place()], (now, then) => now - then)];

        string Place() => $"{string.Join(' ', w)} {(biasToo ? b : 0)}";
    }

    internal static IEnumerable<int> Hidden(int[] x) => x.Select((_, k) => x.Sum() >= k + 1 ? 1 : 0);

    internal static int Functions(int n, int least, int greatest, int from, int to)
    {
        var seen = new HashSet<int>();
        int weightings = (int)Math.Pow(greatest - least + 1, n);
        for (int code = 0; code < weightings; code++)
        {
            int[] w = [.. Enumerable.Range(0, n)
                .Select(i => least + code / (int)Math.Pow(greatest - least + 1, i) % (greatest - least + 1))];
            int[] sums = [.. Enumerable.Range(0, 1 << n).Select(row => w.Where((_, i) => (row >> i & 1) == 1).Sum())];
            for (int threshold = from; threshold <= to; threshold++)
            {
                int bits = 0;
                for (int row = 0; row < sums.Length; row++) bits |= sums[row] >= threshold ? 1 << row : 0;
                seen.Add(bits);
            }
        }

        return seen.Count;
    }

    internal static int[] Weights(int[] table, Func<int, int, bool> counts)
    {
        var weights = new int[table.Length];
        for (int r = 0; r < table.Length; r++)
        {
            weights[r] = table[r] - Enumerable.Range(0, r).Where(a => counts(a, r)).Sum(a => weights[a]);
        }

        return weights;
    }
}
