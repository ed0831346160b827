using static Course.ConvNets.Lesson07Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson07Answers;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 07. Numbers are whole, so sums are exact in any order, and a tie is a tie for everybody.</summary>
internal static class Lesson07
{
    internal static IReadOnlyList<HiddenTest> All => [Convolve(), Counting(), SharedGradient(), ReceptiveField(), MaxPoolBack()];

    private static HiddenTest<ConvolveAnswer> Convolve() =>
        HiddenTest.Define<ConvolveAnswer>("07.convolve",
                (x, w, stride, padding, padValue) => Slide(Padded(x, padding, padValue), w, stride, stride))
            .Edge(EdgeKind.One, "one pixel, one weight", [new double[][] { [3] }, new double[][] { [-2] }, 1, 0, 0.0])
            .Edge(EdgeKind.One, "a kernel as large as the picture", [Grid(3), Grid(3), 1, 0, 0.0])
            .Edge(EdgeKind.Special, "a padding wider than the picture",
                [new double[][] { [7] }, new double[][] { [1, 2], [3, 4] }, 1, 2, -1.0])
            .Edge(EdgeKind.Special, "a stride larger than the kernel", [Grid(7), new double[][] { [1] }, 3, 0, 0.0])
            .Edge(EdgeKind.Special, "H1 of 1989: 5 × 5, stride 2, a padding of −1",
                random => [Whole(16, 16, random), Whole(5, 5, random), 2, 2, -1.0])
            .Edge(EdgeKind.Special, "a tall kernel on a wide picture", random => [Whole(4, 9, random), Whole(3, 1, random), 1, 1, 2.0])
            .Edge(EdgeKind.Many, "a picture of 40 × 40", random => [Whole(40, 40, random), Whole(5, 5, random), 1, 0, 0.0])
            .Edge(EdgeKind.VeryLarge, "numbers in the millions",
                [new double[][] { [1e6, -2e6], [3e6, 4e6] }, new double[][] { [2e6, 1] }, 1, 0, 0.0])
            .Random(20, random =>
            [
                Whole(random.Next(3, 8), random.Next(3, 8), random), Whole(random.Next(1, 4), random.Next(1, 4), random),
                random.Next(1, 4), random.Next(0, 3), (double)random.Next(-2, 3),
            ])
            .WrongAnswer("You turned the kernel around",
                (x, w, stride, padding, padValue) => Slide(Padded(x, padding, padValue), Turned(w), stride, stride))
            .WrongAnswer("Stride moves the kernel down as well as to the right",
                (x, w, stride, padding, padValue) => Slide(Padded(x, padding, padValue), w, 1, stride))
            .WrongAnswer("The padding holds padValue",
                (x, w, stride, padding, padValue) => Slide(Padded(x, padding, 0), w, stride, stride))
            .WrongAnswer("Your kernel moves one pixel at a time",
                (x, w, stride, padding, padValue) => Slide(Padded(x, padding, padValue), w, 1, 1))
            .WrongAnswer("There are as many places as there should be",
                (x, w, stride, padding, padValue) => EveryPlace(Padded(x, padding, padValue), w, stride))
            .WrongAnswer("The padding is added on both sides",
                (x, w, stride, padding, padValue) => PaddedOnce(x, w, stride, padding, padValue))
            .WrongAnswer("You take picture and kernel for squares",
                (x, w, stride, padding, padValue) => AsSquares(Padded(x, padding, padValue), w, stride))
            .HiddenWrongAnswer("rows and columns of the kernel are exchanged",
                (x, w, stride, padding, padValue) =>
                    w.Length == w[0].Length ? Slide(Padded(x, padding, padValue), Exchanged(w), stride, stride)
                        : Slide(Padded(x, padding, padValue), w, stride, stride))
            .HiddenWrongAnswer("the padding is left out",
                (x, w, stride, padding, padValue) => x.Length < w.Length || x[0].Length < w[0].Length ? [] : Slide(x, w, stride, stride))
            .HiddenWrongAnswer("only the diagonal of the kernel",
                (x, w, stride, padding, padValue) => Slide(Padded(x, padding, padValue), Diagonal(w), stride, stride));

