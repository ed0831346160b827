using static Course.BoltzmannMachines.Lesson05Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson05Answers;

namespace Course.Grading.HiddenTests;

/// <summary>
/// The hidden halves of lesson 05. Weights are quarters, so sums are exact in any order, and a tie is a tie for everybody.
/// </summary>
internal static class Lesson05
{
    internal static IReadOnlyList<HiddenTest> All => [EnergyOf(), Conditional(), WakeSleep(), Cd1(), Likelihood()];

    private static HiddenTest<EnergyAnswer> EnergyOf() =>
        HiddenTest.Define<EnergyAnswer>("05.energy", (w, b, s) => PairEnergy(w, s) - BiasSum(b, s))
            .Edge(EdgeKind.One, "one unit, which is on", [new double[][] { [0] }, new[] { -1.5 }, new[] { 1 }])
            .Edge(EdgeKind.Special, "the first and the last unit are on",
                [Wired(4, (i, j) => i + 4 * j), new[] { 0.5, 1, 2, -4 }, new[] { 1, 0, 0, 1 }])
            .Edge(EdgeKind.Negative, "everybody dislikes everybody", [Wired(4, (_, _) => -2), new double[4], new[] { 1, 1, 1, 1 }])
            .Edge(EdgeKind.VeryLarge, "weights in the millions",
                [Wired(3, (i, j) => 1e6 * (i + j)), new[] { 1e6, 0, -3e6 }, new[] { 1, 0, 1 }])
            .Edge(EdgeKind.Many, "forty units", random => Net(40, random))
            .Random(15, random => Net(random.Next(2, 8), random))
            .WrongAnswer("Each pair is counted twice", (w, b, s) => 2 * PairEnergy(w, s) - BiasSum(b, s))
            .WrongAnswer("The sign is turned", (w, b, s) => BiasSum(b, s) - PairEnergy(w, s))
            .WrongAnswer("The biases are missing", (w, b, s) => PairEnergy(w, s))
            .WrongAnswer("The biases have the wrong sign", (w, b, s) => PairEnergy(w, s) + BiasSum(b, s))
            .WrongAnswer("A unit that is off pays nothing", (w, b, s) => PairEnergy(w, s) - b.Sum())
            .WrongAnswer("A unit that is off is 0 here",
                (w, b, s) => PairEnergy(w, Signs(s)) - BiasSum(b, Signs(s)))
            .WrongAnswer("Every pair of units counts",
                (w, b, s) => -Enumerable.Range(1, s.Length - 1).Sum(i => w[i][i - 1] * s[i] * s[i - 1]) - BiasSum(b, s))
            .HiddenWrongAnswer("pairs that are equal, on or off", (w, b, s) => PairEnergy(w, s) + PairEnergy(w, Flipped(s)) - BiasSum(b, s))
            .HiddenWrongAnswer("half of the biases too", (w, b, s) => PairEnergy(w, s) - BiasSum(b, s) / 2);

