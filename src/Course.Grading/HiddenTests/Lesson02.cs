using static Course.Grading.HiddenTests.Answers.Lesson02Answers;
using static Course.Perceptrons.Lesson02Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>
/// The hidden halves of lesson 02. Inputs are whole numbers or quarters, so sums are exact in any order, and a tie is a tie for everybody.
/// </summary>
internal static class Lesson02
{
    internal static IReadOnlyList<HiddenTest> All => [Learn(), Bias(), Averaged(), Softmax(), Confusion()];

    private static HiddenTest<LearnAnswer> Learn() =>
        HiddenTest.Define<LearnAnswer>("02.learn", (w, x, t, eta) => Moved(w, x, eta * (t - Fires(w, x))))
            .Edge(EdgeKind.One, "one weight that should grow", [new[] { -1.0 }, new[] { 2.0 }, 1, 0.5])
            .Edge(EdgeKind.One, "one weight that should shrink", [new[] { 1.0 }, new[] { 2.0 }, 0, 0.5])
            .Edge(EdgeKind.Tie, "the sum is exactly 0, which is silence, and silence is right",
                [new[] { 1.0, -1 }, new[] { 1.0, 1 }, 0, 1.0])
            .Edge(EdgeKind.Tie, "the sum is exactly 0, which is silence, and silence is wrong",
                [new[] { 1.0, -1 }, new[] { 1.0, 1 }, 1, 1.0])
            .Edge(EdgeKind.Tie, "the weights know nothing yet", [new double[3], new[] { 1.0, 2, -3 }, 1, 0.25])
            .Edge(EdgeKind.Negative, "negative inputs and weights", [new[] { -2.0, -0.5 }, new[] { -1.0, -4 }, 0, 0.5])
            .Edge(EdgeKind.VeryLarge, "numbers in the millions", [new[] { 4e6, -1e6 }, new[] { 1e6, 2e6 }, 0, 0.25])
            .Edge(EdgeKind.Many, "as many inputs as a small picture has pixels", random => Example(196, random))
            .Random(20, random => Example(random.Next(1, 6), random))
            .WrongAnswer("You moved the other way", (w, x, t, eta) => Moved(w, x, -eta * (t - Fires(w, x))))
            .WrongAnswer("You learn from every example", (w, x, t, eta) => Moved(w, x, eta * (2 * t - 1)))
            .WrongAnswer("The step η is missing", (w, x, t, eta) => Moved(w, x, t - Fires(w, x)))
            .WrongAnswer("At a sum of exactly 0", (w, x, t, eta) => Moved(w, x, eta * (t - (Sum(w, x) >= 0 ? 1 : 0))))
            .HiddenWrongAnswer("corrects only what fires wrongly", (w, x, t, eta) => Moved(w, x, eta * Math.Min(0, t - Fires(w, x))))
            .HiddenWrongAnswer("corrects only what is silent wrongly", (w, x, t, eta) => Moved(w, x, eta * Math.Max(0, t - Fires(w, x))))
            .WrongAnswer("You returned the change alone", (w, x, t, eta) => Array.ConvertAll(x, input => eta * (t - Fires(w, x)) * input))
            .WrongAnswer("You took the sum for the answer", (w, x, t, eta) => Moved(w, x, eta * (t - Sum(w, x))))
            .HiddenWrongAnswer("moves every weight by the same step",
                (w, x, t, eta) => Array.ConvertAll(w, weight => weight + eta * (t - Fires(w, x))));