    private static HiddenTest<CountAnswer> Counting() =>
        HiddenTest.Define<CountAnswer>("07.count",
                (channels, maps, side, height, width, shared) => Count(channels, maps, side, height, width, shared, bias: 1))
            .Edge(EdgeKind.One, "one unit, one weight", [1, 1, 1, 1, 1, true])
            .Edge(EdgeKind.Special, "C1 of LeNet-5", [1, 6, 5, 28, 28, true])
            .Edge(EdgeKind.Special, "C1 of LeNet-5 without sharing", [1, 6, 5, 28, 28, false])
            .Edge(EdgeKind.Special, "a wide map", [2, 3, 3, 2, 9, true])
            .Edge(EdgeKind.Special, "a layer of a large network", [256, 256, 3, 13, 13, true])
            .Random(20, random =>
            [
                random.Next(1, 9), random.Next(1, 17), random.Next(1, 6), random.Next(1, 12), random.Next(1, 12), random.Next(2) == 0,
            ])
            .WrongAnswer("The bias is missing",
                (channels, maps, side, height, width, shared) => Count(channels, maps, side, height, width, shared, bias: 0))
            .WrongAnswer("The biases are among the connections",
                (channels, maps, side, height, width, shared) =>
                    [Count(channels, maps, side, height, width, shared, bias: 0)[0],
                        Count(channels, maps, side, height, width, shared, bias: 1)[1]])
            .WrongAnswer("A unit sees a square of every map below",
                (channels, maps, side, height, width, shared) => Count(1, maps, side, height, width, shared, bias: 1))
            .WrongAnswer("Connections are counted for every unit",
                (channels, maps, side, height, width, shared) =>
                    Count(channels, maps, side, shared ? 1 : height, shared ? 1 : width, shared, bias: 1))
            .WrongAnswer("With sharing a map has one bias here",
                (channels, maps, side, height, width, shared) =>
                [
                    Count(channels, maps, side, height, width, shared, bias: 0)[0] + maps * height * width,
                    Count(channels, maps, side, height, width, shared, bias: 1)[1],
                ])
            .WrongAnswer("The answers are exchanged",
                (channels, maps, side, height, width, shared) =>
                    [.. Count(channels, maps, side, height, width, shared, bias: 1).Reverse()])
            .HiddenWrongAnswer("always shared",
                (channels, maps, side, height, width, shared) => Count(channels, maps, side, height, width, true, bias: 1))
            .HiddenWrongAnswer("never shared",
                (channels, maps, side, height, width, shared) => Count(channels, maps, side, height, width, false, bias: 1))
            .HiddenWrongAnswer("one bias for the whole layer",
                (channels, maps, side, height, width, shared) =>
                    [Count(channels, maps, side, height, width, shared, bias: 0)[0] + 1,
                        Count(channels, maps, side, height, width, shared, bias: 1)[1]])
            .HiddenWrongAnswer("a square map",
                (channels, maps, side, height, width, shared) => Count(channels, maps, side, height, height, shared, bias: 1))
            .HiddenWrongAnswer("a kernel of one row",
                (channels, maps, side, height, width, shared) =>
                    [maps * (channels * side + 1) * (shared ? 1 : height * width), maps * (channels * side + 1) * height * width]);

    private static HiddenTest<SharedGradientAnswer> SharedGradient() =>
        HiddenTest.Define<SharedGradientAnswer>("07.shared-gradient", (x, delta) => KernelGradient(x, delta, lastOnly: false, mean: false))
            .Edge(EdgeKind.One, "one pixel, one place", [new double[][] { [3] }, new double[][] { [-2] }])
            .Edge(EdgeKind.One, "a kernel of one weight, used everywhere", [Grid(3), Grid(3)])
            .Edge(EdgeKind.Special, "one place alone has a delta", [Grid(4), new double[][] { [0, 0], [-3, 0] }])
            .Edge(EdgeKind.Special, "a wide picture", random => [Whole(2, 9, random), Whole(1, 6, random)])
            .Edge(EdgeKind.Many, "16 × 16 pixels and 12 × 12 places", random => [Whole(16, 16, random), Whole(12, 12, random)])
            .Random(20, random => PictureAndDelta(random))
            .WrongAnswer("You kept the last place only", (x, delta) => KernelGradient(x, delta, lastOnly: true, mean: false))
            .WrongAnswer("Add the places up", (x, delta) => KernelGradient(x, delta, lastOnly: false, mean: true))
            .WrongAnswer("Every weight meets the same pixels in your sum", WithoutOffset)
            .HiddenWrongAnswer("the first place only",
                (x, delta) =>
                    KernelGradient(x, [.. delta.Select((row, r) => row.Select((d, c) => r + c == 0 ? d : 0).ToArray())], lastOnly: false,
                        mean: false))
            .WrongAnswer("Your gradient is turned around", (x, delta) => Turned(KernelGradient(x, delta, lastOnly: false, mean: false)))
            .WrongAnswer("The gradient points uphill",
                (x, delta) =>
                    [.. KernelGradient(x, delta, lastOnly: false, mean: false).Select(row => Array.ConvertAll(row, value => -value))])
            .HiddenWrongAnswer("the size of delta alone",
                (x, delta) => KernelGradient(x, [.. delta.Select(row => Array.ConvertAll(row, Math.Abs))], lastOnly: false, mean: false));

