using static Course.DeepBeliefNets.Lesson09Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson09Answers;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 09.</summary>
internal static class Lesson09
{
    internal static IReadOnlyList<HiddenTest> All => [Fade(), Stacked(), Project(), Unroll()];

    private static HiddenTest<FadeAnswer> Fade() =>
        HiddenTest.Define<FadeAnswer>("09.fade", (w, x) => Through(w, x, (weight, _, h) => weight * h * (1 - h)))
            .Edge(EdgeKind.One, "one unit", [new[] { -3.0 }, 0.5])
            .Edge(EdgeKind.Special, "a weight of 0 stops everything", [new[] { 1.0, 0, 2 }, 1.0])
            .Edge(EdgeKind.Negative, "negative input and weights", [new[] { -1.0, -2, -0.5 }, -1.5])
            .Edge(EdgeKind.Special, "six units", random => [Row(6, random), 1.0])
            .Random(15, random => [Row(random.Next(2, 6), random), Quarter(random)])
            .WrongAnswer("The sigmoids' slopes are missing", (w, x) => Through(w, x, (weight, _, _) => weight))
            .WrongAnswer("The weights are missing", (w, x) => Through(w, x, (_, _, h) => h * (1 - h)))
            .WrongAnswer("The slope is h(1 − h)", (w, x) => Through(w, x, (weight, _, h) => weight * h))
            .WrongAnswer("The last unit has a sigmoid too", (w, x) =>
                Through(w[..^1], x, (weight, _, h) => weight * h * (1 - h)) * w[^1])
            .WrongAnswer("Take the slope at the unit's output", (w, x) => Through(w, x, (weight, input, _) => weight * input * (1 - input)))
            .HiddenWrongAnswer("the slope of a tanh", (w, x) => Through(w, x, (weight, _, h) => weight * (1 - h * h)))
            .HiddenWrongAnswer("sizes without signs", (w, x) => Math.Abs(Through(w, x, (weight, _, h) => weight * h * (1 - h))));

    private static HiddenTest<StackAnswer> Stacked() =>
        HiddenTest.Define<StackAnswer>("09.stack", (data, starts, eta, passes) =>
                Stack(data, starts, eta, _ => passes, (_, w, v) => Up(w, v)))
            .Edge(EdgeKind.One, "one picture, one layer, one pass", random => Problem(1, [3, 2], 1, random))
            .Edge(EdgeKind.Special, "no passes", random => Problem(3, [3, 2, 2], 0, random))
            .Edge(EdgeKind.Special, "layers that grow", random => Problem(4, [2, 3, 4], 2, random))
            .Edge(EdgeKind.Special, "four layers, ten passes each", random => Problem(6, [6, 4, 4, 3, 2], 10, random))
            .Random(10, random => Problem(random.Next(2, 6), [4, random.Next(2, 5), random.Next(2, 4)], random.Next(2, 5), random))
            .WrongAnswer("You climb with the weights of the start", (data, starts, eta, passes) =>
                Stack(data, starts, eta, _ => passes, (start, _, v) => Up(start, v)))
            .WrongAnswer("Each layer learns for all its passes", (data, starts, eta, passes) =>
                Stack(data, starts, eta, _ => Math.Min(passes, 1), (_, w, v) => Up(w, v)))
            .WrongAnswer("Every layer learns", (data, starts, eta, passes) =>
                Stack(data, starts, eta, layer => layer == starts.Length - 1 ? passes : 0, (_, w, v) => Up(w, v)))
            .WrongAnswer("The next layer's data are the hidden units", (data, starts, eta, passes) =>
                Stack(data, starts, eta, _ => passes, (_, w, v) => Up(w, Down(w, Up(w, v)))))
            .WrongAnswer("You stop one layer short", (data, starts, eta, passes) =>
                Stack(data, starts[..^1], eta, _ => passes, (_, w, v) => Up(w, v)))
            .HiddenWrongAnswer("one pass too many", (data, starts, eta, passes) =>
                Stack(data, starts, eta, _ => passes + 1, (_, w, v) => Up(w, v)))
            .HiddenWrongAnswer("only the first layer learns", (data, starts, eta, passes) =>
                Stack(data, starts, eta, layer => layer == 0 ? passes : 0, (_, w, v) => Up(w, v)));

