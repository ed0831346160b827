namespace Course.ConvNets;

/// <summary>The exercises of lesson 07.</summary>
internal static class Lesson07Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<ConvolveAnswer>("07.convolve", "Slide a kernel, over the edge too", points: 3)
            .Case(
                [Steps(), new double[][] { [1, 0], [0, 0] }, 1, 0, 0.0], expected: new double[][] { [1, 2], [4, 5] },
                note: "a kernel that copies its upper left pixel, and no padding")
            .Case(
                [Steps(), new double[][] { [-1, 1], [-1, 1] }, 1, 0, 0.0], expected: new double[][] { [2, 2], [2, 2] },
                note: "right minus left: how fast it grows to the right")
            .Case(
                [Grid(5), new double[][] { [0, 1], [2, 0] }, 2, 0, 0.0], expected: new double[][] { [11, 17], [41, 47] },
                note: "stride 2: every second place, and the last column is never reached")
            .Case(
                [new double[][] { [5] }, new double[][] { [1, 1, 1], [1, 1, 1], [1, 1, 1] }, 1, 1, -1.0],
                expected: new double[][] { [-3] }, note: "one pixel, and a padding of −1 all around it: 5 − 8")
            .Case(
                [new double[][] { [1, 2, 3, 4] }, new double[][] { [1, 10] }, 1, 0, 0.0], expected: new double[][] { [21, 32, 43] },
                note: "pictures and kernels need not be square")
            .WrongAnswer<double[][]>(
                "You turned the kernel around. Mathematicians call that a convolution; networks lay the kernel on as it is.",
                [[5, 6], [8, 9]], [[-2, -2], [-2, -2]], [[7, 13], [37, 43]], [[-3]], [[12, 23, 34]])
            .WrongAnswer<double[][]>(
                "Stride moves the kernel down as well as to the right.",
                [[1, 2], [4, 5]], [[2, 2], [2, 2]], [[11, 17], [26, 32], [41, 47], [56, 62]], [[-3]], [[21, 32, 43]])
            .WrongAnswer<double[][]>(
                "The padding holds padValue, not 0.",
                [[1, 2], [4, 5]], [[2, 2], [2, 2]], [[11, 17], [41, 47]], [[5]], [[21, 32, 43]])
            .WrongAnswer<double[][]>(
                "Your kernel moves one pixel at a time. With a stride it moves that many.",
                [[1, 2], [4, 5]], [[2, 2], [2, 2]], [[11, 14, 17, 20], [26, 29, 32, 35], [41, 44, 47, 50], [56, 59, 62, 65]], [[-3]],
                [[21, 32, 43]])
            .WrongAnswer<double[][]>(
                "There are as many places as there should be, but the kernel lies at the wrong ones: multiply the place by the stride.",
                [[1, 2], [4, 5]], [[2, 2], [2, 2]], [[11, 14], [26, 29]], [[-3]], [[21, 32, 43]])
            .WrongAnswer<double[][]>(
                "The padding is added on both sides, so height and width grow by twice the padding.",
                [[1, 2], [4, 5]], [[2, 2], [2, 2]], [[11, 17], [41, 47]], [], [[21, 32, 43]])
            .WrongAnswer<double[][]>(
                "You take picture and kernel for squares. Rows and columns need counts of their own.",
                [[1, 2], [4, 5]], [[2, 2], [2, 2]], [[11, 17], [41, 47]], [[-3]], [[1]])
            .Within(1e-9),

        Exercise.Define<CountAnswer>("07.count", "Weights and connections", points: 3)
            .Case([1, 12, 5, 8, 8, true], expected: new[] { 312, 19_968 }, note: "H1 of 1989 with one bias a map")
            .Case(
                [1, 12, 5, 8, 8, false], expected: new[] { 19_968, 19_968 },
                note: "the same units without sharing: one weight a connection")
            .Case([8, 12, 5, 4, 4, true], expected: new[] { 2_412, 38_592 }, note: "H2: eight maps below, and one bias a map")
            .Case(
                [16, 120, 5, 1, 1, true], expected: new[] { 48_120, 48_120 }, note: "C5 of LeNet-5: with one place, sharing saves nothing")
            .Case([3, 4, 3, 6, 10, true], expected: new[] { 112, 6_720 }, note: "maps of 6 × 10 units")
            .WrongAnswer<int[]>(
                "The bias is missing: it is one more input of each unit.",
                [300, 19200], [19200, 19200], [2400, 38400], [48000, 48000], [108, 6480])
            .WrongAnswer<int[]>(
                "The biases are among the connections, but missing among the weights.",
                [300, 19968], [19200, 19968], [2400, 38592], [48000, 48120], [108, 6720])
            .WrongAnswer<int[]>(
                "A unit sees a square of every map below.",
                [312, 19968], [19968, 19968], [312, 4992], [3120, 3120], [40, 2400])
            .WrongAnswer<int[]>(
                "Connections are counted for every unit, whether weights are shared or not.",
                [312, 312], [19968, 19968], [2412, 2412], [48120, 48120], [112, 112])
            .WrongAnswer<int[]>(
                "With sharing a map has one bias here. In the network of 1989 every unit had its own.",
                [1068, 19968], [19968, 19968], [2592, 38592], [48120, 48120], [348, 6720])
            .WrongAnswer<int[]>(
                "The answers are exchanged: first weights and biases, then connections.",
                [19968, 312], [19968, 19968], [38592, 2412], [48120, 48120], [6720, 112]),

        Exercise.Define<SharedGradientAnswer>("07.shared-gradient", "The gradient of a shared weight", points: 4)
            .Case(
                [new double[][] { [1, 2], [3, 4] }, new double[][] { [10] }], expected: new double[][] { [10, 20], [30, 40] },
                note: "one place: error times input, as ever")
            .Case(
                [new double[][] { [1, 2, 3] }, new double[][] { [1, 10] }], expected: new double[][] { [21, 32] },
                note: "two places that share two weights: their gradients add up")
            .Case(
                [Steps(), new double[][] { [1, 0], [0, -1] }], expected: new double[][] { [-4, -4], [-4, -4] },
                note: "four places, two of them right already")
            .WrongAnswer<double[][]>(
                "You kept the last place only. A shared weight gets a gradient from every place: add them up.",
                [[10, 20], [30, 40]], [[20, 30]], [[-5, -6], [-8, -9]])
            .WrongAnswer<double[][]>(
                "Add the places up; there is nothing to divide by.",
                [[10, 20], [30, 40]], [[10.5, 16]], [[-1, -1], [-1, -1]])
            .WrongAnswer<double[][]>(
                "Every weight meets the same pixels in your sum. The weight in row i and column j meets the pixel i rows and j columns "
                + "further on.",
                [[10, 10], [10, 10]], [[21, 21]], [[-4, -4], [-4, -4]])
            .WrongAnswer<double[][]>(
                "Your gradient is turned around: the weight in row i and column j meets x[r + i][c + j], not x[r − i][c − j].",
                [[40, 30], [20, 10]], [[32, 21]], [[-4, -4], [-4, -4]])
            .WrongAnswer<double[][]>(
                "The gradient points uphill. The minus comes later, in the step.",
                [[-10, -20], [-30, -40]], [[-21, -32]], [[4, 4], [4, 4]])
            .Within(1e-9),

        Exercise.Define<ReceptiveFieldAnswer>("07.receptive-field", "Output size and receptive field", points: 4)
            .Case([16, new[] { 5 }, new[] { 2 }, new[] { 2 }], expected: new[] { 8, 5 }, note: "H1 of 1989")
            .Case(
                [16, new[] { 5, 5 }, new[] { 2, 2 }, new[] { 2, 2 }], expected: new[] { 4, 13 },
                note: "H1 and H2 of 1989: a unit of H2 sees almost the whole picture")
            .Case(
                [32, new[] { 5, 2, 5, 2 }, new[] { 1, 2, 1, 2 }, new[] { 0, 0, 0, 0 }], expected: new[] { 5, 16 },
                note: "C1, S2, C3, S4 of LeNet-5")
            .Case(
                [7, Array.Empty<int>(), Array.Empty<int>(), Array.Empty<int>()], expected: new[] { 7, 1 },
                note: "no layer: every pixel sees itself")
            .WrongAnswer<int[]>(
                "Each step of a higher layer is as wide as all strides below it together: multiply them up.",
                [8, 5], [4, 9], [5, 11], [7, 1])
            .WrongAnswer<int[]>("The padding is added at both ends.", [7, 5], [3, 13], [5, 16], [7, 1])
            .WrongAnswer<int[]>(
                "A layer's own stride does not widen what its units see: multiply up only the strides below it.",
                [8, 9], [4, 25], [5, 19], [7, 1])
            .WrongAnswer<int[]>(
                "You take the stride of the layer below alone. The strides of all layers below count, multiplied.",
                [8, 5], [4, 13], [5, 15], [7, 1])
            .WrongAnswer<int[]>(
                "A kernel of 5 reaches four steps beyond its first pixel, not five.",
                [8, 6], [4, 16], [5, 22], [7, 1])
            .WrongAnswer<int[]>(
                "You added up the kernels. What a unit sees below it is itself a kernel wide, so squares overlap.",
                [8, 5], [4, 10], [5, 14], [7, 0])
            .WrongAnswer<int[]>(
                "Half a step is none: divide without remainder, then add 1.",
                [9, 5], [5, 13], [5, 16], [7, 1]),

        Exercise.Define<MaxPoolBackAnswer>("07.max-pool-back", "Max pooling on the way back", points: 4)
            .Case(
                [new double[][] { [1, 3], [2, 0] }, new double[][] { [5] }, 2], expected: new double[][] { [0, 5], [0, 0] },
                note: "the largest takes all of delta")
            .Case(
                [new double[][] { [1, 3, 9, 4], [2, 0, 1, 1] }, new double[][] { [5, -2] }, 2],
                expected: new double[][] { [0, 5, -2, 0], [0, 0, 0, 0] }, note: "two squares, each with its own")
            .Case(
                [new double[][] { [4, 4], [4, 4] }, new double[][] { [1] }, 2], expected: new double[][] { [1, 0], [0, 0] },
                note: "a tie: the first, row by row")
            .Case(
                [new double[][] { [-3, -1, -5], [-4, -2, -9], [-7, -8, -6] }, new double[][] { [2] }, 2],
                expected: new double[][] { [0, 2, 0], [0, 0, 0], [0, 0, 0] },
                note: "all below zero, and a last row and column that no square covers")
            .WrongAnswer<double[][]>(
                "You shared delta out equally: that is average pooling. Only the largest was heard on the way forward.",
                [[1.25, 1.25], [1.25, 1.25]], [[1.25, 1.25, -0.5, -0.5], [1.25, 1.25, -0.5, -0.5]], [[0.25, 0.25], [0.25, 0.25]],
                [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "In a tie one pixel takes delta, the first: else it would count twice.",
                [[0, 5], [0, 0]], [[0, 5, -2, 0], [0, 0, 0, 0]], [[1, 1], [1, 1]], [[0, 2, 0], [0, 0, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "The largest may be below zero: begin the search with the first pixel of the square, not with 0.",
                [[0, 5], [0, 0]], [[0, 5, -2, 0], [0, 0, 0, 0]], [[1, 0], [0, 0]], [[0, 0, 0], [0, 0, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "In a tie you take the last pixel. The first, row by row, takes delta: only a larger one replaces it.",
                [[0, 5], [0, 0]], [[0, 5, -2, 0], [0, 0, 0, 0]], [[0, 0], [0, 1]], [[0, 2, 0], [0, 0, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "You handed the largest value down. What flows back is delta.",
                [[0, 3], [0, 0]], [[0, 3, 9, 0], [0, 0, 0, 0]], [[4, 0], [0, 0]], [[0, -1, 0], [0, 0, 0], [0, 0, 0]])
            .Within(1e-9),
    ];

    internal delegate double[][] ConvolveAnswer(double[][] picture, double[][] kernel, int stride, int padding, double padValue);

    internal delegate int[] CountAnswer(int channels, int maps, int side, int height, int width, bool shared);

    internal delegate double[][] SharedGradientAnswer(double[][] x, double[][] delta);

    internal delegate int[] ReceptiveFieldAnswer(int size, int[] kernels, int[] strides, int[] paddings);

    internal delegate double[][] MaxPoolBackAnswer(double[][] x, double[][] delta, int side);

    private static double[][] Steps() => [[1, 2, 3], [4, 5, 6], [7, 8, 9]];

    internal static double[][] Grid(int side) =>
        [.. Enumerable.Range(0, side).Select(r => Enumerable.Range(0, side).Select(c => (double)(r * side + c)).ToArray())];
}
