using static Course.Grading.HiddenTests.Answers.Lesson03Answers;
using static Course.PerceptronLimits.Lesson03Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 03.</summary>
internal static class Lesson03
{
    internal static IReadOnlyList<HiddenTest> All => [Certificate(), Cycle(), Count(), ParityNet(), Masks()];

    private static HiddenTest<CertificateAnswer> Certificate() =>
        HiddenTest.Define<CertificateAnswer>("03.certificate", Balances)
            .Edge(EdgeKind.One, "the same point on both sides", [Points([4, -1]), Points([4, -1]), Numbers(1), Numbers(1)])
            .Edge(EdgeKind.One, "two different points", [Points([4, -1]), Points([4, 1]), Numbers(1), Numbers(1)])
            .Edge(EdgeKind.Special, "nothing is taken", [Points([1, 2], [3, 4]), Points([1, 2]), Numbers(0, 0), Numbers(0)])
            .Edge(EdgeKind.Special, "some points are not taken",
                [Points([9, 9], [0, 1], [1, 0]), Points([0, 0], [7, 8], [1, 1]), Numbers(0, 2, 2), Numbers(2, 0, 2)])
            .Edge(EdgeKind.Special, "only the sums differ", [Points([0, 0], [2, 2]), Points([1, 1], [1, 2]), Numbers(1, 1), Numbers(1, 1)])
            .Edge(EdgeKind.Special, "only the first sums differ",
                [Points([0, 0], [2, 2]), Points([1, 1], [2, 1]), Numbers(1, 1), Numbers(1, 1)])
            .Edge(EdgeKind.Special, "the sums differ, but not all numbers together",
                [Points([1, 2]), Points([2, 1]), Numbers(3), Numbers(3)])
            .Edge(EdgeKind.Special, "not equally many", [Points([3, 3]), Points([1, 1]), Numbers(1), Numbers(3)])
            .Edge(EdgeKind.Negative, "everything is taken a negative number of times",
                [Points([0, 1], [1, 0]), Points([0, 0], [1, 1]), Numbers(-1, -1), Numbers(-1, -1)])
            .Edge(EdgeKind.Negative, "an off point is taken a negative number of times",
                [Points([4]), Points([2], [0]), Numbers(1), Numbers(2, -1)])
            .Edge(EdgeKind.VeryLarge, "taken a million times",
                [Points([-7], [5]), Points([-1]), Numbers(1_000_000, 1_000_000), Numbers(2_000_000)])
            .Random(10, random => Balanced(random))
            .Random(10, random => Spoilt(random))
            .WrongAnswer("You do not compare how many points are taken of each kind",
                (on, off, timesOn, timesOff) =>
                    NotNegative(timesOn, timesOff) && Something(timesOn) && SameSums(on, off, timesOn, timesOff))
            .WrongAnswer("Taking nothing at all balances too",
                (on, off, timesOn, timesOff) =>
                    NotNegative(timesOn, timesOff) && timesOn.Sum() == timesOff.Sum() && SameSums(on, off, timesOn, timesOff))
            .WrongAnswer("A negative number of copies would turn an inequality round",
                (on, off, timesOn, timesOff) =>
                    Something(timesOn) && timesOn.Sum() == timesOff.Sum() && SameSums(on, off, timesOn, timesOff))
            .WrongAnswer("You forgot to multiply each point by the number of times it is taken",
                (on, off, timesOn, timesOff) =>
                    NotNegative(timesOn, timesOff) && Something(timesOn) && timesOn.Sum() == timesOff.Sum()
                        && SameSums(on, off, [.. timesOn.Select(t => Math.Min(t, 1))], [.. timesOff.Select(t => Math.Min(t, 1))]))
            .HiddenWrongAnswer("only the first sums are compared",
                (on, off, timesOn, timesOff) => Balances(FirstOnly(on), FirstOnly(off), timesOn, timesOff))
            .HiddenWrongAnswer("the first sums are not compared",
                (on, off, timesOn, timesOff) => Balances(WithoutFirst(on), WithoutFirst(off), timesOn, timesOff))
            .WrongAnswer("You add all numbers of a point together",
                (on, off, timesOn, timesOff) => Balances(AddedUp(on), AddedUp(off), timesOn, timesOff))
            .HiddenWrongAnswer("every point must be taken",
                (on, off, timesOn, timesOff) => timesOn.Concat(timesOff).All(times => times > 0) && Balances(on, off, timesOn, timesOff))
            .HiddenWrongAnswer("counts the points, not how often they are taken",
                (on, off, timesOn, timesOff) =>
                    NotNegative(timesOn, timesOff) && Something(timesOn)
                        && timesOn.Count(times => times > 0) == timesOff.Count(times => times > 0) && SameSums(on, off, timesOn, timesOff))
            .HiddenWrongAnswer("only on points are asked for negative times",
                (on, off, timesOn, timesOff) =>
                    timesOn.All(times => times >= 0) && Something(timesOn) && timesOn.Sum() == timesOff.Sum()
                        && SameSums(on, off, timesOn, timesOff));

