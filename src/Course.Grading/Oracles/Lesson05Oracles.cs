using static Course.BoltzmannMachines.Lesson05Exercises;

namespace Course.Grading;

/// <summary>The hidden halves of lesson 05. Weights are quarters, so that sums are exact in any order and a tie is a tie for everybody.</summary>
internal static class Lesson05Oracles
{
    private const string Family = "Course.Energy";

    internal static IReadOnlyList<Oracle> All { get; } = [EnergyOf(), Conditional(), WakeSleep(), Cd1(), Likelihood()];

    private static Oracle EnergyOf() =>
        Oracle.Define("05.energy", Family, (double[][] w, double[] b, int[] s) => PairEnergy(w, s) - BiasSum(b, s))
            .Edge(EdgeKind.One, "one unit, which is on", [new double[][] { [0] }, new[] { -1.5 }, new[] { 1 }])
            .Edge(EdgeKind.Special, "the first and the last unit are on", [Wired(4, (i, j) => i + 4 * j), new[] { 0.5, 1, 2, -4 }, new[] { 1, 0, 0, 1 }])
            .Edge(EdgeKind.Negative, "everybody dislikes everybody", [Wired(4, (_, _) => -2), new double[4], new[] { 1, 1, 1, 1 }])
            .Edge(EdgeKind.VeryLarge, "weights in the millions", [Wired(3, (i, j) => 1e6 * (i + j)), new[] { 1e6, 0, -3e6 }, new[] { 1, 0, 1 }])
            .Edge(EdgeKind.Many, "forty units", random => Net(40, random))
            .Random(15, random => Net(random.Next(2, 8), random))
            .Mutant("only pairs that stand side by side", (double[][] w, double[] b, int[] s) => -Enumerable.Range(1, s.Length - 1).Sum(i => w[i][i - 1] * s[i] * s[i - 1]) - BiasSum(b, s))
            .Mutant("biases with the wrong sign", (double[][] w, double[] b, int[] s) => PairEnergy(w, s) + BiasSum(b, s))
            .Mutant("all biases, also of units that are off", (double[][] w, double[] b, int[] s) => PairEnergy(w, s) - b.Sum())
            .Mutant("pairs that are equal, on or off", (double[][] w, double[] b, int[] s) => PairEnergy(w, s) + PairEnergy(w, Flipped(s)) - BiasSum(b, s))
            .Mutant("half of the biases too", (double[][] w, double[] b, int[] s) => PairEnergy(w, s) - BiasSum(b, s) / 2);

    private static Oracle Conditional() =>
        Oracle.Define("05.conditional", Family, (double[][] w, double[] b, int[] s, int i, double t) => Sigmoid(Gap(w, b, s, i) / t))
            .Edge(EdgeKind.One, "a unit alone", [new double[][] { [0] }, new[] { -0.75 }, new[] { 1 }, 0, 0.5])
            .Edge(EdgeKind.Tie, "what speaks for it and against it is equal", [Wired(3, (i, j) => i + j == 2 ? -2 : 2), new double[3], new[] { 0, 1, 1 }, 0, 2.0])
            .Edge(EdgeKind.Special, "the last unit", [Wired(4, (i, j) => i - j), new[] { 1.0, 2, 3, -1 }, new[] { 1, 0, 1, 1 }, 3, 3.0])
            .Edge(EdgeKind.Negative, "disliked by all", [Wired(4, (_, _) => -2), new double[4], new[] { 1, 1, 0, 1 }, 2, 4.0])
            .Edge(EdgeKind.VeryLarge, "certain to be off", [Wired(2, (_, _) => -5000), new double[2], new[] { 1, 0 }, 1, 1.0])
            .Edge(EdgeKind.VeryLarge, "so hot that nothing counts", [Wired(2, (_, _) => -5), new double[2], new[] { 1, 0 }, 1, 1e6])
            .Edge(EdgeKind.Many, "forty units", random => [.. Net(40, random), random.Next(40), 8.0])
            .Random(15, random => Asked(random.Next(2, 7), random))
            .Mutant("the bias is missing", (double[][] w, double[] b, int[] s, int i, double t) => Sigmoid((Gap(w, b, s, i) - b[i]) / t))
            .Mutant("units that are off count, units that are on do not", (double[][] w, double[] b, int[] s, int i, double t) => Sigmoid(Gap(w, b, Flipped(s), i) / t))
            .Mutant("on or off for certain", (double[][] w, double[] b, int[] s, int i, double t) => Gap(w, b, s, i) > 0 ? 1.0 : 0.0)
            .Mutant("the bias is not cooled", (double[][] w, double[] b, int[] s, int i, double t) => Sigmoid((Gap(w, b, s, i) - b[i]) / t + b[i]))
            .Mutant("only units before it", (double[][] w, double[] b, int[] s, int i, double t) => Sigmoid(Gap(w, b, [.. s.Select((on, j) => j < i ? on : 0)], i) / t));

