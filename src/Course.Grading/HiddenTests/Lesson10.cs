using static Course.AlexNets.Lesson10Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson10Answers;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 10.</summary>
internal static class Lesson10
{
    internal static IReadOnlyList<HiddenTest> All => [Relu(), Counted(), Dropped(), Cropped()];

    private static HiddenTest<ReluAnswer> Relu() =>
        HiddenTest.Define<ReluAnswer>("10.relu", (w, x, blame) => Down(w, x, blame, (s, _, b) => s > 0 ? b : 0))
            .Edge(EdgeKind.One, "one unit, one input", [new double[][] { [-1.5] }, new[] { -2.0 }, new[] { -0.5 }])
            .Edge(EdgeKind.Special, "a sum of 0", [new double[][] { [1, 1], [2, 1] }, new[] { 1.0, -1 }, new[] { 5.0, 3 }])
            .Edge(EdgeKind.Special, "every unit is off", [new double[][] { [-1, -2], [-3, -1] }, new[] { 1.0, 2 }, new[] { 5.0, 3 }])
            .Edge(EdgeKind.Many, "forty units", random => Layer(40, 10, random))
            .Random(12, random => Layer(random.Next(4, 8), random.Next(2, 4), random))
            .WrongAnswer("A unit whose sum is not above 0", (w, x, blame) => Down(w, x, blame, (_, _, b) => b))
            .WrongAnswer("It is the sum that decides", (w, x, blame) => Down(w, x, blame, (_, _, b) => Math.Max(0, b)))
            .WrongAnswer("The slope above 0 is 1", (w, x, blame) => Down(w, x, blame, (_, y, b) => y * b))
            .WrongAnswer("Where the sum is 0", (w, x, blame) => Down(w, x, blame, (s, _, b) => s >= 0 ? b : 0))
            .WrongAnswer("This is the blame of the sums", (w, x, blame) => SumsBlame(w, x, blame, (s, _, b) => s > 0 ? b : 0))
            .HiddenWrongAnswer("the slope of a tanh", (w, x, blame) =>
                Down(w, x, blame, (s, _, b) => b * (1 - Math.Tanh(s) * Math.Tanh(s))))
            .HiddenWrongAnswer("forward in place of backward", (w, x, blame) => SumsBlame(w, x, blame, (_, y, _) => y));

    private static HiddenTest<CountAnswer> Counted() =>
        HiddenTest.Define<CountAnswer>("10.count", (c, u) => Count(c, u, Right))
            .Edge(EdgeKind.Empty, "no convolution", random => [Array.Empty<int[]>(), Sizes(3, random)])
            .Edge(EdgeKind.One, "one convolution in two towers", random => [new int[][] { Convolution(2, random) }, Sizes(2, random)])
            .Edge(EdgeKind.Special, "three towers", random => [new int[][] { Convolution(3, random) }, Sizes(2, random)])
            .Edge(EdgeKind.VeryLarge, "the network of 2012", [AlexNet(towers: 2), new[] { 9216, 4096, 4096, 1000 }])
            .Edge(EdgeKind.VeryLarge, "the same in one tower", [AlexNet(towers: 1), new[] { 9216, 4096, 4096, 1000 }])
            .Random(10, random =>
                [new int[][] { Convolution(1, random), Convolution(2, random) }, Sizes(random.Next(2, 5), random)])
            .WrongAnswer("The biases are missing", (c, u) => Count(c, u, (i, o, k, t) => o * (i / t) * k * k, bias: 0))
            .WrongAnswer("In towers a kernel sees only", (c, u) => Count(c, u, (i, o, k, _) => o * i * k * k + o))
            .WrongAnswer("A kernel is a square", (c, u) => Count(c, u, (i, o, k, t) => o * (i / t) * k + o))
            .WrongAnswer("All towers count", (c, u) => Count(c, u, (i, o, k, t) => o / t * (i / t) * k * k + o))
            .WrongAnswer("A map has one bias", (c, u) => Count(c, u, (i, o, k, t) => o * (i / t) * (k * k + 1)))
            .HiddenWrongAnswer("no biases of the units", (c, u) => Count(c, u, Right, bias: 0))
            .HiddenWrongAnswer("the convolutions alone", (c, _) => Count(c, [], Right));

