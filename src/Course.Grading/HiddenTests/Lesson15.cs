using static Course.Grading.HiddenTests.Answers.Lesson15Answers;
using static Course.Scaling.Lesson15Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 15.</summary>
internal static class Lesson15
{
    internal static IReadOnlyList<HiddenTest> All => [Law(), Cost(), Budget(), Kinder()];

    private static HiddenTest<FitAnswer> Law() =>
        HiddenTest.Define<FitAnswer>("15.power-law", Fitted)
            .Edge(EdgeKind.Special, "two points, 1 is not among them", [new[] { 3.0, 12 }, new[] { 5.0, 2 }])
            .Edge(EdgeKind.Special, "the measurements are not in order", [new[] { 9.0, 1, 4, 2 }, new[] { 2.0, 7, 3, 4 }])
            .Edge(EdgeKind.VeryLarge, "sizes up to 10¹¹", [new[] { 1e5, 1e7, 1e9, 1e11 }, new[] { 6.0, 4.4, 3.1, 2.2 }])
            .Edge(EdgeKind.Special, "loss that rises", [new[] { 1.0, 2, 4, 8 }, new[] { 1.0, 1.5, 2, 3.5 }])
            .Edge(EdgeKind.Many, "fifty measurements", random => Measured(50, random))
            .Random(14, random => Measured(random.Next(4, 9), random))
            .WrongAnswer("b is positive where", (x, y) => [Fitted(x, y)[0], -Fitted(x, y)[1]])
            .WrongAnswer("The line's height", (x, y) => [Math.Log(Fitted(x, y)[0]), Fitted(x, y)[1]])
            .WrongAnswer("Take the logarithms", (x, y) => [Line(x, y).Height, -Line(x, y).Slope])
            .WrongAnswer("All points count", (x, y) => Fitted([x[0], x[^1]], [y[0], y[^1]]))
            .WrongAnswer("x needs its", (x, y) =>
            {
                (double height, double slope) = Line(x, Logarithms(y));
                return [Math.Exp(height), -slope];
            })
            .HiddenWrongAnswer("forces the law through 1 at x = 1", (x, y) =>
                [1, -Logarithms(x).Zip(Logarithms(y), (u, v) => u * v).Sum() / Logarithms(x).Sum(u => u * u)])
            .HiddenWrongAnswer("b comes first", (x, y) => [.. Fitted(x, y).Reverse()]);

    private static HiddenTest<FlopsAnswer> Cost() =>
        HiddenTest.Define<FlopsAnswer>("15.flops", (layers, width, vocabulary, context, tokens) =>
                Training(layers, width, vocabulary, context, tokens))
            .Edge(EdgeKind.One, "a context of one token", [2, 8, 5, 1, 1.0])
            .Edge(EdgeKind.Special, "no block: the table alone", [0, 8, 5, 4, 10.0])
            .Edge(EdgeKind.Special, "a context longer than the model is wide", [1, 4, 3, 100, 2.0])
            .Edge(EdgeKind.VeryLarge, "the 13B model of GPT-3's paper", [40, 5_120, 50_257, 2_048, 300e9])
            .Random(12, random => [random.Next(1, 20), 64 * random.Next(1, 30), random.Next(100, 60_000), random.Next(16, 3_000),
                Math.Round(1e6 * (1 + random.NextDouble()))])
            .WrongAnswer("The way back", (n, d, V, T, D) => Training(n, d, V, T, D, passes: 1))
            .WrongAnswer("Each weight takes", (n, d, V, T, D) => Training(n, d, V, T, D, each: 1))
            .WrongAnswer("Queries meet keys", (n, d, V, T, D) => Training(n, d, V, T, D, heads: 0))
            .WrongAnswer("Two products of", (n, d, V, T, D) => Training(n, d, V, T, D, heads: 1))
            .WrongAnswer("The answer is compared", (n, d, V, T, D) => Training(n, d, V, T, D, output: 0))
            .HiddenWrongAnswer("counts in whole numbers of 32 bits", (n, d, V, T, D) =>
                unchecked(3 * ((24 * n * d * d) + (4 * n * T * d) + (2 * V * d))) * D)
            .HiddenWrongAnswer("6 N D with the embeddings", (n, d, V, T, D) => 6 * ((12.0 * n * d * d) + ((double)(V + T) * d)) * D)
            .HiddenWrongAnswer("the way back costs as much as the way forward", (n, d, V, T, D) => Training(n, d, V, T, D, passes: 2));

