using static Course.Grading.HiddenTests.Answers.Lesson12Answers;
using static Course.Transformers.Lesson12Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 12.</summary>
internal static class Lesson12
{
    private const int Everything = 2_000;

    internal static IReadOnlyList<HiddenTest> All => [Looked(), Placed(), Masked(), Searched()];

    private static HiddenTest<LookAnswer> Looked() =>
        HiddenTest.Define<LookAnswer>("12.look", (q, k) => Softmax(Matches(q, k, Root)))
            .Edge(EdgeKind.One, "one key of nine numbers", random => [Numbers(9, 2, random), new[] { Numbers(9, 2, random) }])
            .Edge(EdgeKind.Tie, "three equal keys", [new[] { 1.0, -2, 3 }, new[] { new[] { 1.0, 1, 1 }, [1, 1, 1], [1, 1, 1] }])
            .Edge(EdgeKind.Special, "a query of zeros", [new[] { 0.0, 0 }, new[] { new[] { 4.0, 1 }, [-3, 2] }])
            .Edge(EdgeKind.VeryLarge, "matches in the thousands", [new[] { 1_000.0, 1_000 }, new[] { new[] { 2.0, 2 }, [2, 1.9995], [0, 0] }])
            .Edge(EdgeKind.Negative, "all matches far below zero", [new[] { 60.0, 60 }, new[] { new[] { -40.0, -40 }, [-40, -39.99] }])
            .Edge(EdgeKind.Many, "forty keys of 64 numbers", random => [Numbers(64, 1, random), Rows(40, 64, 1, random)])
            .Random(12, random => Look(random.Next(2, 9), random.Next(2, 7), random))
            .WrongAnswer("Divide each match", (q, k) => Softmax(Matches(q, k, (_, _) => 1)))
            .WrongAnswer("Divide by the root", (q, k) => Softmax(Matches(q, k, (d, _) => d)))
            .WrongAnswer("d is the length", (q, k) => Softmax(Matches(q, k, (_, keys) => Math.Sqrt(keys))))
            .WrongAnswer("Subtract the largest", (q, k) => Softmax(Matches(q, k, Root), safe: false))
            .WrongAnswer("The shares must add up", (q, k) => Softmax(Matches(q, k, Root), shares: false))
            .HiddenWrongAnswer("looks away", (q, k) => Softmax(Matches(q, k, Root).Select(match => -match)))
            .HiddenWrongAnswer("only the best key", (q, k) =>
            {
                double[] matches = [.. Matches(q, k, Root)];
                return Array.ConvertAll(matches, match => match == matches.Max() ? 1.0 : 0);
            });

    private static HiddenTest<PositionAnswer> Placed() =>
        HiddenTest.Define<PositionAnswer>("12.position", (pos, d) => Position(pos, d, j => 2.0 * (j / 2) / d))
            .Edge(EdgeKind.One, "position 1, one pair", [1, 2])
            .Edge(EdgeKind.Special, "position 0, eight numbers", [0, 8])
            .Edge(EdgeKind.Special, "512 numbers", [37, 512])
            .Edge(EdgeKind.VeryLarge, "position 9,999", [9_999, 16])
            .Random(12, random => [random.Next(1, 500), 2 * random.Next(2, 20)])
            .WrongAnswer("The two numbers", (pos, d) => Position(pos, d, j => (double)j / d))
            .WrongAnswer("The sine comes first", (pos, d) => Position(pos, d, j => 2.0 * (j / 2) / d, sineFirst: false))
            .WrongAnswer("Divide pos by", (pos, d) => Position(pos, d, j => -2.0 * (j / 2) / d))
            .WrongAnswer("The exponent of pair i", (pos, d) => Position(pos, d, j => (double)(j / 2) / d))
            .WrongAnswer("Sines and cosines", (pos, d) =>
                [.. Enumerable.Range(0, d).Select(j => Turned(pos, 2.0 * (j % (d / 2)) / d, sine: j < d / 2))])
            .HiddenWrongAnswer("counts positions from 1", (pos, d) => Position(pos + 1, d, j => 2.0 * (j / 2) / d))
            .HiddenWrongAnswer("sines alone", (pos, d) =>
                [.. Enumerable.Range(0, d).Select(j => Turned(pos, 2.0 * (j / 2) / d, sine: true))]);

