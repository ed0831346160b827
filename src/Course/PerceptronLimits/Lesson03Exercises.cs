namespace Course.PerceptronLimits;

/// <summary>The exercises of lesson 03: what is asked, the cases a learner sees, and the mistakes that get a hint of their own.</summary>
internal static class Lesson03Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } = [Certificate(), ParityNet(), Count(), Masks(), Cycle()];

    private static Exercise Certificate() =>
        Exercise.Define<Func<int[][], int[][], int[], int[], bool>>("03.certificate", "From four inequalities to a certificate", points: 2)
            .Case([Points([0, 1], [1, 0]), Points([0, 0], [1, 1]), Numbers(1, 1), Numbers(1, 1)], expected: true, note: "XOR: one copy of each corner")
            .Case([Points([1, 1]), Points([0, 0], [0, 1], [1, 0]), Numbers(1), Numbers(0, 1, 0)], expected: false, note: "AND: the sums differ")
            .Case([Points([0, 1], [1, 0]), Points([0, 0], [1, 1]), Numbers(0, 0), Numbers(0, 0)], expected: false, note: "nothing taken proves nothing")
            .Case([Points([2]), Points([1]), Numbers(1), Numbers(2)], expected: false, note: "equal sums, but one point against two: 2 > 1.5 separates them")
            .Case([Points([1], [3]), Points([2]), Numbers(1, 1), Numbers(2)], expected: true, note: "a point taken twice")
            .Case([Points([0], [1]), Points([2]), Numbers(-1, 2), Numbers(1)], expected: false, note: "a point cannot be taken −1 times")
            .Mistake("You do not compare how many points are taken of each kind: the bias is added once for each point, so they must be equally many.",
                (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => NotNegative(timesOn, timesOff) && Something(timesOn) && SameSums(on, off, timesOn, timesOff))
            .Mistake("Taking nothing at all balances too, but it proves nothing: something must be taken.",
                (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => NotNegative(timesOn, timesOff) && timesOn.Sum() == timesOff.Sum() && SameSums(on, off, timesOn, timesOff))
            .Mistake("A negative number of copies would turn an inequality round: refuse it.",
                (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => Something(timesOn) && timesOn.Sum() == timesOff.Sum() && SameSums(on, off, timesOn, timesOff))
            .Mistake("You forgot to multiply each point by the number of times it is taken.",
                (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => NotNegative(timesOn, timesOff) && Something(timesOn) && timesOn.Sum() == timesOff.Sum()
                    && SameSums(on, off, [.. timesOn.Select(t => Math.Min(t, 1))], [.. timesOff.Select(t => Math.Min(t, 1))]));

    private static Exercise ParityNet() =>
        Exercise.Define<Func<int[], int[]>>("03.parity", "Parity with hidden threshold units", points: 2)
            .Case([Numbers(0, 0, 0)], expected: Numbers(0, 0, 0, 0))
            .Case([Numbers(0, 1, 0)], expected: Numbers(1, 0, 0, 1), note: "one is on: odd")
            .Case([Numbers(1, 0, 1)], expected: Numbers(1, 1, 0, 0), note: "two are on: the second hidden unit must undo the first")
            .Case([Numbers(1, 1, 1)], expected: Numbers(1, 1, 1, 1))
            .Case([Numbers(1, 1)], expected: Numbers(1, 1, 0), note: "two inputs: XOR")
            .Case([Numbers(1, 1, 0, 1, 1)], expected: Numbers(1, 1, 1, 1, 0, 0), note: "five inputs, four of them on")
            .Mistake("The output unit adds up all hidden units with weight 1, so it is on whenever anything is: the second, fourth, ... hidden unit must count against.",
                (int[] x) => (int[])[.. Hidden(x), x.Sum() > 0 ? 1 : 0])
            .Mistake("Hidden unit k copies input k. It should be on where at least k inputs are on, whichever they are.",
                (int[] x) => (int[])[.. x, x.Sum() % 2])
            .Mistake("Hidden unit k should be on where at least k inputs are on; yours waits for more than k.",
                (int[] x) => (int[])[.. x.Select((_, k) => x.Sum() > k + 1 ? 1 : 0), x.Sum() % 2])
            .Mistake("Hidden unit k should stay on when more than k inputs are on: at least k, not exactly k. A threshold unit cannot compute \"exactly\".",
                (int[] x) => (int[])[.. x.Select((_, k) => x.Sum() == k + 1 ? 1 : 0), x.Sum() % 2]);

    private static Exercise Count() =>
        Exercise.Define<Func<int, int, int>>("03.count", "Count what a unit can do", points: 3)
            .Case([1, 1], expected: 4, note: "on, off, the input and its opposite")
            .Case([2, 1], expected: 14, note: "all but XOR and its opposite")
            .Case([3, 0], expected: 2, note: "all weights 0: always on, always off")
            .Case([3, 1], expected: 56)
            .Case([3, 2], expected: 104, note: "all of the threshold functions of three inputs")
            .Mistake("You count units, not functions: two units that agree on all inputs count once.",
                (int n, int m) => (int)Math.Pow(2 * m + 1, n) * (2 * n * m + 2))
            .Mistake("Weights may be negative too: from −m to m.", (int n, int m) => Functions(n, 0, m, -n * m, n * m + 1))
            .Mistake("You miss a function that is always on or always off: let the threshold go beyond the largest and the smallest sum.",
                (int n, int m) => Functions(n, -m, m, -n * m + 1, n * m))
            .Mistake("Only thresholds above 0? A unit that is on when nothing is on needs a threshold of 0 or less.",
                (int n, int m) => Functions(n, -m, m, 1, n * m + 1));

    private static Exercise Masks() =>
        Exercise.Define<Func<int[], int[]>>("03.masks", "With products, everything is linear", points: 3)
            .Case([Numbers(0, 1, 1, 0)], expected: Numbers(0, 1, 1, -2), note: "XOR = x₁ + x₂ − 2 x₁x₂")
            .Case([Numbers(0, 0, 0, 1)], expected: Numbers(0, 0, 0, 1), note: "AND is the product itself")
            .Case([Numbers(1, 0)], expected: Numbers(1, -1), note: "NOT = 1 − x₁")
            .Case([Numbers(0, 1, 1, 0, 1, 0, 0, 1)], expected: Numbers(0, 1, 1, -2, 1, -2, -2, 4), note: "parity of three")
            .Case([Numbers(1, 1, 1, 1, 1, 1, 1, 0)], expected: Numbers(1, 0, 0, 0, 0, 0, 0, -1), note: "NAND of three")
            .Mistake("You subtract only the constant. From row r subtract the weights of all products that are 1 there, the pairs and triples too.",
                (int[] table) => (int[])[.. table.Select((y, r) => r == 0 ? y : y - table[0])])
            .Mistake("You subtract the outputs of the smaller rows, not their weights: those rows contain each other's products.",
                (int[] table) => (int[])[.. table.Select((y, r) => y - Enumerable.Range(0, r).Where(a => (a & r) == a).Sum(a => table[a]))])
            .Mistake("You subtract the weights of all earlier rows. Only products whose inputs are all on in row r count: (A & r) == A.",
                (int[] table) => Weights(table, (_, _) => true));

    private static Exercise Cycle() =>
        Exercise.Define<Func<int[][], int[][], int[]>>("03.cycle", "The ring is a certificate", points: 4)
            .Case([Points([0, 1], [1, 0]), Points([0, 0], [1, 1])], expected: Numbers(1, 1, 1, 1), note: "XOR")
            .Case([Points([1], [3]), Points([2])], expected: Numbers(1, 1, 2), note: "the point between must be taken twice as often")
            .Case([Points([1, 1]), Points([0, 0], [0, 1], [1, 0])], expected: Numbers(), note: "AND: the rule comes to rest, so there is nothing to prove")
            .Case([Points([5]), Points([5])], expected: Numbers(1, 1), note: "on and off at once")
            .Case([Points([0, 0], [1, 1], [2, 2]), Points([1, 1], [3, 0])], expected: Numbers(0, 1, 0, 1, 0), note: "some points may not be needed")
            .AcceptWhere((int[][] on, int[][] off, int[] expected, int[] got) =>
                expected.Length > 0 && got.Length == expected.Length && Balances(on, off, got[..on.Length], got[on.Length..]))
            .Mistake("You count from the very beginning. What was corrected on the way to the ring does not cancel: count from where the weights stood the first time.",
                (int[][] on, int[][] off) => Walk(on, off, wholeWay: true))
            .Mistake("You count how often each point is shown. Count only corrections.",
                (int[][] on, int[][] off) => Walk(on, off) is { Length: > 0 } ring ? Array.ConvertAll(ring, _ => 1) : [])
            .Mistake("You count the corrections of \"off\" points as negative. How often a point is taken is never below 0, on either side.",
                (int[][] on, int[][] off) => (int[])[.. Walk(on, off).Select((times, i) => i < on.Length ? times : -times)])
            .Mistake("The bias belongs to the weights too: they stand where they stood before only if the bias does.",
                (int[][] on, int[][] off) => Walk(on, off, biasToo: false));

    internal static int[] Numbers(params int[] numbers) => numbers;

    internal static int[][] Points(params int[][] points) => points;

    internal static bool NotNegative(int[] timesOn, int[] timesOff) => timesOn.Concat(timesOff).All(t => t >= 0);

    internal static bool Something(int[] times) => times.Any(t => t != 0);

    internal static bool SameSums(int[][] on, int[][] off, int[] timesOn, int[] timesOff) => Enumerable.Range(0, on[0].Length)
        .All(j => on.Zip(timesOn, (x, t) => (long)t * x[j]).Sum() == off.Zip(timesOff, (x, t) => (long)t * x[j]).Sum());

    internal static bool Balances(int[][] on, int[][] off, int[] timesOn, int[] timesOff) =>
        NotNegative(timesOn, timesOff) && Something(timesOn) && timesOn.Sum() == timesOff.Sum() && SameSums(on, off, timesOn, timesOff);

    /// <summary>Lets the learning rule walk until its weights stand, after a round, where they stood before; returns how often it corrected each point.</summary>
    internal static int[] Walk(int[][] on, int[][] off, bool wholeWay = false, bool biasToo = true)
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
                (w, b) = ([.. w.Zip(x, (weight, input) => weight + error * input)], b + error);
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
            int[] w = [.. Enumerable.Range(0, n).Select(i => least + code / (int)Math.Pow(greatest - least + 1, i) % (greatest - least + 1))];
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