    private static HiddenTest<BiasAnswer> Bias() =>
        HiddenTest.Define<BiasAnswer>("02.bias", (x, t, epochs) => Trained(x, t, epochs, WithOne))
            .Edge(EdgeKind.One, "one example, one pass", [new double[][] { [2, -1] }, new[] { 1 }, 1])
            .Edge(EdgeKind.Tie, "zero inputs: the bias alone must do it", [new double[][] { [0, 0], [0, 0] }, new[] { 1, 1 }, 3])
            .Edge(EdgeKind.Special, "no passes", [Corners(), new[] { 0, 1, 1, 1 }, 0])
            .Edge(EdgeKind.Special, "XOR, which it never learns", [Corners(), new[] { 0, 1, 1, 0 }, 7])
            .Edge(EdgeKind.Negative, "fire below zero", [new double[][] { [-3], [-1], [2] }, new[] { 1, 0, 0 }, 6])
            .Edge(EdgeKind.VeryLarge, "numbers in the millions", [new double[][] { [1e6, 3e6], [2e6, -1e6] }, new[] { 0, 1 }, 9])
            .Edge(EdgeKind.Many, "a hundred examples", random => Examples(100, 4, epochs: 5, random))
            .Random(12, random => Examples(random.Next(2, 8), random.Next(1, 4), random.Next(1, 8), random))
            .WrongAnswer("The last weight never learns", (x, t, epochs) => Trained(x, t, epochs, row => [.. row, 0]))
            .WrongAnswer("The constant 1 belongs at the end of each example", (x, t, epochs) => Trained(x, t, epochs, row => [1, .. row]))
            .WrongAnswer("These are the weights after one pass", (x, t, epochs) => Trained(x, t, Math.Min(epochs, 1), WithOne))
            .WrongAnswer("At a sum of exactly 0", (x, t, epochs) => Last(Array.ConvertAll(x, WithOne), t, epochs, atZero: true))
            .WrongAnswer("The bias is missing from the result", (x, t, epochs) => Trained(x, t, epochs, WithOne)[..^1])
            .HiddenWrongAnswer("all weights are reset before each pass", (x, t, epochs) => Trained(x, t, epochs == 0 ? 0 : 1, WithOne))
            .HiddenWrongAnswer("one pass too many", (x, t, epochs) => Trained(x, t, epochs + 1, WithOne))
            .HiddenWrongAnswer("one pass too few", (x, t, epochs) => Trained(x, t, Math.Max(epochs - 1, 0), WithOne))
            .HiddenWrongAnswer("from the last example to the first",
                (x, t, epochs) => Trained([.. x.Reverse()], [.. t.Reverse()], epochs, WithOne))
            .HiddenWrongAnswer("the constant is -1", (x, t, epochs) => Trained(x, t, epochs, row => [.. row, -1]))
            .HiddenWrongAnswer("steps of a half", (x, t, epochs) => Array.ConvertAll(Trained(x, t, epochs, WithOne), weight => weight / 2));

    private static HiddenTest<AveragedAnswer> Averaged() =>
        HiddenTest.Define<AveragedAnswer>("02.averaged", (x, t, epochs) => Mean(After(x, t, epochs)))
            .Edge(EdgeKind.One, "one example, one pass", [new double[][] { [2, -1] }, new[] { 1 }, 1])
            .Edge(EdgeKind.Special, "never wrong: the weights stay 0", [new double[][] { [1, 2], [3, 4], [-1, 0] }, new[] { 0, 0, 0 }, 2])
            .Edge(EdgeKind.Special, "right for long after one mistake",
                [new double[][] { [1, 0], [1, 0], [1, 0], [1, 0], [1, 0] }, new[] { 1, 1, 1, 1, 1 }, 4])
            .Edge(EdgeKind.Tie, "a sum of exactly 0 is silence, and that is wrong",
                [new double[][] { [1, 1], [1, -1], [2, -2] }, new[] { 1, 1, 1 }, 2])
            .Edge(EdgeKind.Negative, "negative inputs", [new double[][] { [-1, -2], [-2, 1], [-1, -1] }, new[] { 1, 0, 0 }, 3])
            .Edge(EdgeKind.VeryLarge, "numbers in the millions", [new double[][] { [1e6, 3e6], [2e6, -1e6] }, new[] { 1, 0 }, 3])
            .Edge(EdgeKind.Many, "a hundred examples", random => Examples(100, 4, epochs: 3, random))
            .Random(12, random => Examples(random.Next(2, 8), random.Next(1, 4), random.Next(1, 6), random))
            .WrongAnswer("These are the last weights", (x, t, epochs) => Average(x, t, epochs).Last)
            .WrongAnswer("You averaged over the mistakes", (x, t, epochs) => Average(x, t, epochs).OverMistakes)
            .WrongAnswer("You divide by the number of mistakes",
                (x, t, epochs) => Average(x, t, epochs) is (_, var mean, > 0) ? mean : Array.ConvertAll(x[0], _ => double.NaN))
            .WrongAnswer("You add the weights up only after a mistake",
                (x, t, epochs) => Average(x, t, epochs) is var (_, means, mistakes)
                    ? Array.ConvertAll(means, mean => mean * mistakes / (epochs * x.Length)) : [])
            .WrongAnswer("You divided by the number of passes",
                (x, t, epochs) => Array.ConvertAll(Mean(After(x, t, epochs)), mean => mean * x.Length))
            .WrongAnswer("You divided by the number of examples in one pass",
                (x, t, epochs) => Array.ConvertAll(Mean(After(x, t, epochs)), mean => mean * epochs))
            .WrongAnswer("You add the weights up before the correction",
                (x, t, epochs) => Mean(After(x, t, epochs).SkipLast(1).Prepend(new double[x[0].Length])))
            .HiddenWrongAnswer("the weights after each pass",
                (x, t, epochs) => Mean(After(x, t, epochs).Where((_, shown) => (shown + 1) % x.Length == 0)))
            .HiddenWrongAnswer("the sum, not the mean",
                (x, t, epochs) => Array.ConvertAll(Mean(After(x, t, epochs)), mean => mean * epochs * x.Length))
            .HiddenWrongAnswer("the first pass does not count", (x, t, epochs) => Mean(After(x, t, epochs + 1).Skip(x.Length)))
            .WrongAnswer("At a sum of exactly 0", (x, t, epochs) => Mean(After(x, t, epochs, atZero: true)))
            .HiddenWrongAnswer("with a bias that is then dropped",
                (x, t, epochs) => Mean(After(Array.ConvertAll(x, WithOne), t, epochs))[..^1]);