    private static HiddenTest<ProjectAnswer> Project() =>
        HiddenTest.Define<ProjectAnswer>("09.project", (x, u) => Losses(x, u, subtract: true, add: true).Average())
            .Edge(EdgeKind.One, "one picture", [new double[][] { [3, -1, 2] }, new double[][] { [0.6, 0, 0.8] }])
            .Edge(EdgeKind.Special, "as many directions as pixels: nothing is lost", random => [Rows(5, 3, random), Axes(3)])
            .Edge(EdgeKind.Many, "a hundred pictures", random => [Rows(100, 6, random), Turned(6)])
            .Edge(EdgeKind.Negative, "all pixels below zero",
                [new double[][] { [-3, -1, -2], [-1, -5, 0] }, new double[][] { [0, 0.8, -0.6] }])
            .Random(12, random => [Rows(random.Next(3, 8), 4, random), Turned(4)])
            .WrongAnswer("Subtract the mean picture", (x, u) => Losses(x, u, subtract: false, add: false).Average())
            .WrongAnswer("Add the mean picture again", (x, u) => Losses(x, u, subtract: true, add: false).Average())
            .WrongAnswer("Sum over the pixels", (x, u) => Losses(x, u, subtract: true, add: true).Average() / x[0].Length)
            .WrongAnswer("Use all directions", (x, u) => Losses(x, u[..1], subtract: true, add: true).Average())
            .WrongAnswer("Average the squares themselves", (x, u) => Losses(x, u, subtract: true, add: true).Average(Math.Sqrt))
            .HiddenWrongAnswer("the sum over all pictures", (x, u) => Losses(x, u, subtract: true, add: true).Sum())
            .HiddenWrongAnswer("half of the squares", (x, u) => Losses(x, u, subtract: true, add: true).Average() / 2);

    private static HiddenTest<UnrollAnswer> Unroll() =>
        HiddenTest.Define<UnrollAnswer>("09.unroll", (w, b, c, v) => Decode(w, b, Encode(w, c, v), (_, s) => Sigmoid(s)))
            .Edge(EdgeKind.One, "one machine", random => Machines([4, 2], random))
            .Edge(EdgeKind.Special, "a code larger than the picture", random => Machines([2, 3], random))
            .Edge(EdgeKind.Many, "five machines", random => Machines([8, 6, 5, 4, 3, 2], random))
            .Random(12, random => Machines([5, random.Next(2, 5), random.Next(2, 4), random.Next(1, 3)], random))
            .Random(4, random => Machines([3, 3, 3, 3], random))
            .WrongAnswer("The code is squashed", (w, b, c, v) => Decode(w, b, Encode(w, c, v, squashed: true), (_, s) => Sigmoid(s)))
            .WrongAnswer("A pixel is a probability", (w, b, c, v) =>
                Decode(w, b, Encode(w, c, v), (layer, s) => layer == 0 ? s : Sigmoid(s)))
            .WrongAnswer("The biases are missing", (w, b, c, v) => Decode(w, Zeros(b), Encode(w, Zeros(c), v), (_, s) => Sigmoid(s)))
            .WrongAnswer("This is the code", (w, b, c, v) => Encode(w, c, v))
            .WrongAnswer("The hidden layers have sigmoids on the way down", (w, b, c, v) =>
                Decode(w, b, Encode(w, c, v), (layer, s) => layer == 0 ? Sigmoid(s) : s))
            .HiddenWrongAnswer("the visible biases are missing", (w, b, c, v) => Decode(w, Zeros(b), Encode(w, c, v), (_, s) => Sigmoid(s)))
            .HiddenWrongAnswer("the hidden biases are missing", (w, b, c, v) => Decode(w, b, Encode(w, Zeros(c), v), (_, s) => Sigmoid(s)));

    private static double Quarter(Random random) => random.Next(-8, 9) / 4.0;

    // Never 0, and small enough that the sigmoids stay off their flat parts: what comes through must stay above the tolerance.
    private static double[] Row(int length, Random random) =>
        [.. Enumerable.Range(0, length).Select(_ => (random.Next(2) == 0 ? -1 : 1) * random.Next(2, 9) / 4.0)];

    private static double[][] Rows(int count, int length, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, length).Select(_ => Quarter(random)).ToArray())];

    private static object[] Problem(int pictures, int[] sizes, int passes, Random random)
    {
        double[] Picture() => [.. Enumerable.Range(0, sizes[0]).Select(_ => random.Next(5) / 4.0)];
        double[][] data = [.. Enumerable.Range(0, pictures).Select(_ => Picture())];
        double[][][] starts = [.. Enumerable.Range(1, sizes.Length - 1).Select(layer => Rows(sizes[layer], sizes[layer - 1], random))];
        return [data, starts, 0.5, passes];
    }

    private static double[][] Axes(int count) =>
        [.. Enumerable.Range(0, count).Select(k => Enumerable.Range(0, count).Select(i => i == k ? 1.0 : 0).ToArray())];

    // Two directions at right angles, of length 1, none along a pixel.
    private static double[][] Turned(int pixels) =>
        [[0.6, 0.8, .. new double[pixels - 2]], [0.8 * 0.6, -0.6 * 0.6, 0.8, .. new double[pixels - 3]]];

    private static object[] Machines(int[] sizes, Random random)
    {
        double[][][] w = [.. Enumerable.Range(1, sizes.Length - 1).Select(layer => Rows(sizes[layer], sizes[layer - 1], random))];
        double[][] Biases(int from) =>
            [.. Enumerable.Range(from, sizes.Length - 1).Select(layer =>
                Enumerable.Range(0, sizes[layer]).Select(_ => 0.25 + random.Next(6) / 4.0).ToArray())];
        return [w, Biases(0), Biases(1), Enumerable.Range(0, sizes[0]).Select(_ => random.Next(5) / 4.0).ToArray()];
    }
}