    private static Oracle WakeSleep() =>
        Oracle.Define("05.wake-sleep", Family, (int[][] awake, int[][] asleep, double eta) => Difference(awake, asleep, eta, awake.Length, asleep.Length))
            .Edge(EdgeKind.One, "one state awake, one asleep", [new int[][] { [1, 1, 0] }, new int[][] { [0, 1, 1] }, 0.5])
            .Edge(EdgeKind.One, "a single unit", [new int[][] { [1], [0] }, new int[][] { [0], [0] }, 1.0])
            .Edge(EdgeKind.Special, "more dreams than data", [new int[][] { [1, 1], [1, 0] }, new int[][] { [1, 1], [1, 1], [1, 1], [0, 0], [1, 0] }, 1.0])
            .Edge(EdgeKind.Special, "it dreams what it sees: nothing changes but for a wrong rule", [new int[][] { [1, 1, 0], [0, 1, 1] }, new int[][] { [0, 1, 1], [1, 1, 0], [1, 1, 0], [0, 1, 1] }, 1.0])
            .Edge(EdgeKind.Many, "fifty states of each", random => [States(50, 6, random), States(50, 6, random), 0.25])
            .Random(12, random => Seen(random.Next(2, 6), random))
            .Mutant("the step η is missing", (int[][] awake, int[][] asleep, double eta) => Difference(awake, asleep, 1, awake.Length, asleep.Length))
            .Mutant("awake alone", (int[][] awake, int[][] asleep, double eta) => Difference(awake, [new int[awake[0].Length]], eta, awake.Length, 1))
            .Mutant("counts instead of frequencies", (int[][] awake, int[][] asleep, double eta) => Difference(awake, asleep, eta, 1, 1))
            .Mutant("equal instead of both on", (int[][] awake, int[][] asleep, double eta) => Added(Difference(awake, asleep, eta, awake.Length, asleep.Length), Difference(Array.ConvertAll(awake, Flipped), Array.ConvertAll(asleep, Flipped), eta, awake.Length, asleep.Length)))
            .Mutant("each weight once, above the diagonal", double[][] (int[][] awake, int[][] asleep, double eta) => [.. Difference(awake, asleep, eta, awake.Length, asleep.Length).Select((row, i) => row.Select((change, j) => i < j ? change : 0).ToArray())]);

    private static Oracle Cd1() =>
        Oracle.Define("05.cd1", Family, (double[][] w, double[] v, double[] uh, double[] uv, double eta) => CdStep(w, v, uh, uv, eta))
            .Edge(EdgeKind.One, "one hidden unit, one visible", [new double[][] { [0.5] }, new[] { 1.0 }, new[] { 0.3 }, new[] { 0.9 }, 0.5])
            .Edge(EdgeKind.Special, "the dream is the picture itself", [new double[][] { [2, -2], [1, 0] }, new[] { 1.0, 0 }, new[] { 0.01, 0.01 }, new[] { 0.01, 0.99 }, 1.0])
            .Edge(EdgeKind.Special, "an empty picture", [new double[][] { [2, -2, 1], [1, 0, 3] }, new double[3], new[] { 0.4, 0.6 }, new[] { 0.5, 0.05, 0.7 }, 1.0])
            .Edge(EdgeKind.Negative, "weights that forbid everything", [new double[][] { [-3, -2], [-1, -4] }, new[] { 1.0, 1 }, new[] { 0.02, 0.005 }, new[] { 0.01, 0.5 }, 0.5])
            .Edge(EdgeKind.VeryLarge, "weights in the thousands", [new double[][] { [2000, -3000, 1000] }, new[] { 1.0, 0, 0 }, new[] { 0.5 }, new[] { 0.5, 0.5, 0.5 }, 0.25])
            .Edge(EdgeKind.Many, "twelve hidden, thirty visible", random => Machine(12, 30, random))
            .Random(20, random => Machine(random.Next(1, 5), random.Next(2, 6), random))
            .Mutant("on where the coin is above the probability", (double[][] w, double[] v, double[] uh, double[] uv, double eta) => CdStep(w, v, Array.ConvertAll(uh, u => 1 - u), Array.ConvertAll(uv, u => 1 - u), eta))
            .Mutant("the step η is missing", (double[][] w, double[] v, double[] uh, double[] uv, double eta) => CdStep(w, v, uh, uv, 1))
            .Mutant("the change alone", (double[][] w, double[] v, double[] uh, double[] uv, double eta) => Added(CdStep(w, v, uh, uv, eta), Scaled(w, -1)))
            .Mutant("subtracts no dream", double[][] (double[][] w, double[] v, double[] uh, double[] uv, double eta) => [.. w.Select((row, j) => row.Select((weight, i) => weight + eta * Up(w, v)[j] * v[i]).ToArray())])
            .Mutant("statistics with tossed hidden units", (double[][] w, double[] v, double[] uh, double[] uv, double eta) => Added(CdStep(w, v, uh, uv, eta), [.. w.Select((row, j) => row.Select((_, i) => eta * (Toss(Up(w, v), uh)[j] - Up(w, v)[j]) * v[i]).ToArray())]));