    private static HiddenTest<CycleAnswer> Cycle() =>
        HiddenTest.Define<CycleAnswer>("03.cycle", (on, off) => Walk(on, off))
            .Edge(EdgeKind.One, "the same point on both sides", [Points([2, -3]), Points([2, -3])])
            .Edge(EdgeKind.One, "two points that a unit separates", [Points([-1]), Points([1])])
            .Edge(EdgeKind.Tie, "an off point at the origin, where the sum is the bias alone", [Points([-1], [1]), Points([0])])
            .Edge(EdgeKind.Special, "the opposite of XOR", [Points([0, 0], [1, 1]), Points([0, 1], [1, 0])])
            .Edge(EdgeKind.Special, "an odd number of three", [Corners(3, odd: true), Corners(3, odd: false)])
            .Edge(EdgeKind.Special, "an odd number of four", [Corners(4, odd: true), Corners(4, odd: false)])
            .Edge(EdgeKind.Special, "majority, which rests after a while",
                [Points([0, 1, 1], [1, 0, 1], [1, 1, 0], [1, 1, 1]), Points([0, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0])])
            .Edge(EdgeKind.Special, "a point inside a triangle", [Points([0, 0], [4, 0], [0, 4]), Points([1, 2])])
            .Edge(EdgeKind.Negative, "points below zero, one between two", [Points([-2], [-6]), Points([-5])])
            .Edge(EdgeKind.Many, "twenty points of a small square", random => SomePoints(10, 10, random))
            .Random(14, random => SomePoints(random.Next(1, 5), random.Next(1, 5), random))
            .WrongAnswer("You count from the very beginning", (on, off) => Walk(on, off, wholeWay: true))
            .WrongAnswer("You count how often each point is shown",
                (on, off) => Walk(on, off) is { Length: > 0 } ring ? Array.ConvertAll(ring, _ => 1) : [])
            .WrongAnswer("You count the corrections of \"off\" points as negative",
                (on, off) => [.. Walk(on, off).Select((times, i) => i < on.Length ? times : -times)])
            .WrongAnswer("The bias belongs to the weights too", (on, off) => Walk(on, off, biasToo: false))
            .WrongAnswer("You never correct the bias", (on, off) => Walk(on, off, biasLearns: false))
            .HiddenWrongAnswer("always comes to rest", (on, off) => Array.Empty<int>())
            .HiddenWrongAnswer("never comes to rest",
                (on, off) => Walk(on, off) is { Length: > 0 } ring ? ring : new int[on.Length + off.Length])
            .HiddenWrongAnswer("every point once", (on, off) => on.Concat(off).Select(_ => 1).ToArray())
            .HiddenWrongAnswer("off points first",
                (on, off) => (int[])(Walk(on, off) is { Length: > 0 } ring ? [.. ring[on.Length..], .. ring[..on.Length]] : []))
            .HiddenWrongAnswer("one correction too many",
                (on, off) => (int[])(Walk(on, off) is [var first, .. var rest] ? [first + 1, .. rest] : []))
            .HiddenWrongAnswer("on points alone", (on, off) => Walk(on, off).Take(on.Length).ToArray())
            .HiddenWrongAnswer("nothing is taken", (on, off) => Array.ConvertAll(Walk(on, off), _ => 0));

