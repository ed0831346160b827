using static Course.PerceptronLimits.Lesson03Exercises;

namespace Course.Grading;

/// <summary>The hidden halves of lesson 03.</summary>
internal static class Lesson03Oracles
{
    private const string Family = "Course.Threshold";

    internal static IReadOnlyList<Oracle> All { get; } = [Certificate(), ParityNet(), Count(), Masks(), Cycle()];

    private static Oracle Certificate() =>
        Oracle.Define("03.certificate", Family, Balances)
            .Edge(EdgeKind.One, "the same point on both sides", [Points([4, -1]), Points([4, -1]), Numbers(1), Numbers(1)])
            .Edge(EdgeKind.One, "two different points", [Points([4, -1]), Points([4, 1]), Numbers(1), Numbers(1)])
            .Edge(EdgeKind.Special, "nothing is taken", [Points([1, 2], [3, 4]), Points([1, 2]), Numbers(0, 0), Numbers(0)])
            .Edge(EdgeKind.Special, "some points are not taken", [Points([9, 9], [0, 1], [1, 0]), Points([0, 0], [7, 8], [1, 1]), Numbers(0, 2, 2), Numbers(2, 0, 2)])
            .Edge(EdgeKind.Special, "only the sums differ", [Points([0, 0], [2, 2]), Points([1, 1], [1, 2]), Numbers(1, 1), Numbers(1, 1)])
            .Edge(EdgeKind.Special, "only the first sums differ", [Points([0, 0], [2, 2]), Points([1, 1], [2, 1]), Numbers(1, 1), Numbers(1, 1)])
            .Edge(EdgeKind.Special, "the sums differ, but not all numbers together", [Points([1, 2]), Points([2, 1]), Numbers(3), Numbers(3)])
            .Edge(EdgeKind.Special, "not equally many", [Points([3, 3]), Points([1, 1]), Numbers(1), Numbers(3)])
            .Edge(EdgeKind.Negative, "everything is taken a negative number of times", [Points([0, 1], [1, 0]), Points([0, 0], [1, 1]), Numbers(-1, -1), Numbers(-1, -1)])
            .Edge(EdgeKind.Negative, "an off point is taken a negative number of times", [Points([4]), Points([2], [0]), Numbers(1), Numbers(2, -1)])
            .Edge(EdgeKind.VeryLarge, "taken a million times", [Points([-7], [5]), Points([-1]), Numbers(1_000_000, 1_000_000), Numbers(2_000_000)])
            .Random(10, random => Balanced(random))
            .Random(10, random => Spoilt(random))
            .Mutant("only the first sums are compared", (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => Balances(FirstOnly(on), FirstOnly(off), timesOn, timesOff))
            .Mutant("the first sums are not compared", (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => Balances(WithoutFirst(on), WithoutFirst(off), timesOn, timesOff))
            .Mutant("all numbers are added together", (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => Balances(AddedUp(on), AddedUp(off), timesOn, timesOff))
            .Mutant("every point must be taken", (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => timesOn.Concat(timesOff).All(times => times > 0) && Balances(on, off, timesOn, timesOff))
            .Mutant("counts the points, not how often they are taken", (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => NotNegative(timesOn, timesOff) && Something(timesOn) && timesOn.Count(times => times > 0) == timesOff.Count(times => times > 0) && SameSums(on, off, timesOn, timesOff))
            .Mutant("only on points are asked for negative times", (int[][] on, int[][] off, int[] timesOn, int[] timesOff) => timesOn.All(times => times >= 0) && Something(timesOn) && timesOn.Sum() == timesOff.Sum() && SameSums(on, off, timesOn, timesOff));

    private static Oracle ParityNet() =>
        Oracle.Define("03.parity", Family, (int[] x) => (int[])[.. Hidden(x), x.Sum() % 2])
            .Edge(EdgeKind.One, "one input, off", [Numbers(0)])
            .Edge(EdgeKind.One, "one input, on", [Numbers(1)])
            .Edge(EdgeKind.Special, "the last of six alone", [Numbers(0, 0, 0, 0, 0, 1)])
            .Edge(EdgeKind.Special, "eight, all on", [Numbers(1, 1, 1, 1, 1, 1, 1, 1)])
            .Edge(EdgeKind.Special, "seven, all on", [Numbers(1, 1, 1, 1, 1, 1, 1)])
            .Edge(EdgeKind.Many, "a hundred and one inputs", random => [Bits(101, random)])
            .Random(16, random => [Bits(random.Next(2, 9), random)])
            .Mutant("the output is on where the number is even", (int[] x) => (int[])[.. Hidden(x), 1 - x.Sum() % 2])
            .Mutant("the hidden units run backwards", (int[] x) => (int[])[.. Hidden(x).Reverse(), x.Sum() % 2])
            .Mutant("the output comes first", (int[] x) => (int[])[x.Sum() % 2, .. Hidden(x)])
            .Mutant("the output alone", (int[] x) => (int[])[x.Sum() % 2])
            .Mutant("only three hidden units", (int[] x) => (int[])[.. Hidden(x).Take(3), x.Sum() % 2])
            .Mutant("the output asks for exactly one", (int[] x) => (int[])[.. Hidden(x), x.Sum() == 1 ? 1 : 0]);

    private static Oracle Count() =>
        Oracle.Define("03.count", Family, (int n, int m) => Functions(n, -m, m, -n * m, n * m + 1))
            .Edge(EdgeKind.One, "one input, no weights", [1, 0])
            .Edge(EdgeKind.One, "one input, large weights", [1, 5])
            .Edge(EdgeKind.Special, "two inputs, weights up to 2", [2, 2])
            .Edge(EdgeKind.Special, "three inputs, weights beyond what is needed", [3, 3])
            .Edge(EdgeKind.Special, "four inputs, weights up to 1", [4, 1])
            .Edge(EdgeKind.Special, "four inputs, weights up to 2", [4, 2])
            .Random(4, random => [random.Next(1, 4), random.Next(0, 4)])
            .Mutant("weights are never 0", (int n, int m) => m == 0 ? 2 : Functions(n, -m, m, -n * m, n * m + 1) - 2 * n)
            .Mutant("always on is missed", (int n, int m) => Functions(n, -m, m, -n * m, n * m + 1) - 1)
            .Mutant("thresholds as small as the weights", (int n, int m) => Functions(n, -m, m, -m, m))
            .Mutant("weights one too small", (int n, int m) => m == 0 ? 2 : Functions(n, 1 - m, m - 1, -n * m, n * m + 1))
            .Mutant("all threshold functions, whatever the weights", (int n, int m) => n == 1 ? 4 : n == 2 ? 14 : n == 3 ? 104 : 1882)
            .Mutant("all Boolean functions", (int n, int m) => (int)Math.Pow(2, 1 << n));

    private static Oracle Masks() =>
        Oracle.Define("03.masks", Family, (int[] table) => Weights(table, (a, r) => (a & r) == a))
            .Edge(EdgeKind.Special, "one input, itself", [Numbers(0, 1)])
            .Edge(EdgeKind.Special, "always: the constant alone", [Numbers(1, 1, 1, 1, 1, 1, 1, 1)])
            .Edge(EdgeKind.Special, "the second of three inputs", [Numbers(0, 0, 1, 1, 0, 0, 1, 1)])
            .Edge(EdgeKind.Special, "the first implies the second", [Numbers(1, 1, 0, 1)])
            .Edge(EdgeKind.Special, "NOR of three", [Numbers(1, 0, 0, 0, 0, 0, 0, 0)])
            .Edge(EdgeKind.Many, "parity of eight inputs", [Enumerable.Range(0, 256).Select(row => int.PopCount(row) % 2).ToArray()])
            .Edge(EdgeKind.Many, "any function of seven inputs", random => [Bits(128, random)])
            .Random(12, random => [Bits(1 << random.Next(2, 6), random)])
            .Mutant("weights without signs", (int[] table) => Array.ConvertAll(Weights(table, (a, r) => (a & r) == a), Math.Abs))
            .Mutant("remainders modulo 2", (int[] table) => Array.ConvertAll(Weights(table, (a, r) => (a & r) == a), weight => weight & 1))
            .Mutant("the digits of the row read backwards", (int[] table) => Backwards(Weights(table, (a, r) => (a & r) == a)))
            .Mutant("the truth table itself", (int[] table) => table)
            .Mutant("products whose inputs are off", (int[] table) => Weights([.. table.Reverse()], (a, r) => (a & r) == a))
            .Mutant("products of two inputs at the most", (int[] table) => Weights(table, (a, r) => (a & r) == a).Select((weight, a) => int.PopCount(a) <= 2 ? weight : 0).ToArray());

    private static Oracle Cycle() =>
        Oracle.Define("03.cycle", Family, (int[][] on, int[][] off) => Walk(on, off))
            .Edge(EdgeKind.One, "the same point on both sides", [Points([2, -3]), Points([2, -3])])
            .Edge(EdgeKind.One, "two points that a unit separates", [Points([-1]), Points([1])])
            .Edge(EdgeKind.Tie, "an off point at the origin, where the sum is the bias alone", [Points([-1], [1]), Points([0])])
            .Edge(EdgeKind.Special, "the opposite of XOR", [Points([0, 0], [1, 1]), Points([0, 1], [1, 0])])
            .Edge(EdgeKind.Special, "an odd number of three", [Corners(3, odd: true), Corners(3, odd: false)])
            .Edge(EdgeKind.Special, "an odd number of four", [Corners(4, odd: true), Corners(4, odd: false)])
            .Edge(EdgeKind.Special, "majority, which rests after a while", [Points([0, 1, 1], [1, 0, 1], [1, 1, 0], [1, 1, 1]), Points([0, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0])])
            .Edge(EdgeKind.Special, "a point inside a triangle", [Points([0, 0], [4, 0], [0, 4]), Points([1, 2])])
            .Edge(EdgeKind.Negative, "points below zero, one between two", [Points([-2], [-6]), Points([-5])])
            .Edge(EdgeKind.Many, "twenty points of a small square", random => SomePoints(10, 10, random))
            .Random(14, random => SomePoints(random.Next(1, 5), random.Next(1, 5), random))
            .Mutant("always comes to rest", (int[][] on, int[][] off) => Array.Empty<int>())
            .Mutant("never comes to rest", (int[][] on, int[][] off) => Walk(on, off) is { Length: > 0 } ring ? ring : new int[on.Length + off.Length])
            .Mutant("every point once", (int[][] on, int[][] off) => on.Concat(off).Select(_ => 1).ToArray())
            .Mutant("off points first", (int[][] on, int[][] off) => (int[])(Walk(on, off) is { Length: > 0 } ring ? [.. ring[on.Length..], .. ring[..on.Length]] : []))
            .Mutant("one correction too many", (int[][] on, int[][] off) => (int[])(Walk(on, off) is [var first, .. var rest] ? [first + 1, .. rest] : []))
            .Mutant("on points alone", (int[][] on, int[][] off) => Walk(on, off).Take(on.Length).ToArray())
            .Mutant("nothing is taken", (int[][] on, int[][] off) => Array.ConvertAll(Walk(on, off), _ => 0));

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
        [.. Enumerable.Range(0, 1 << n).Where(row => int.IsOddInteger(int.PopCount(row)) == odd).Select(row => Enumerable.Range(0, n).Select(i => row >> i & 1).ToArray())];

    /// <summary>Points that balance: the off points are the on points, coordinate by coordinate dealt out anew.</summary>
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