    private static HiddenTest<SplitAnswer> Budget() =>
        HiddenTest.Define<SplitAnswer>("15.chinchilla", (C, A, alpha, B, beta) => Split(C, A, alpha, B, beta))
            .Edge(EdgeKind.One, "a budget of one operation", [1.0, 3.0, 0.5, 2.0, 0.25])
            .Edge(EdgeKind.Special, "size wears off four times as fast", [1e6, 2.0, 0.8, 3.0, 0.2])
            .Edge(EdgeKind.Special, "a budget below one token", [0.01, 5.0, 0.4, 1.0, 0.3])
            .Edge(EdgeKind.VeryLarge, "GPT-3's budget", [3.14e23, 482.01, 0.3478, 2085.43, 0.3658])
            .Random(14, random => [Math.Pow(10, 3 + (20 * random.NextDouble())), 1 + (500 * random.NextDouble()),
                0.25 + (0.2 * random.NextDouble()), 600 + (1_000 * random.NextDouble()), 0.5 + (0.3 * random.NextDouble())])
            .WrongAnswer("C is 6 N D", (C, A, alpha, B, beta) => Split(C, A, alpha, B, beta, per: 1))
            .WrongAnswer("N comes first", (C, A, alpha, B, beta) => [.. Split(C, A, alpha, B, beta).Reverse()])
            .WrongAnswer("α and β stand", (C, A, alpha, B, beta) => Split(C, A, alpha, B, beta, slopes: false))
            .WrongAnswer("N grows with C", (C, A, alpha, B, beta) => Split(C, A, alpha, B, beta, turned: true))
            .WrongAnswer("N and D need", (C, _, _, _, _) => [Math.Sqrt(C / 6), Math.Sqrt(C / 6)])
            .HiddenWrongAnswer("twenty tokens for each parameter", (C, _, _, _, _) => [Math.Sqrt(C / 120), 20 * Math.Sqrt(C / 120)])
            .HiddenWrongAnswer("the exponents alone decide", (C, _, alpha, _, beta) => Split(C, 1 / alpha, alpha, 1 / beta, beta));

    private static HiddenTest<MetricsAnswer> Kinder() =>
        HiddenTest.Define<MetricsAnswer>("15.metric", (written, right) => Scores(written, right, (a, b) => Distance(a, b)))
            .Edge(EdgeKind.One, "one answer with its digits moved", [new[] { "1234" }, new[] { "2341" }])
            .Edge(EdgeKind.Special, "nothing was written", [new[] { "", "" }, new[] { "15", "720" }])
            .Edge(EdgeKind.Special, "far more was written than asked", [new[] { "100000", "12" }, new[] { "1", "12" }])
            .Edge(EdgeKind.Special, "two digits changed places", [new[] { "1324", "21", "5" }, new[] { "1234", "12", "5" }])
            .Edge(EdgeKind.Tie, "all answers are right", [new[] { "7", "88", "999" }, new[] { "7", "88", "999" }])
            .Edge(EdgeKind.Many, "forty answers", random => Answers(40, random))
            .Random(14, random => Answers(random.Next(3, 9), random))
            .WrongAnswer("A missing digit", (written, right) => Scores(written, right, (a, b) => Differences(a, b)))
            .WrongAnswer("To replace a sign", (written, right) => Scores(written, right, (a, b) => Distance(a, b, replace: 2)))
            .WrongAnswer("Both figures", (written, right) =>
                [Scores(written, right, (_, _) => 0)[0], written.Zip(right, (a, b) => Distance(a, b)).Sum()])
            .WrongAnswer("The first figure", (written, right) =>
                [written.Zip(right).Count(pair => pair.First == pair.Second), written.Zip(right, (a, b) => Distance(a, b)).Average()])
            .WrongAnswer("Right answers count", (written, right) =>
            {
                double[] scores = Scores(written, right, (a, b) => Distance(a, b));
                return [scores[0], scores[0] == 1 ? 0 : scores[1] / (1 - scores[0])];
            })
            .HiddenWrongAnswer("one digit too many or too few is right", (written, right) =>
                [Scores(written, right, (_, _) => 0)[0], written.Zip(right, (a, b) => (double)Math.Abs(a.Length - b.Length)).Average()])
            .HiddenWrongAnswer("the share of wrong answers", (written, right) =>
            {
                double[] scores = Scores(written, right, (a, b) => Distance(a, b));
                return [1 - scores[0], scores[1]];
            });

    // A law with a few per cent of noise.
    private static object[] Measured(int count, Random random)
    {
        double a = 2 + (8 * random.NextDouble()), b = 0.05 + (0.4 * random.NextDouble());
        double[] x =
            [.. Enumerable.Range(0, count).Select(n => Math.Round(10 * Math.Pow(3, n * 12.0 / count) * (1 + random.NextDouble())))];
        return [x, x.Select(one => a * Math.Pow(one, -b) * (0.9 + (0.2 * random.NextDouble()))).ToArray()];
    }

    // Right answers, and what a hasty calculator makes of them; the first lacks a digit in front, the second is right.
    private static object[] Answers(int count, Random random)
    {
        string[] right = [.. Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, 5).Select(_ => random.Next(1, 10))))];
        string[] written = [.. right.Select((answer, n) => (n == 0 ? 0 : n == 1 ? 3 : random.Next(4)) switch
        {
            0 => answer[1..],
            1 => answer + random.Next(10),
            2 => answer[..2] + (char)('0' + ((answer[2] - '0' + 1) % 10)) + answer[3..],
            _ => answer,
        })];
        return [written, right];
    }
}
