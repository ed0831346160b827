namespace Course.BoltzmannMachines;

/// <summary>The exercises of lesson 05.</summary>
internal static class Lesson05Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<Func<double[][], double[], int[], double>>("05.energy", "Energy of a state", points: 2)
            .Case([Triangle(), new double[] { 0, 0, 0 }, new[] { 1, 1, 0 }], expected: -2.0, note: "one pair is on, and its weight is 2")
            .Case([Triangle(), new[] { 0.5, -1, 0 }, new[] { 1, 1, 1 }], expected: -2 + 3 - 0.5 + 1, note: "all on: three pairs, three biases")
            .Case([Triangle(), new[] { 0.5, -1, 0 }, new[] { 0, 0, 0 }], expected: 0.0, note: "all off: nothing to pay")
            .Mistake("Each pair is counted twice: once as i and j, once as j and i. Let j run only over the units before i.", (double[][] w, double[] b, int[] s) => 2 * PairEnergy(w, s) - BiasSum(b, s))
            .Mistake("The sign is turned: units that agree with their weights have a low energy.", (double[][] w, double[] b, int[] s) => BiasSum(b, s) - PairEnergy(w, s))
            .Mistake("The biases are missing.", (double[][] w, double[] b, int[] s) => PairEnergy(w, s))
            .Within(1e-9),

        Exercise.Define<Func<double[][], double[], int[], int, double, double>>("05.conditional", "How probably a unit is on", points: 2)
            .Case([Triangle(), new double[] { 0, 0, 0 }, new[] { 0, 0, 0 }, 1, 1.0], expected: 0.5, note: "nothing speaks for or against it: a tossed coin")
            .Case([Triangle(), new double[] { 0, 0, 0 }, new[] { 1, 0, 0 }, 1, 1.0], expected: Sigmoid(2), note: "unit 0 is on and attracts it")
            .Case([Triangle(), new[] { 0, 0.5, 0 }, new[] { 1, 1, 1 }, 1, 4.0], expected: Sigmoid((2 - 3 + 0.5) / 4), note: "temperature 4: what it is itself does not matter")
            .Mistake("This is the probability of being off: the gap must be positive where the unit is better on.", (double[][] w, double[] b, int[] s, int i, double t) => Sigmoid(-Gap(w, b, s, i) / t))
            .Mistake("The temperature is missing: divide the gap by it.", (double[][] w, double[] b, int[] s, int i, double t) => Sigmoid(Gap(w, b, s, i)))
            .Mistake("Divide by the temperature: heat makes the gap count for less.", (double[][] w, double[] b, int[] s, int i, double t) => Sigmoid(Gap(w, b, s, i) * t))
            .Within(1e-9),

        Exercise.Define<Func<int[][], int[][], double, double[][]>>("05.wake-sleep", "Awake minus asleep", points: 3)
            .Case([new int[][] { [1, 1], [0, 0] }, new int[][] { [1, 0], [0, 1] }, 1.0], expected: new double[][] { [0, 0.5], [0.5, 0] }, note: "together in half of the data, never in the dreams")
            .Case([new int[][] { [1, 1, 0], [1, 1, 1] }, new int[][] { [1, 1, 1], [1, 0, 1], [0, 0, 0], [1, 1, 1] }, 0.5], expected: new double[][] { [0, 0.25, -0.125], [0.25, 0, 0], [-0.125, 0, 0] }, note: "two states awake, four asleep")
            .Mistake("Asleep minus awake: this would unlearn the data and learn the dreams.", (int[][] awake, int[][] asleep, double eta) => Difference(asleep, awake, eta, awake: asleep.Length, asleep: awake.Length))
            .Mistake("Divide each count by the number of its own states: there need not be as many dreams as data.", (int[][] awake, int[][] asleep, double eta) => Difference(awake, asleep, eta, awake.Length, awake.Length))
            .Mistake("The diagonal must stay zero: no unit is joined to itself.", (int[][] awake, int[][] asleep, double eta) => Difference(awake, asleep, eta, awake.Length, asleep.Length, diagonal: true))
            .Within(1e-9),

        Exercise.Define<Func<double[][], double[], double[], double[], double, double[][]>>("05.cd1", "One step of contrastive divergence", points: 4)
            .Case([new double[][] { [0, 0] }, new double[] { 1, 0 }, new[] { 0.4 }, new[] { 0.6, 0.3 }, 1.0], expected: new double[][] { [0.5, -0.5] }, note: "weights zero: every probability is one half, and the dream is (0, 1)")
            .Case([Pairs(), new double[] { 1, 1, 0 }, new[] { 0.3, 0.9 }, new[] { 0.5, 0.7, 0.4 }, 0.1], expected: CdStep(Pairs(), [1, 1, 0], [0.3, 0.9], [0.5, 0.7, 0.4], 0.1), note: "two hidden units, three visible")
            .Case([Pairs(), new double[] { 0, 0, 1 }, new[] { 0.1, 0.8 }, new[] { 0.2, 0.2, 0.9 }, 1.0], expected: CdStep(Pairs(), [0, 0, 1], [0.1, 0.8], [0.2, 0.2, 0.9], 1.0), note: "another picture, other coins")
            .Mistake("The sign is turned: add what goes together in the data, subtract what goes together in the dream.", (double[][] w, double[] v, double[] uh, double[] uv, double eta) => CdStep(w, v, uh, uv, -eta))
            .Mistake("The dream must start from hidden units that are on or off: toss the coins before you go back down.", (double[][] w, double[] v, double[] uh, double[] uv, double eta) => CdStep(w, v, uh, uv, eta, new(HiddenCoins: false)))
            .Mistake("Toss the coins of the visible units too: the dream is a picture of ones and zeros.", (double[][] w, double[] v, double[] uh, double[] uv, double eta) => CdStep(w, v, uh, uv, eta, new(VisibleCoins: false)))
            .Mistake("Ask the hidden units again about the dream: the second statistics need their probabilities given v₁.", (double[][] w, double[] v, double[] uh, double[] uv, double eta) => CdStep(w, v, uh, uv, eta, new(AskAgain: false)))
            .Within(1e-9),

        Exercise.Define<Func<double[][], double[], double[], double[], double>>("05.likelihood", "Exact log-likelihood by enumeration", points: 5)
            .Case([new double[][] { [0, 0] }, new double[] { 0, 0 }, new double[] { 0 }, new double[] { 1, 0 }], expected: -2 * Math.Log(2), note: "nothing learned: each of the four pictures has probability 1/4")
            .Case([new double[][] { [0] }, new[] { Math.Log(3) }, new double[] { 0 }, new double[] { 1 }], expected: Math.Log(0.75), note: "a bias of ln 3: on in three cases of four")
            .Case([Pairs(), new[] { 0.1, -0.2, 0.3 }, new[] { 0.5, -0.5 }, new double[] { 1, 1, 0 }], expected: LogOf(Pairs(), [0.1, -0.2, 0.3], [0.5, -0.5], [1, 1, 0]), note: "three visible, two hidden: 32 states")
            .Case([new double[][] { [800, 800] }, new double[] { 0, 0 }, new double[] { 0 }, new double[] { 1, 1 }], expected: 0.0, note: "e to the 1600 is more than a double holds: take out the largest exponent first")
            .Mistake("Z is missing: subtract the logarithm of the sum over all states.", (double[][] w, double[] b, double[] c, double[] v) => LogSum(w, b, c, v))
            .Mistake("Z runs over all visible states as well, not only over the hidden states of this picture.", (double[][] w, double[] b, double[] c, double[] v) => 0.0)
            .Mistake("Infinity: subtract the largest exponent from all before you raise e to them, and add it to the logarithm.", (double[][] w, double[] b, double[] c, double[] v) => Math.Log(Math.Exp(LogSum(w, b, c, v)) / Pictures(v.Length).Sum(x => Math.Exp(LogSum(w, b, c, x)))))
            .Within(1e-9),
    ];

    private static double[][] Triangle() => [[0, 2, 0], [2, 0, -3], [0, -3, 0]];

    internal static double[][] Pairs() => [[1, -1, 0.5], [-0.5, 2, 1]];

    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    internal static double BiasSum(double[] b, int[] s) => b.Zip(s, (bias, on) => bias * on).Sum();

    internal static double PairEnergy(double[][] w, int[] s) =>
        -Enumerable.Range(0, s.Length).Sum(i => Enumerable.Range(0, i).Sum(j => w[i][j] * s[i] * s[j]));

    internal static double Gap(double[][] w, double[] b, int[] s, int i) => b[i] + w[i].Zip(s, (weight, on) => weight * on).Sum();

    internal static double[][] Difference(int[][] first, int[][] second, double eta, double awake, double asleep, bool diagonal = false)
    {
        int[] units = [.. Enumerable.Range(0, first[0].Length)];
        return [.. units.Select(i => units.Select(j => i == j && !diagonal ? 0 : eta * (first.Sum(s => s[i] * s[j]) / awake - second.Sum(s => s[i] * s[j]) / asleep)).ToArray())];
    }

    internal static double[][] CdStep(double[][] w, double[] v0, double[] hiddenCoins, double[] visibleCoins, double eta, CdChoices? choices = null)
    {
        choices ??= new();
        double[] p0 = Up(w, v0);
        double[] h0 = choices.HiddenCoins ? Toss(p0, hiddenCoins) : p0;
        double[] q = [.. v0.Select((_, i) => Sigmoid(w.Zip(h0, (row, on) => row[i] * on).Sum()))];
        double[] v1 = choices.VisibleCoins ? Toss(q, visibleCoins) : q;
        double[] p1 = choices.AskAgain ? Up(w, v1) : p0;
        return [.. w.Select((row, j) => row.Select((weight, i) => weight + eta * (p0[j] * v0[i] - p1[j] * v1[i])).ToArray())];
    }

    internal static double[] Up(double[][] w, double[] v) => [.. w.Select(row => Sigmoid(row.Zip(v, (weight, on) => weight * on).Sum()))];

    internal static double[] Toss(double[] p, double[] coins) => [.. p.Zip(coins, (chance, coin) => coin < chance ? 1.0 : 0.0)];

    internal static double LogOf(double[][] w, double[] b, double[] c, double[] v) =>
        LogSum(w, b, c, v) - BoltzmannMachines.Enumeration.LogSumExp([.. Pictures(v.Length).Select(x => LogSum(w, b, c, x))]);

    // ln of the sum over the hidden states; for each hidden unit the sum is 1 + e^(what it receives).
    internal static double LogSum(double[][] w, double[] b, double[] c, double[] v) =>
        b.Zip(v, (bias, on) => bias * on).Sum()
        + w.Select((row, j) => c[j] + row.Zip(v, (weight, on) => weight * on).Sum()).Sum(x => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))));

    internal static IEnumerable<double[]> Pictures(int pixels) =>
        Enumerable.Range(0, 1 << pixels).Select(number => Enumerable.Range(0, pixels).Select(i => (double)(number >> i & 1)).ToArray());

    /// <summary>What an answer to 05.cd1 does at each turning.</summary>
    internal sealed record CdChoices(bool HiddenCoins = true, bool VisibleCoins = true, bool AskAgain = true);
}