    private static HiddenTest<ConditionalAnswer> Conditional() =>
        HiddenTest.Define<ConditionalAnswer>("05.conditional", (w, b, s, i, t) => Sigmoid(Gap(w, b, s, i) / t))
            .Edge(EdgeKind.One, "a unit alone", [new double[][] { [0] }, new[] { -0.75 }, new[] { 1 }, 0, 0.5])
            .Edge(EdgeKind.Tie, "what speaks for it and against it is equal",
                [Wired(3, (i, j) => i + j == 2 ? -2 : 2), new double[3], new[] { 0, 1, 1 }, 0, 2.0])
            .Edge(EdgeKind.Special, "the last unit", [Wired(4, (i, j) => i - j), new[] { 1.0, 2, 3, -1 }, new[] { 1, 0, 1, 1 }, 3, 3.0])
            .Edge(EdgeKind.Negative, "disliked by all", [Wired(4, (_, _) => -2), new double[4], new[] { 1, 1, 0, 1 }, 2, 4.0])
            .Edge(EdgeKind.VeryLarge, "certain to be off", [Wired(2, (_, _) => -5000), new double[2], new[] { 1, 0 }, 1, 1.0])
            .Edge(EdgeKind.VeryLarge, "so hot that nothing counts", [Wired(2, (_, _) => -5), new double[2], new[] { 1, 0 }, 1, 1e6])
            .Edge(EdgeKind.Many, "forty units", random => [.. Net(40, random), random.Next(40), 8.0])
            .Random(15, random => Asked(random.Next(2, 7), random))
            .WrongAnswer("This is the probability of being off", (w, b, s, i, t) => Sigmoid(-Gap(w, b, s, i) / t))
            .WrongAnswer("The temperature is missing", (w, b, s, i, t) => Sigmoid(Gap(w, b, s, i)))
            .WrongAnswer("Divide by the temperature", (w, b, s, i, t) => Sigmoid(Gap(w, b, s, i) * t))
            .WrongAnswer("The bias of the unit is missing", (w, b, s, i, t) => Sigmoid((Gap(w, b, s, i) - b[i]) / t))
            .WrongAnswer("This unit has no noise", (w, b, s, i, t) => Gap(w, b, s, i) > 0 ? 1.0 : 0.0)
            .WrongAnswer("What unit i is itself", (w, b, s, i, t) => Sigmoid(s[i] * Gap(w, b, s, i) / t))
            .WrongAnswer("All other units count",
                (w, b, s, i, t) => Sigmoid(Gap(w, b, [.. s.Select((on, j) => j < i ? on : 0)], i) / t))
            .WrongAnswer("A weight counts where the other unit is on",
                (w, b, s, i, t) => Sigmoid(Gap(w, b, Flipped(s), i) / t))
            .HiddenWrongAnswer("the bias is not cooled", (w, b, s, i, t) => Sigmoid((Gap(w, b, s, i) - b[i]) / t + b[i]));

    private static HiddenTest<WakeSleepAnswer> WakeSleep() =>
        HiddenTest.Define<WakeSleepAnswer>("05.wake-sleep",
                (awake, asleep, eta) => Difference(awake, asleep, eta, awake.Length, asleep.Length))
            .Edge(EdgeKind.One, "one state awake, one asleep", [new int[][] { [1, 1, 0] }, new int[][] { [0, 1, 1] }, 0.5])
            .Edge(EdgeKind.One, "a single unit", [new int[][] { [1], [0] }, new int[][] { [0], [0] }, 1.0])
            .Edge(EdgeKind.Special, "more dreams than data",
                [new int[][] { [1, 1], [1, 0] }, new int[][] { [1, 1], [1, 1], [1, 1], [0, 0], [1, 0] }, 1.0])
            .Edge(EdgeKind.Special, "it dreams what it sees: nothing changes but for a wrong rule",
                [new int[][] { [1, 1, 0], [0, 1, 1] }, new int[][] { [0, 1, 1], [1, 1, 0], [1, 1, 0], [0, 1, 1] }, 1.0])
            .Edge(EdgeKind.Many, "fifty states of each", random => [States(50, 6, random), States(50, 6, random), 0.25])
            .Random(12, random => Seen(random.Next(2, 6), random))
            .WrongAnswer("Asleep minus awake",
                (awake, asleep, eta) => Difference(asleep, awake, eta, awake: asleep.Length, asleep: awake.Length))
            .WrongAnswer("Divide each count by the number of its own states",
                (awake, asleep, eta) => Difference(awake, asleep, eta, awake.Length, awake.Length))
            .WrongAnswer("The diagonal must stay zero",
                (awake, asleep, eta) => Difference(awake, asleep, eta, awake.Length, asleep.Length, diagonal: true))
            .WrongAnswer("The step η is missing", (awake, asleep, eta) => Difference(awake, asleep, 1, awake.Length, asleep.Length))
            .WrongAnswer("These are differences of counts", (awake, asleep, eta) => Difference(awake, asleep, eta, 1, 1))
            .WrongAnswer("The states asleep are not subtracted", (awake, asleep, eta) => Difference(awake, [new int[awake[0].Length]], eta, awake.Length, 1))
            .WrongAnswer("A whole number divided by a whole number",
                (awake, asleep, eta) =>
                    [.. awake[0].Select((_, i) => awake[0].Select((_, j) => i == j ? 0 : eta
                        * (awake.Sum(s => s[i] * s[j]) / awake.Length - asleep.Sum(s => s[i] * s[j]) / asleep.Length)).ToArray())])
            .WrongAnswer("A weight is the same in both directions",
                (awake, asleep, eta) =>
                    [.. Difference(awake, asleep, eta, awake.Length, asleep.Length)
                        .Select((row, i) => row.Select((change, j) => i < j ? change : 0).ToArray())])
            .WrongAnswer("Count only where both units are on",
                (awake, asleep, eta) =>
                    Added(Difference(awake, asleep, eta, awake.Length, asleep.Length),
                        Difference(Array.ConvertAll(awake, Flipped), Array.ConvertAll(asleep, Flipped), eta, awake.Length, asleep.Length)));