    private static HiddenTest<ReceptiveFieldAnswer> ReceptiveField() =>
        HiddenTest.Define<ReceptiveFieldAnswer>("07.receptive-field",
                (size, kernels, strides, paddings) => Sizes(size, kernels, strides, paddings, growing: true, twice: 2))
            .Edge(EdgeKind.Empty, "no layer", [28, Array.Empty<int>(), Array.Empty<int>(), Array.Empty<int>()])
            .Edge(EdgeKind.One, "a kernel of one pixel", [9, new[] { 1 }, new[] { 1 }, new[] { 0 }])
            .Edge(EdgeKind.One, "a kernel as large as the picture", [9, new[] { 9 }, new[] { 1 }, new[] { 0 }])
            .Edge(EdgeKind.Special, "a stride that does not come out even", [10, new[] { 3 }, new[] { 4 }, new[] { 0 }])
            .Edge(EdgeKind.Special, "the first layer strides, the others look",
                [64, new[] { 7, 3, 3 }, new[] { 4, 1, 1 }, new[] { 3, 1, 1 }])
            .Edge(EdgeKind.Special, "the last layer strides, which no field feels",
                [32, new[] { 3, 3, 3 }, new[] { 1, 1, 4 }, new[] { 0, 0, 0 }])
            .Edge(EdgeKind.Many, "ten layers of 3 × 3 with padding",
                [50, Enumerable.Repeat(3, 10).ToArray(), Enumerable.Repeat(1, 10).ToArray(), Enumerable.Repeat(1, 10).ToArray()])
            .Random(20, random => Layers(random.Next(1, 4), random))
            .WrongAnswer("Each step of a higher layer is as wide as all strides below it together",
                (size, kernels, strides, paddings) => Sizes(size, kernels, strides, paddings, growing: false, twice: 2))
            .WrongAnswer("The padding is added at both ends",
                (size, kernels, strides, paddings) => Sizes(size, kernels, strides, paddings, growing: true, twice: 1))
            .WrongAnswer("A layer's own stride does not widen",
                (size, kernels, strides, paddings) => OwnStride(size, kernels, strides, paddings))
            .WrongAnswer("You take the stride of the layer below alone",
                (size, kernels, strides, paddings) =>
                    [Sizes(size, kernels, strides, paddings, growing: true, twice: 2)[0], LastStride(kernels, strides)])
            .WrongAnswer("A kernel of 5 reaches four steps",
                (size, kernels, strides, paddings) =>
                    [Sizes(size, kernels, strides, paddings, growing: true, twice: 2)[0], WholeKernels(kernels, strides)])
            .WrongAnswer("You added up the kernels",
                (size, kernels, strides, paddings) =>
                    [Sizes(size, kernels, strides, paddings, growing: true, twice: 2)[0], kernels.Sum()])
            .WrongAnswer("Half a step is none",
                (size, kernels, strides, paddings) =>
                    [RoundedUp(size, kernels, strides, paddings),
                        Sizes(size, kernels, strides, paddings, growing: true, twice: 2)[1]])
            .HiddenWrongAnswer("the last place is forgotten",
                (size, kernels, strides, paddings) =>
                    Less(Sizes(size, kernels, strides, paddings, growing: true, twice: 2), kernels.Length > 0 ? 1 : 0))
            .HiddenWrongAnswer("the answers are exchanged",
                (size, kernels, strides, paddings) => [.. Sizes(size, kernels, strides, paddings, growing: true, twice: 2).Reverse()]);