    private static Oracle Likelihood() =>
        Oracle.Define("05.likelihood", Family, (double[][] w, double[] b, double[] c, double[] v) => LogOf(w, b, c, v))
            .ForbidNamespace("System.Numerics.Tensors")
            .Edge(EdgeKind.One, "one visible, one hidden unit", [new double[][] { [1.5] }, new[] { -0.5 }, new[] { 0.25 }, new[] { 1.0 }])
            .Edge(EdgeKind.Special, "an empty picture", [Pairs(), new[] { 0.5, -1, 2 }, new[] { 1.0, -2 }, new double[3]])
            .Edge(EdgeKind.Negative, "a machine that likes nothing", [new double[][] { [-1, -2], [-3, -0.5] }, new[] { -1.0, -2 }, new[] { -0.5, -1 }, new[] { 1.0, 0 }])
            .Edge(EdgeKind.VeryLarge, "a picture that is all but certain", [new double[][] { [1500, 900], [200, 1100] }, new double[2], new double[2], new[] { 1.0, 1 }])
            .Edge(EdgeKind.VeryLarge, "a picture that is all but impossible", [new double[][] { [1500, 900], [200, 1100] }, new double[2], new double[2], new[] { 0.0, 1 }])
            .Edge(EdgeKind.VeryLarge, "exponents far below zero", [new double[][] { [-800, -900] }, new[] { -1200.0, -1000 }, new[] { -50.0 }, new[] { 1.0, 1 }])
            .Edge(EdgeKind.Many, "seven visible, four hidden units", random => Known(4, 7, random))
            .Random(12, random => Known(random.Next(1, 4), random.Next(2, 5), random))
            .Mutant("the probability, not its logarithm", (double[][] w, double[] b, double[] c, double[] v) => Math.Exp(LogOf(w, b, c, v)))
            .Mutant("the logarithm to base 2", (double[][] w, double[] b, double[] c, double[] v) => LogOf(w, b, c, v) / Math.Log(2))
            .Mutant("visible biases are missing", (double[][] w, double[] b, double[] c, double[] v) => LogOf(w, new double[b.Length], c, v))
            .Mutant("hidden biases are missing", (double[][] w, double[] b, double[] c, double[] v) => LogOf(w, b, new double[c.Length], v))
            .Mutant("Z without the empty picture", (double[][] w, double[] b, double[] c, double[] v) => LogSum(w, b, c, v) - Course.BoltzmannMachines.Enumeration.LogSumExp([.. Pictures(v.Length).Skip(1).Select(x => LogSum(w, b, c, x))]))
            .Mutant("the surprise, above zero", (double[][] w, double[] b, double[] c, double[] v) => -LogOf(w, b, c, v));

    private static double[][] Wired(int units, Func<int, int, double> weight) =>
        [.. Enumerable.Range(0, units).Select(i => Enumerable.Range(0, units).Select(j => i == j ? 0 : weight(Math.Max(i, j), Math.Min(i, j))).ToArray())];

    private static int[] Flipped(int[] s) => Array.ConvertAll(s, on => 1 - on);

    private static double[][] Added(double[][] x, double[][] y) => [.. x.Zip(y, (a, b) => a.Zip(b, (p, q) => p + q).ToArray())];

    private static double[][] Scaled(double[][] x, double by) => [.. x.Select(row => Array.ConvertAll(row, value => by * value))];

    private static double Quarter(Random random) => random.Next(-8, 9) / 4.0;

    private static double[] Quarters(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Quarter(random))];

    private static int[][] States(int count, int units, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, units).Select(_ => random.Next(2)).ToArray())];

    private static double[] Coins(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];

    private static double[] Picture(int pixels, Random random) => Array.ConvertAll(States(1, pixels, random)[0], bit => (double)bit);

    private static object?[] Net(int units, Random random)
    {
        double[][] below = [.. Enumerable.Range(0, units).Select(_ => Quarters(units, random))];
        return [Wired(units, (i, j) => below[i][j]), Quarters(units, random), States(1, units, random)[0]];
    }

    private static object?[] Asked(int units, Random random) => [.. Net(units, random), random.Next(units), random.Next(1, 17) / 4.0];

    private static object?[] Seen(int units, Random random) => [States(random.Next(1, 6), units, random), States(random.Next(1, 6), units, random), random.Next(1, 5) / 4.0];

    private static object?[] Machine(int hidden, int visible, Random random) =>
        [Enumerable.Range(0, hidden).Select(_ => Quarters(visible, random)).ToArray(), Picture(visible, random), Coins(hidden, random), Coins(visible, random), random.Next(1, 5) / 4.0];

    private static object?[] Known(int hidden, int visible, Random random) =>
        [Enumerable.Range(0, hidden).Select(_ => Quarters(visible, random)).ToArray(), Quarters(visible, random), Quarters(hidden, random), Picture(visible, random)];
}