    private static HiddenTest<CausalAnswer> Masked() =>
        HiddenTest.Define<CausalAnswer>("12.causal", matches => Hidden(matches, (t, s) => s <= t))
            .Edge(EdgeKind.One, "one token with a negative match", [new[] { new[] { -2.0 } }])
            .Edge(EdgeKind.Tie, "all matches alike", [new[] { new[] { 1.0, 1, 1 }, [1, 1, 1], [1, 1, 1] }])
            .Edge(EdgeKind.Special, "the best match always lies ahead", [new[] { new[] { 0.0, 3, 6 }, [0, 3, 6], [0, 3, 6] }])
            .Edge(EdgeKind.Many, "thirty tokens", random => [Rows(30, 30, 2, random)])
            .Random(12, random => Square(random.Next(2, 8), random))
            .WrongAnswer("A token may look at itself", matches => Hidden(matches, (t, s) => s < t))
            .WrongAnswer("Token t sees", matches => Hidden(matches, (t, s) => s >= t))
            .WrongAnswer("Hide what comes behind before", matches =>
                Each(Hidden(matches, (_, _) => true), (t, s, weight) => s <= t ? weight : 0))
            .WrongAnswer("A match of 0", matches => Hidden(Each(matches, (t, s, match) => s <= t ? match : 0), (_, _) => true))
            .WrongAnswer("Nothing is hidden", matches => Hidden(matches, (_, _) => true))
            .HiddenWrongAnswer("sees one token ahead", matches => Hidden(matches, (t, s) => s <= t + 1))
            .HiddenWrongAnswer("sees itself and the one before", matches => Hidden(matches, (t, s) => s == t || s == t - 1));

    private static HiddenTest<BeamAnswer> Searched() =>
        HiddenTest.Define<BeamAnswer>("12.beam", (logP, length, width) => Beam(logP, length, width))
            .Edge(EdgeKind.One, "one token, five steps", [new[] { new[] { -0.5 } }, 5, 3])
            .Edge(EdgeKind.Special, "the start is never left", [new[] { new[] { -0.1, -3 }, [-2, -2.5] }, 3, 2])
            .Edge(EdgeKind.Special, "a beam of one", random => [Rows(5, 5, 1, random), 6, 1])
            .Edge(EdgeKind.Special, "the likeliest first token leads astray",
                [new[] { new[] { -9, -0.5, -1.5, -9.0 }, [-4, -4.5, -4.2, -4.1], [-9, -9.5, -8, -0.2], [-0.3, -9, -8.5, -9.5] }, 3, 2])
            .Edge(EdgeKind.Special, "what falls out of the beam would have been best",
                [new[] { new[] { -9, -0.5, -0.6, -0.8 }, [-3, -3.2, -3.1, -3.4], [-3.3, -3.5, -3.6, -3.7], [-0.1, -9, -8.5, -9.5] }, 2, 2])
            .Edge(EdgeKind.Many, "twenty-four tokens, a beam of eight", random => [Rows(24, 24, 1, random), 6, 8])
            .Random(14, random => [Rows(6, 6, 1, random), random.Next(3, 6), random.Next(2, 4)])
            .WrongAnswer("Keep as many", (logP, length, _) => Beam(logP, length, 1))
            .WrongAnswer("A beginning counts", (logP, length, width) => Beam(logP, length, width, sums: false))
            .WrongAnswer("A beginning that falls", (logP, length, _) => Beam(logP, length, Everything))
            .WrongAnswer("Logarithms of", (logP, length, width) => Beam(logP, length, width, sign: -1))
            .WrongAnswer("The start does not", (logP, length, width) => Beam(logP, length, width, withStart: true))
            .HiddenWrongAnswer("the worst of the beam", (logP, length, width) => Beam(logP, length, width, last: true))
            .HiddenWrongAnswer("one step too few", (logP, length, width) => Beam(logP, length - 1, width))
            .HiddenWrongAnswer("a beam wider by one", (logP, length, width) => Beam(logP, length, width + 1));

    // Numbers from −most to most; no two sums of them are equal.
    private static double[] Numbers(int count, double most, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => most * (2 * random.NextDouble() - 1))];

    private static double[][] Rows(int count, int width, double most, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => Numbers(width, most, random))];

    private static object[] Look(int d, int keys, Random random) => [Numbers(d, 3, random), Rows(keys, d, 3, random)];

    private static object[] Square(int tokens, Random random) => [Rows(tokens, tokens, 3, random)];
}