    private static HiddenTest<MaxPoolBackAnswer> MaxPoolBack() =>
        HiddenTest.Define<MaxPoolBackAnswer>("07.max-pool-back", (x, delta, side) => FirstLargest(x, delta, side))
            .Edge(EdgeKind.One, "squares of one pixel", [new double[][] { [1, -2] }, new double[][] { [3, 4] }, 1])
            .Edge(EdgeKind.Tie, "all pixels are equal", [new double[][] { [2, 2, 2, 2], [2, 2, 2, 2] }, new double[][] { [1, 5] }, 2])
            .Edge(EdgeKind.Tie, "the largest twice, in one column", [new double[][] { [0, 9], [1, 9] }, new double[][] { [4] }, 2])
            .Edge(EdgeKind.Tie, "the largest on the rising diagonal: first by rows",
                [new double[][] { [0, 9], [9, 1] }, new double[][] { [4] }, 2])
            .Edge(EdgeKind.Negative, "all below zero", [new double[][] { [-5, -3], [-4, -9] }, new double[][] { [-2] }, 2])
            .Edge(EdgeKind.Special, "a last row and column that no square covers", [Grid(5), new double[][] { [1, 2], [3, 4] }, 2])
            .Edge(EdgeKind.Many, "24 × 24 in squares of 3", random => [Whole(24, 24, random), Whole(8, 8, random), 3])
            .Random(20, random => Square(random))
            .WrongAnswer("You shared delta out equally", (x, delta, side) => Pooled(x, delta, side, Way.Average))
            .WrongAnswer("In a tie one pixel takes delta", (x, delta, side) => Pooled(x, delta, side, Way.AllTies))
            .WrongAnswer("The largest may be below zero", (x, delta, side) => Pooled(x, delta, side, Way.AboveZero))
            .WrongAnswer("In a tie you take the last pixel",
                (x, delta, side) => Reversed(FirstLargest(Reversed(Covered(x, delta, side)), Reversed(delta), side), x))
            .WrongAnswer("You handed the largest value down", (x, delta, side) => ValueDown(x, delta, side))
            .HiddenWrongAnswer("delta is set to one",
                (x, delta, side) => FirstLargest(x, [.. delta.Select(row => Array.ConvertAll(row, _ => 1.0))], side))
            .HiddenWrongAnswer("the smallest takes delta",
                (x, delta, side) => FirstLargest([.. x.Select(row => Array.ConvertAll(row, value => -value))], delta, side))
            .HiddenWrongAnswer("delta with its sign lost",
                (x, delta, side) => FirstLargest(x, [.. delta.Select(row => Array.ConvertAll(row, Math.Abs))], side));

    private static double[][] ValueDown(double[][] x, double[][] delta, int side)
    {
        double[][] marked = FirstLargest(x, [.. delta.Select(row => Array.ConvertAll(row, _ => 1.0))], side);
        return [.. marked.Select((row, r) => row.Select((mark, c) => mark * x[r][c]).ToArray())];
    }

    private static double[][] Whole(int rows, int columns, Random random) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (double)random.Next(-9, 10)).ToArray())];

    private static double[][] Exchanged(double[][] w) => [.. w[0].Select((_, j) => w.Select(row => row[j]).ToArray())];

    private static double[][] Diagonal(double[][] w) => [.. w.Select((row, i) => row.Select((weight, j) => i == j ? weight : 0).ToArray())];

    private static object?[] Layers(int count, Random random)
    {
        int[] kernels = [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 6))];
        return [random.Next(60, 120), kernels, Array.ConvertAll(kernels, _ => random.Next(1, 4)),
            Array.ConvertAll(kernels, _ => random.Next(0, 3))];
    }

    private static int[] Less(int[] answer, int one) => [answer[0] - one, answer[1]];

    private static object?[] Square(Random random)
    {
        (int side, int rows, int columns) = (random.Next(2, 4), random.Next(1, 4), random.Next(1, 4));
        return [Whole(rows * side + random.Next(side), columns * side + random.Next(side), random), Whole(rows, columns, random), side];
    }

    private static object?[] PictureAndDelta(Random random)
    {
        (int rows, int columns) = (random.Next(1, 5), random.Next(1, 5));
        return [Whole(rows + random.Next(1, 4), columns + random.Next(1, 4), random), Whole(rows, columns, random)];
    }

    private static double[][] FirstLargest(double[][] x, double[][] delta, int side)
    {
        double[][] below = [.. x.Select(row => new double[row.Length])];
        for (int r = 0; r < delta.Length; r++)
        {
            for (int c = 0; c < delta[r].Length; c++)
            {
                var square = from a in Enumerable.Range(r * side, side) from b in Enumerable.Range(c * side, side) select (a, b);
                (int i, int j) = square.MaxBy(at => x[at.a][at.b]);
                below[i][j] += delta[r][c];
            }
        }
        return below;
    }

    private static double[][] Covered(double[][] x, double[][] delta, int side) =>
        [.. x.Take(delta.Length * side).Select(row => row[..(delta[0].Length * side)])];

    private static double[][] Reversed(double[][] rows) => Turned(rows);

    private static double[][] Reversed(double[][] rows, double[][] like)
    {
        double[][] turned = Turned(rows);
        return [.. like.Select((row, r) => row.Select((_, c) => r < turned.Length && c < turned[r].Length ? turned[r][c] : 0).ToArray())];
    }
}