    private static HiddenTest<CountAnswer> Count() =>
        HiddenTest.Define<CountAnswer>("03.count", (n, m) => Functions(n, -m, m, -n * m, n * m + 1))
            .Edge(EdgeKind.One, "one input, no weights", [1, 0])
            .Edge(EdgeKind.One, "one input, large weights", [1, 5])
            .Edge(EdgeKind.Special, "two inputs, weights up to 2", [2, 2])
            .Edge(EdgeKind.Special, "three inputs, weights beyond what is needed", [3, 3])
            .Edge(EdgeKind.Special, "four inputs, weights up to 1", [4, 1])
            .Edge(EdgeKind.Special, "four inputs, weights up to 2", [4, 2])
            .Random(4, random => [random.Next(1, 4), random.Next(0, 4)])
            .WrongAnswer("You count units", (n, m) => (int)Math.Pow(2 * m + 1, n) * (2 * n * m + 2))
            .WrongAnswer("Weights may be negative too", (n, m) => Functions(n, 0, m, -n * m, n * m + 1))
            .WrongAnswer("You miss a function that is always on or always off", (n, m) => Functions(n, -m, m, -n * m + 1, n * m))
            .WrongAnswer("Only thresholds above 0", (n, m) => Functions(n, -m, m, 1, n * m + 1))
            .WrongAnswer("Your thresholds go from −m to m", (n, m) => Functions(n, -m, m, -m, m))
            .HiddenWrongAnswer("weights are never 0", (n, m) => m == 0 ? 2 : Functions(n, -m, m, -n * m, n * m + 1) - 2 * n)
            .HiddenWrongAnswer("always on is missed", (n, m) => Functions(n, -m, m, -n * m, n * m + 1) - 1)
            .HiddenWrongAnswer("weights one too small", (n, m) => m == 0 ? 2 : Functions(n, 1 - m, m - 1, -n * m, n * m + 1))
            .HiddenWrongAnswer("all threshold functions, whatever the weights", (n, m) => n == 1 ? 4 : n == 2 ? 14 : n == 3 ? 104 : 1882)
            .HiddenWrongAnswer("all Boolean functions", (n, m) => (int)Math.Pow(2, 1 << n));

    private static HiddenTest<ParityAnswer> ParityNet() =>
        HiddenTest.Define<ParityAnswer>("03.parity", x => [.. Hidden(x), x.Sum() % 2])
            .Edge(EdgeKind.One, "one input, off", [Numbers(0)])
            .Edge(EdgeKind.One, "one input, on", [Numbers(1)])
            .Edge(EdgeKind.Special, "the last of six alone", [Numbers(0, 0, 0, 0, 0, 1)])
            .Edge(EdgeKind.Special, "eight, all on", [Numbers(1, 1, 1, 1, 1, 1, 1, 1)])
            .Edge(EdgeKind.Special, "seven, all on", [Numbers(1, 1, 1, 1, 1, 1, 1)])
            .Edge(EdgeKind.Many, "a hundred and one inputs", random => [Bits(101, random)])
            .Random(16, random => [Bits(random.Next(2, 9), random)])
            .WrongAnswer("The output unit adds up all hidden units with weight 1", x => [.. Hidden(x), x.Sum() > 0 ? 1 : 0])
            .WrongAnswer("Hidden unit k copies input k", x => [.. x, x.Sum() % 2])
            .WrongAnswer("Hidden unit k should be on where at least k inputs are on",
                x => [.. x.Select((_, k) => x.Sum() > k + 1 ? 1 : 0), x.Sum() % 2])
            .WrongAnswer("Hidden unit k should stay on when more than k inputs are on",
                x => [.. x.Select((_, k) => x.Sum() == k + 1 ? 1 : 0), x.Sum() % 2])
            .WrongAnswer("You count k from 0", x => [.. x.Select((_, k) => x.Sum() >= k ? 1 : 0), x.Sum() % 2])
            .HiddenWrongAnswer("the output is on where the number is even", x => [.. Hidden(x), 1 - x.Sum() % 2])
            .HiddenWrongAnswer("the hidden units run backwards", x => [.. Hidden(x).Reverse(), x.Sum() % 2])
            .HiddenWrongAnswer("the output comes first", x => [x.Sum() % 2, .. Hidden(x)])
            .HiddenWrongAnswer("the output alone", x => [x.Sum() % 2])
            .HiddenWrongAnswer("only three hidden units", x => [.. Hidden(x).Take(3), x.Sum() % 2])
            .HiddenWrongAnswer("the output asks for exactly one", x => [.. Hidden(x), x.Sum() == 1 ? 1 : 0]);