    private static HiddenTest<DropoutAnswer> Dropped() =>
        HiddenTest.Define<DropoutAnswer>("10.dropout", (y, coins, p, training) =>
                training ? Dropout(y, n => coins[n] < p, 1) : Dropout(y, _ => false, 1 - p))
            .Edge(EdgeKind.Empty, "no units", [Array.Empty<double>(), Array.Empty<double>(), 0.5, true])
            .Edge(EdgeKind.Tie, "a coin of p itself", [new[] { 3.0, -2, 1 }, new[] { 0.75, 0.5, 1 }, 0.75, true])
            .Edge(EdgeKind.Special, "p = 0", random => Units(5, 0, training: true, random))
            .Edge(EdgeKind.Many, "a hundred units", random => Units(100, 0.5, training: true, random))
            .Edge(EdgeKind.Negative, "negative outputs, after training", [new[] { -3.0, -2, -1 }, new[] { 0.1, 0.5, 0.9 }, 0.25, false])
            .Random(8, random => Units(8, random.Next(2, 7) / 8.0, training: true, random))
            .Random(6, random => Units(4, random.Next(1, 4) / 8.0, training: false, random))
            .WrongAnswer("After training every output", (y, coins, p, training) =>
                Dropout(y, n => training && coins[n] < p, 1))
            .WrongAnswer("A unit speaks in a share", (y, coins, p, training) =>
                Dropout(y, n => training && coins[n] < p, training ? 1 : p))
            .WrongAnswer("A coin below p silences", (y, coins, p, training) =>
                Dropout(y, n => training && coins[n] >= p, training ? 1 : 1 - p))
            .WrongAnswer("After training no unit", (y, coins, p, _) => Dropout(y, n => coins[n] < p, 1))
            .WrongAnswer("Below p means below", (y, coins, p, training) =>
                Dropout(y, n => training && coins[n] <= p, training ? 1 : 1 - p))
            .HiddenWrongAnswer("multiplied in training too", (y, coins, p, training) =>
                Dropout(y, n => training && coins[n] < p, 1 - p))
            .HiddenWrongAnswer("divided in training, as torch does", (y, coins, p, training) =>
                Dropout(y, n => training && coins[n] < p, training ? 1 / (1 - p) : 1));

    private static HiddenTest<CropAnswer> Cropped() =>
        HiddenTest.Define<CropAnswer>("10.crop", (picture, top, left, size, mirror) =>
                mirror ? Mirrored(Cut(picture, top, left, size)) : Cut(picture, top, left, size))
            .Edge(EdgeKind.One, "a window of one pixel", random => [Noise(3, 5, random), 2, 4, 1, true])
            .Edge(EdgeKind.Special, "the whole picture, mirrored", random => [Noise(4, 4, random), 0, 0, 4, true])
            .Edge(EdgeKind.Special, "the lower right corner", random => [Noise(6, 6, random), 3, 3, 3, false])
            .Random(14, random => [Noise(7, 8, random), random.Next(4), random.Next(3), random.Next(2, 4), random.Next(2) == 0])
            .WrongAnswer("Mirror when asked", (picture, top, left, size, _) => Cut(picture, top, left, size))
            .WrongAnswer("You turn it upside down", (picture, top, left, size, mirror) =>
                mirror ? [.. Cut(picture, top, left, size).AsEnumerable().Reverse()] : Cut(picture, top, left, size))
            .WrongAnswer("Cut first, then mirror", (picture, top, left, size, mirror) =>
                Cut(mirror ? Mirrored(picture) : picture, top, left, size))
            .WrongAnswer("top counts rows", (picture, top, left, size, mirror) =>
                mirror ? Mirrored(Cut(picture, left, top, size)) : Cut(picture, left, top, size))
            .WrongAnswer("Mirror only when asked", (picture, top, left, size, _) => Mirrored(Cut(picture, top, left, size)))
            .HiddenWrongAnswer("one pixel too few", (picture, top, left, size, mirror) =>
                mirror ? Mirrored(Cut(picture, top, left, size - 1)) : Cut(picture, top, left, size - 1));

    private static int Right(int below, int maps, int side, int towers) => maps * (below / towers) * side * side + maps;

    private static int[][] AlexNet(int towers) =>
        [[3, 96, 11, 1], [96, 256, 5, towers], [256, 384, 3, 1], [384, 384, 3, towers], [384, 256, 3, towers]];

    private static int[] Convolution(int towers, Random random) =>
        [towers * random.Next(2, 6), towers * random.Next(2, 6), 1 + 2 * random.Next(1, 4), towers];

    private static int[] Sizes(int layers, Random random) => [.. Enumerable.Range(0, layers).Select(_ => random.Next(2, 30))];

    private static double Quarter(Random random) => (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 9) / 4.0;

    private static double[] Row(int length, Random random) => [.. Enumerable.Range(0, length).Select(_ => Quarter(random))];

    private static double[][] Noise(int rows, int columns, Random random) =>
        [.. Enumerable.Range(0, rows).Select(_ => Row(columns, random))];

    private static object[] Layer(int units, int inputs, Random random) =>
        [Noise(units, inputs, random), Row(inputs, random), Row(units, random)];

    private static object[] Units(int count, double p, bool training, Random random) =>
        [Row(count, random), Enumerable.Range(0, count).Select(_ => random.Next(16) / 16.0 + 1 / 32.0).ToArray(), p, training];
}
