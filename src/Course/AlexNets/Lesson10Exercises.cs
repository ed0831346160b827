namespace Course.AlexNets;

/// <summary>The exercises of lesson 10.</summary>
internal static class Lesson10Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<ReluAnswer>("10.relu", "The blame through a ReLU", points: 2)
            .Case([new double[][] { [2] }, new[] { 1.0 }, new[] { 0.5 }], expected: new[] { 1.0 }, note: "one unit whose sum is above 0")
            .Case([new double[][] { [2] }, new[] { -1.0 }, new[] { 1.0 }], expected: new[] { 0.0 }, note: "one unit whose sum is below 0")
            .Case([new double[][] { [1, -2], [0.5, 1], [-1, 3] }, new[] { 2.0, 1 }, new[] { 1, -2, 0.5 }],
                expected: new[] { -1.5, -0.5 }, note: "three units; the sum of the first is 0, and there the slope counts as 0")
            .Case([new double[][] { [-1, 0.5], [1.5, 2] }, new[] { 1.0, 2 }, new[] { 3.0, -1 }], expected: new[] { -1.5, -2 },
                note: "two units, a negative blame")
            .WrongAnswer<double[]>("A unit whose sum is not above 0 lets no blame through.", [1], [2], [-0.5, -2.5], [-4.5, -0.5])
            .WrongAnswer<double[]>("It is the sum that decides, not the sign of the blame.", [1], [2], [0.5, -0.5], [-3, 1.5])
            .WrongAnswer<double[]>("The slope above 0 is 1, not the output.", [2], [0], [-2.5, -2.5], [-8.25, -11])
            .WrongAnswer<double[]>("Where the sum is 0 the slope counts as 0.", [1], [0], [-0.5, -2.5], [-4.5, -0.5])
            .WrongAnswer<double[]>("This is the blame of the sums: now send it down through the weights, as in lesson 06.",
                [0.5], [0], [0, -2, 0.5], [0, -1])
            .Within(1e-9),

        Exercise.Define<CountAnswer>("10.count", "Count the weights of a network", points: 3)
            .Case([Array.Empty<int[]>(), new[] { 2, 3 }], expected: 9, note: "one layer of units")
            .Case([new int[][] { [1, 2, 3, 1] }, new[] { 8, 10 }], expected: 110, note: "one convolution and a layer of units")
            .Case([new int[][] { [2, 4, 3, 2] }, new[] { 4, 3, 2 }], expected: 63, note: "a convolution in two towers, two layers of units")
            .Case([new int[][] { [3, 4, 5, 1], [4, 6, 3, 2] }, new[] { 24, 10 }], expected: 668,
                note: "two convolutions, the second in two towers")
            .WrongAnswer<int>("The biases are missing: one per map, one per unit.", 6, 98, 54, 648)
            .WrongAnswer<int>("In towers a kernel sees only its own tower's maps below.", 9, 110, 99, 776)
            .WrongAnswer<int>("A kernel is a square: its side counts twice.", 9, 98, 39, 356)
            .WrongAnswer<int>("All towers count, not only one.", 9, 110, 45, 614)
            .WrongAnswer<int>("A map has one bias, not one for each map below.", 9, 110, 63, 682)
            .Within(0),

        Exercise.Define<DropoutAnswer>("10.dropout", "Dropout, in training and after", points: 3)
            .Case([new[] { 2.0, -1, 4 }, new[] { 0.1, 0.6, 0.3 }, 0.5, true], expected: new[] { 0.0, -1, 0 }, note: "training")
            .Case([new[] { 2.0, -1, 4 }, new[] { 0.1, 0.6, 0.3 }, 0.5, false], expected: new[] { 1, -0.5, 2 },
                note: "after training: all units speak, at half their strength")
            .Case([new[] { 1.0, 3, 5 }, new[] { 0.25, 0.2, 0.9 }, 0.25, true], expected: new[] { 1.0, 0, 5 },
                note: "another p; a coin of p itself keeps its unit")
            .Case([new[] { 1.0, 3 }, new[] { 0.1, 0.9 }, 0.25, false], expected: new[] { 0.75, 2.25 }, note: "another p, after training")
            .Case([new[] { 1.0, 2 }, new[] { 0.1, 0.2 }, 0.0, true], expected: new[] { 1.0, 2 }, note: "p = 0 drops nothing")
            .WrongAnswer<double[]>("After training every output is multiplied by 1 − p.", [0, -1, 0], [2, -1, 4], [1, 0, 5], [1, 3], [1, 2])
            .WrongAnswer<double[]>("A unit speaks in a share 1 − p of the steps: that is the factor, not p.",
                [0, -1, 0], [1, -0.5, 2], [1, 0, 5], [0.25, 0.75], [1, 2])
            .WrongAnswer<double[]>("A coin below p silences its unit; you silence the others.",
                [2, 0, 4], [1, -0.5, 2], [0, 3, 0], [0.75, 2.25], [0, 0])
            .WrongAnswer<double[]>("After training no unit is silenced.", [0, -1, 0], [0, -1, 0], [1, 0, 5], [0, 3], [1, 2])
            .WrongAnswer<double[]>("Below p means below: a coin of p itself keeps its unit.",
                [0, -1, 0], [1, -0.5, 2], [0, 0, 5], [0.75, 2.25], [1, 2])
            .Within(1e-9),

        Exercise.Define<CropAnswer>("10.crop", "Cut a window, and mirror it", points: 2)
            .Case([Picture(), 0, 0, 2, false], expected: new double[][] { [1, 2], [5, 6] }, note: "the upper left corner")
            .Case([Picture(), 1, 0, 2, false], expected: new double[][] { [5, 6], [9, 10] }, note: "one row further down")
            .Case([Picture(), 0, 1, 2, false], expected: new double[][] { [2, 3], [6, 7] }, note: "one column further right")
            .Case([Picture(), 0, 0, 2, true], expected: new double[][] { [2, 1], [6, 5] }, note: "the corner, mirrored")
            .Case([Picture(), 0, 0, 3, true], expected: new double[][] { [3, 2, 1], [7, 6, 5], [11, 10, 9] }, note: "larger, mirrored")
            .WrongAnswer<double[][]>("Mirror when asked: left becomes right.",
                [[1, 2], [5, 6]], [[5, 6], [9, 10]], [[2, 3], [6, 7]], [[1, 2], [5, 6]], [[1, 2, 3], [5, 6, 7], [9, 10, 11]])
            .WrongAnswer<double[][]>("You turn it upside down: left becomes right, the rows stay in order.",
                [[1, 2], [5, 6]], [[5, 6], [9, 10]], [[2, 3], [6, 7]], [[5, 6], [1, 2]], [[9, 10, 11], [5, 6, 7], [1, 2, 3]])
            .WrongAnswer<double[][]>("Cut first, then mirror the window, not the picture.",
                [[1, 2], [5, 6]], [[5, 6], [9, 10]], [[2, 3], [6, 7]], [[4, 3], [8, 7]], [[4, 3, 2], [8, 7, 6], [12, 11, 10]])
            .WrongAnswer<double[][]>("top counts rows, left counts columns.",
                [[1, 2], [5, 6]], [[2, 3], [6, 7]], [[5, 6], [9, 10]], [[2, 1], [6, 5]], [[3, 2, 1], [7, 6, 5], [11, 10, 9]])
            .WrongAnswer<double[][]>("Mirror only when asked.",
                [[2, 1], [6, 5]], [[6, 5], [10, 9]], [[3, 2], [7, 6]], [[2, 1], [6, 5]], [[3, 2, 1], [7, 6, 5], [11, 10, 9]])
            .Within(0),
    ];

    internal delegate double[] ReluAnswer(double[][] W, double[] x, double[] blame);

    internal delegate int CountAnswer(int[][] convolutions, int[] units);

    internal delegate double[] DropoutAnswer(double[] y, double[] coins, double p, bool training);

    internal delegate double[][] CropAnswer(double[][] picture, int top, int left, int size, bool mirror);

    private static double[][] Picture() => [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]];
}