    private static HiddenTest<Cd1Answer> Cd1() =>
        HiddenTest.Define<Cd1Answer>("05.cd1", (w, v, uh, uv, eta) => CdStep(w, v, uh, uv, eta))
            .Edge(EdgeKind.One, "one hidden unit, one visible",
                [new double[][] { [0.5] }, new[] { 1.0 }, new[] { 0.3 }, new[] { 0.9 }, 0.5])
            .Edge(EdgeKind.Special, "the dream is the picture itself",
                [new double[][] { [2, -2], [1, 0] }, new[] { 1.0, 0 }, new[] { 0.01, 0.01 }, new[] { 0.01, 0.99 }, 1.0])
            .Edge(EdgeKind.Special, "an empty picture",
                [new double[][] { [2, -2, 1], [1, 0, 3] }, new double[3], new[] { 0.4, 0.6 }, new[] { 0.5, 0.05, 0.7 }, 1.0])
            .Edge(EdgeKind.Negative, "weights that forbid everything",
                [new double[][] { [-3, -2], [-1, -4] }, new[] { 1.0, 1 }, new[] { 0.02, 0.005 }, new[] { 0.01, 0.5 }, 0.5])
            .Edge(EdgeKind.VeryLarge, "weights in the thousands",
                [new double[][] { [2000, -3000, 1000] }, new[] { 1.0, 0, 0 }, new[] { 0.5 }, new[] { 0.5, 0.5, 0.5 }, 0.25])
            .Edge(EdgeKind.Many, "twelve hidden, thirty visible", random => Machine(12, 30, random))
            .Random(20, random => Machine(random.Next(1, 5), random.Next(2, 6), random))
            .WrongAnswer("The sign is turned", (w, v, uh, uv, eta) => CdStep(w, v, uh, uv, -eta))
            .WrongAnswer("The dream must start from hidden units that are on or off",
                (w, v, uh, uv, eta) => CdStep(w, v, uh, uv, eta, new(HiddenCoins: false)))
            .WrongAnswer("Toss the coins of the visible units too",
                (w, v, uh, uv, eta) => CdStep(w, v, uh, uv, eta, new(VisibleCoins: false)))
            .WrongAnswer("Ask the hidden units again about the dream",
                (w, v, uh, uv, eta) => CdStep(w, v, uh, uv, eta, new(AskAgain: false)))
            .WrongAnswer("The statistics take the hidden units' probabilities",
                (w, v, uh, uv, eta) =>
                    Added(CdStep(w, v, uh, uv, eta),
                        [.. w.Select((row, j) => row.Select((_, i) => eta * (Toss(Up(w, v), uh)[j] - Up(w, v)[j]) * v[i]).ToArray())]))
            .WrongAnswer("The step η is missing", (w, v, uh, uv, eta) => CdStep(w, v, uh, uv, 1))
            .WrongAnswer("This is the change alone", (w, v, uh, uv, eta) => Added(CdStep(w, v, uh, uv, eta), Scaled(w, -1)))
            .WrongAnswer("The dream is not subtracted",
                (w, v, uh, uv, eta) => [.. w.Select((row, j) => row.Select((weight, i) => weight + eta * Up(w, v)[j] * v[i]).ToArray())])
            .WrongAnswer("A unit is on where its coin is below",
                (w, v, uh, uv, eta) => CdStep(w, v, uh, uv, eta, new(OnBelow: false)));