    private static HiddenTest<SoftmaxAnswer> Softmax() =>
        HiddenTest.Define<SoftmaxAnswer>("02.softmax", s => Shares(s, s.Max()))
            .ForbidNamespace("System.Numerics.Tensors")
            .Edge(EdgeKind.One, "one sum has all", [new[] { -3.5 }])
            .Edge(EdgeKind.Tie, "all sums are equal", [new[] { 2.5, 2.5, 2.5, 2.5 }])
            .Edge(EdgeKind.Negative, "all sums are negative", [new[] { -1.0, -2, -3 }])
            .Edge(EdgeKind.VeryLarge, "the largest sum comes last", [new[] { 0.0, 0, 5000 }])
            .Edge(EdgeKind.VeryLarge, "one large sum among many small ones", [new[] { 0.0, 0, 5000, 0, 0, 0 }])
            .Edge(EdgeKind.VeryLarge, "far below zero", [new[] { -100000.0, -100001, -100000 }])
            .Edge(EdgeKind.VeryLarge, "as far apart as numbers go", [new[] { -1e300, 1e300, 1e300 }])
            .Edge(EdgeKind.Many, "a thousand sums", random => [Sums(1000, spread: 4, random)])
            .Random(8, random => [Sums(random.Next(2, 10), spread: 4, random)])
            .Random(8, random => [Sums(random.Next(2, 10), spread: 900, random)])
            .WrongAnswer("Infinity over infinity is not a number", s => Shares(s, 0))
            .WrongAnswer("You shared out the sums themselves", s => Array.ConvertAll(s, v => v / s.Sum()))
            .WrongAnswer("Subtract the largest sum, not the smallest", s => Shares(s, s.Min()))
            .WrongAnswer("Less the mean is not enough", s => Shares(s, s.Average()))
            .WrongAnswer("Subtract the largest sum, not the first", s => Shares(s, s[0]))
            .HiddenWrongAnswer("less the largest size, whatever its sign", s => Shares(s, s.Max(Math.Abs)))
            .HiddenWrongAnswer("powers of 2", s => Shares(Array.ConvertAll(s, sum => (sum - s.Max()) * Math.Log(2)), 0))
            .HiddenWrongAnswer("not shared out", s => Array.ConvertAll(s, sum => Math.Exp(sum - s.Max())))
            .HiddenWrongAnswer("all to the first of the largest",
                s => s.Select((_, i) => i == Array.IndexOf(s, s.Max()) ? 1.0 : 0).ToArray())
            .WrongAnswer("Subtract the largest sum; you divided by it", s => Shares(Array.ConvertAll(s, sum => sum / s.Max()), 0))
            .WrongAnswer("You cut large sums off", s => Shares(Array.ConvertAll(s, sum => Math.Clamp(sum, -700, 700)), 0))
            .HiddenWrongAnswer("gives the smallest sum most", s => Shares(Array.ConvertAll(s, sum => -sum), -s.Min()));