    private static HiddenTest<MasksAnswer> Masks() =>
        HiddenTest.Define<MasksAnswer>("03.masks", table => Weights(table, (a, r) => (a & r) == a))
            .Edge(EdgeKind.Special, "one input, itself", [Numbers(0, 1)])
            .Edge(EdgeKind.Special, "always: the constant alone", [Numbers(1, 1, 1, 1, 1, 1, 1, 1)])
            .Edge(EdgeKind.Special, "the second of three inputs", [Numbers(0, 0, 1, 1, 0, 0, 1, 1)])
            .Edge(EdgeKind.Special, "the first implies the second", [Numbers(1, 1, 0, 1)])
            .Edge(EdgeKind.Special, "NOR of three", [Numbers(1, 0, 0, 0, 0, 0, 0, 0)])
            .Edge(EdgeKind.Many, "parity of eight inputs", [Enumerable.Range(0, 256).Select(row => int.PopCount(row) % 2).ToArray()])
            .Edge(EdgeKind.Many, "any function of seven inputs", random => [Bits(128, random)])
            .Random(12, random => [Bits(1 << random.Next(2, 6), random)])
            .WrongAnswer("You subtract only the constant", table => [.. table.Select((y, r) => r == 0 ? y : y - table[0])])
            .WrongAnswer("You subtract the outputs of the smaller rows",
                table => [.. table.Select((y, r) => y - Enumerable.Range(0, r).Where(a => (a & r) == a).Sum(a => table[a]))])
            .WrongAnswer("You subtract the weights of all earlier rows", table => Weights(table, (_, _) => true))
            .WrongAnswer("You do not subtract the constant", table => Weights(table, (a, r) => a > 0 && (a & r) == a))
            .WrongAnswer("Your weights are the outputs", table => table)
            .HiddenWrongAnswer("weights without signs", table => Array.ConvertAll(Weights(table, (a, r) => (a & r) == a), Math.Abs))
            .HiddenWrongAnswer("remainders modulo 2",
                table => Array.ConvertAll(Weights(table, (a, r) => (a & r) == a), weight => weight & 1))
            .HiddenWrongAnswer("the digits of the row read backwards", table => Backwards(Weights(table, (a, r) => (a & r) == a)))
            .HiddenWrongAnswer("products whose inputs are off", table => Weights([.. table.Reverse()], (a, r) => (a & r) == a))
            .HiddenWrongAnswer("products of two inputs at the most",
                table => Weights(table, (a, r) => (a & r) == a).Select((weight, a) => int.PopCount(a) <= 2 ? weight : 0).ToArray());

    private static int[][] FirstOnly(int[][] points) => Array.ConvertAll(points, point => point[..1]);

    private static int[][] WithoutFirst(int[][] points) => Array.ConvertAll(points, point => point[1..]);

    private static int[][] AddedUp(int[][] points) => Array.ConvertAll(points, point => Numbers(point.Sum()));

    private static int[] Bits(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => random.Next(2))];

    private static int[] Backwards(int[] weights)
    {
        int n = int.Log2(weights.Length);
        return [.. weights.Select((_, a) => weights[Enumerable.Range(0, n).Sum(i => (a >> i & 1) << (n - 1 - i))])];
    }

    private static int[][] Corners(int n, bool odd) =>
        [.. Enumerable.Range(0, 1 << n).Where(row => int.IsOddInteger(int.PopCount(row)) == odd)
            .Select(row => Enumerable.Range(0, n).Select(i => row >> i & 1).ToArray())];

    /// <summary>Points that balance: the off points are the on points with each coordinate shuffled.</summary>
    private static object?[] Balanced(Random random)
    {
        int[][] on = Drawn(random.Next(2, 6), random.Next(1, 4), random);
        int[][] columns = [.. Enumerable.Range(0, on[0].Length).Select(j => on.Select(point => point[j]).ToArray())];
        foreach (int[] column in columns)
            random.Shuffle(column);
        int[][] off = [.. on.Select((_, i) => columns.Select(column => column[i]).ToArray())];
        int times = random.Next(1, 4);
        return [on, off, Array.ConvertAll(on, _ => times), Array.ConvertAll(off, _ => times)];
    }

    /// <summary>Points that balanced until one number was changed.</summary>
    private static object?[] Spoilt(Random random)
    {
        object?[] arguments = Balanced(random);
        int[] spoilt = random.Next(3) switch
        {
            0 => (int[])arguments[2]!,
            1 => (int[])arguments[3]!,
            _ => random.GetItems((int[][])arguments[1]!, 1)[0],
        };
        spoilt[random.Next(spoilt.Length)] += 1 - 2 * random.Next(2);
        return arguments;
    }

    private static object?[] SomePoints(int on, int off, Random random)
    {
        int dimensions = random.Next(1, 4);
        return [Drawn(on, dimensions, random), Drawn(off, dimensions, random)];
    }

    private static int[][] Drawn(int count, int dimensions, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimensions).Select(_ => random.Next(-3, 4)).ToArray())];
}