    private static HiddenTest<LikelihoodAnswer> Likelihood() =>
        HiddenTest.Define<LikelihoodAnswer>("05.likelihood", (w, b, c, v) => LogOf(w, b, c, v))
            .ForbidNamespace("System.Numerics.Tensors")
            .Edge(EdgeKind.One, "one visible, one hidden unit", [new double[][] { [1.5] }, new[] { -0.5 }, new[] { 0.25 }, new[] { 1.0 }])
            .Edge(EdgeKind.Special, "an empty picture", [Pairs(), new[] { 0.5, -1, 2 }, new[] { 1.0, -2 }, new double[3]])
            .Edge(EdgeKind.Negative, "a machine that likes nothing",
                [new double[][] { [-1, -2], [-3, -0.5] }, new[] { -1.0, -2 }, new[] { -0.5, -1 }, new[] { 1.0, 0 }])
            .Edge(EdgeKind.VeryLarge, "a picture that is all but certain",
                [new double[][] { [1500, 900], [200, 1100] }, new double[2], new double[2], new[] { 1.0, 1 }])
            .Edge(EdgeKind.VeryLarge, "a picture that is all but impossible",
                [new double[][] { [1500, 900], [200, 1100] }, new double[2], new double[2], new[] { 0.0, 1 }])
            .Edge(EdgeKind.VeryLarge, "exponents far below zero",
                [new double[][] { [-800, -900] }, new[] { -1200.0, -1000 }, new[] { -50.0 }, new[] { 1.0, 1 }])
            .Edge(EdgeKind.Many, "seven visible, four hidden units", random => Known(4, 7, random))
            .Random(12, random => Known(random.Next(1, 4), random.Next(2, 5), random))
            .WrongAnswer("Z is missing", (w, b, c, v) => LogSum(w, b, c, v))
            .WrongAnswer("Two things are missing", (w, b, c, v) => Math.Log(Math.Exp(LogSum(w, b, c, v))))
            .WrongAnswer("Z runs over all visible states as well", (w, b, c, v) => 0.0)
            .WrongAnswer("Infinity",
                (w, b, c, v) => Math.Log(Math.Exp(LogSum(w, b, c, v)) / Pictures(v.Length).Sum(x => Math.Exp(LogSum(w, b, c, x)))))
            .WrongAnswer("This is the probability", (w, b, c, v) => Math.Exp(LogOf(w, b, c, v)))
            .WrongAnswer("The sign is turned", (w, b, c, v) => -LogOf(w, b, c, v))
            .WrongAnswer("The biases of the visible units are missing", (w, b, c, v) => LogOf(w, new double[b.Length], c, v))
            .WrongAnswer("The biases of the hidden units are missing", (w, b, c, v) => LogOf(w, b, new double[c.Length], v))
            .WrongAnswer("Z leaves out the picture",
                (w, b, c, v) => LogSum(w, b, c, v) - LogSumExp([.. Pictures(v.Length).Skip(1).Select(x => LogSum(w, b, c, x))]))
            .HiddenWrongAnswer("the logarithm to base 2", (w, b, c, v) => LogOf(w, b, c, v) / Math.Log(2));

    private static double[][] Wired(int units, Func<int, int, double> weight) =>
        [.. Enumerable.Range(0, units)
            .Select(i => Enumerable.Range(0, units).Select(j => i == j ? 0 : weight(Math.Max(i, j), Math.Min(i, j))).ToArray())];

    private static int[] Signs(int[] s) => Array.ConvertAll(s, on => 2 * on - 1);

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

    private static object?[] Seen(int units, Random random) =>
        [States(random.Next(1, 6), units, random), States(random.Next(1, 6), units, random), random.Next(1, 5) / 4.0];

    private static object?[] Machine(int hidden, int visible, Random random) =>
        [Enumerable.Range(0, hidden).Select(_ => Quarters(visible, random)).ToArray(), Picture(visible, random), Coins(hidden, random),
            Coins(visible, random), random.Next(1, 5) / 4.0];

    private static object?[] Known(int hidden, int visible, Random random) =>
        [Enumerable.Range(0, hidden).Select(_ => Quarters(visible, random)).ToArray(), Quarters(visible, random), Quarters(hidden, random),
            Picture(visible, random)];
}