    private static HiddenTest<ConfusionAnswer> Confusion() =>
        HiddenTest.Define<ConfusionAnswer>("02.confusion", (truth, answers, classes) => Rates(truth, answers, classes))
            .Edge(EdgeKind.Empty, "no examples: every row is zeros", [Array.Empty<int>(), Array.Empty<int>(), 3])
            .Edge(EdgeKind.One, "one class", [new[] { 0, 0 }, new[] { 0, 0 }, 1])
            .Edge(EdgeKind.One, "one example", [new[] { 1 }, new[] { 2 }, 3])
            .Edge(EdgeKind.Special, "the last classes never occur", [new[] { 0, 1, 1 }, new[] { 1, 1, 0 }, 5])
            .Edge(EdgeKind.Special, "always wrong", [new[] { 0, 0, 1, 1, 1 }, new[] { 1, 1, 0, 0, 0 }, 2])
            .Edge(EdgeKind.Many, "a thousand examples of ten classes", random => Answers(1000, 10, random))
            .Random(12, random => Answers(random.Next(3, 30), random.Next(2, 6), random))
            .WrongAnswer("Rows and columns are exchanged", (truth, answers, classes) => Rates(answers, truth, classes))
            .WrongAnswer("Divide each row by the number of examples of that class",
                (truth, answers, classes) => DividedBy(truth.Length, Counts(truth, answers, classes, 1)))
            .WrongAnswer("These are counts", (truth, answers, classes) => Counts(truth, answers, classes, 1))
            .HiddenWrongAnswer("a class without examples is all right",
                (truth, answers, classes) => WithEmptyRows(truth, answers, classes, (row, column) => row == column ? 1 : 0))
            .WrongAnswer("Each column adds up to 1", (truth, answers, classes) => Transposed(Rates(answers, truth, classes)))
            .WrongAnswer("A class without examples gives 0 divided by 0",
                (truth, answers, classes) => WithEmptyRows(truth, answers, classes, (_, _) => double.NaN))
            .HiddenWrongAnswer("a class without examples has no row",
                (truth, answers, classes) => Rates(truth, answers, classes).Where((_, row) => truth.Contains(row)).ToArray())
            .HiddenWrongAnswer("the diagonal alone",
                (truth, answers, classes) =>
                    Rates(truth, answers, classes).Select((row, i) => row.Select((rate, j) => i == j ? rate : 0).ToArray()).ToArray())
            .WrongAnswer("You divided whole numbers",
                (truth, answers, classes) => Rates(truth, answers, classes).Select(row => Array.ConvertAll(row, Math.Floor)).ToArray())
            .HiddenWrongAnswer("as many classes as were seen",
                (truth, answers, classes) => Rates(truth, answers, truth.Concat(answers).DefaultIfEmpty(-1).Max() + 1));

    private static double[] WithOne(double[] row) => [.. row, 1];

    private static double Sum(double[] w, double[] x) => w.Zip(x, (a, b) => a * b).Sum();

    /// <summary>The weights after each example shown.</summary>
    private static List<double[]> After(double[][] x, int[] t, int epochs, bool atZero = false)
    {
        List<double[]> weights = [];
        double[] w = new double[x[0].Length];
        for (int shown = 0; shown < epochs * x.Length; shown++)
        {
            int i = shown % x.Length;
            double sum = Sum(w, x[i]);
            w = Moved(w, x[i], t[i] - (sum > 0 || (atZero && sum == 0) ? 1 : 0));
            weights.Add(w);
        }

        return weights;
    }

    private static double[] Last(double[][] x, int[] t, int epochs, bool atZero) =>
        After(x, t, epochs, atZero) is [.., var last] ? last : new double[x[0].Length];

    private static double[] Mean(IEnumerable<double[]> weights)
    {
        double[][] all = [.. weights];
        return [.. Enumerable.Range(0, all[0].Length).Select(i => all.Average(w => w[i]))];
    }

    private static double[][] WithEmptyRows(int[] truth, int[] answers, int classes, Func<int, int, double> at) =>
        [.. Rates(truth, answers, classes).Select((row, i) => truth.Contains(i) ? row : [.. row.Select((_, j) => at(i, j))])];

    private static double[][] DividedBy(int number, double[][] counts) =>
        Array.ConvertAll(counts, row => Array.ConvertAll(row, count => count / number));

    private static double[][] Transposed(double[][] rates) => [.. rates.Select((row, i) => row.Select((_, j) => rates[j][i]).ToArray())];

    private static double[] Quarters(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-8, 9) / 4.0)];

    private static object?[] Example(int inputs, Random random) =>
        [Quarters(inputs, random), Quarters(inputs, random), random.Next(2), random.Next(1, 5) / 4.0];

    private static object?[] Examples(int count, int inputs, int epochs, Random random) =>
        [Enumerable.Range(0, count).Select(_ => Quarters(inputs, random)).ToArray(), Labels(count, 2, random), epochs];

    private static double[] Sums(int count, double spread, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => spread * (2 * random.NextDouble() - 1))];

    private static int[] Labels(int count, int classes, Random random) => [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];

    private static object?[] Answers(int examples, int classes, Random random) =>
        [Labels(examples, classes, random), Labels(examples, classes, random), classes];
}
