namespace Course.Perceptrons;

/// <summary>The exercises of lesson 02.</summary>
internal static class Lesson02Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<LearnAnswer>("02.learn", "The update rule", points: 2)
            .Case(
                [new double[] { 1, 0 }, new double[] { 0, 1 }, 1, 0.5], expected: new double[] { 1, 0.5 },
                note: "silent, should fire: move towards the example")
            .Case(
                [new double[] { 1, 1 }, new double[] { 1, 0.5 }, 0, 1.0], expected: new double[] { 0, 0.5 },
                note: "fires, should be silent: move away")
            .Case([new double[] { 2, -1 }, new double[] { 1, 1 }, 1, 1.0], expected: new double[] { 2, -1 }, note: "right: leave it alone")
            .Case([new double[] { 2, -1 }, new double[] { -1, 1 }, 0, 1.0], expected: new double[] { 2, -1 }, note: "right again")
            .WrongAnswer<double[]>("You moved the other way: the error is target minus answer.", [1, -0.5], [2, 1.5], [2, -1], [2, -1])
            .WrongAnswer<double[]>(
                "You learn from every example. Only a mistake changes the weights: multiply by target minus answer.",
                [1, 0.5], [0, 0.5], [3, 0], [3, -2])
            .WrongAnswer<double[]>("The step η is missing.", [1, 1], [0, 0.5], [2, -1], [2, -1])
            .Within(1e-9),

        Exercise.Define<BiasAnswer>("02.bias", "The bias trick", points: 4)
            .Case([Corners(), new[] { 0, 1, 1, 1 }, 10], expected: new double[] { 1, 1, 0 }, note: "OR, ten passes")
            .Case([Corners(), new[] { 0, 0, 0, 1 }, 10], expected: new double[] { 2, 1, -2 }, note: "AND, ten passes")
            .Case(
                [new double[][] { [1], [2] }, new[] { 1, 0 }, 20], expected: new double[] { -1, 2 },
                note: "fire at 1, be silent at 2: impossible without a bias")
            .WrongAnswer<double[]>("The last weight never learns: the constant input must be 1, not 0.", [1, 1, 0], [1, 1, 0], [0, 0])
            .WrongAnswer<double[]>(
                "The constant 1 belongs at the end of each example, so that its weight comes last.",
                [0, 1, 1], [-2, 2, 1], [2, -1])
            .Within(1e-9),

        Exercise.Define<SoftmaxAnswer>("02.softmax", "Softmax that survives large sums", points: 3)
            .Case([new double[] { 0, 0 }], expected: new[] { 0.5, 0.5 }, note: "equal sums, equal shares")
            .Case([new[] { 0, Math.Log(3) }], expected: new[] { 0.25, 0.75 }, note: "e to the ln 3 is 3")
            .Case([new double[] { 1000, 1000, 0 }], expected: new[] { 0.5, 0.5, 0 }, note: "e to the 1000 is more than a double holds")
            .Case([new double[] { -1000, -1000 }], expected: new[] { 0.5, 0.5 }, note: "and e to the -1000 is less")
            .WrongAnswer<double[]>(
                "Infinity over infinity is not a number. Subtract the largest sum from all of them first: no share changes.",
                [0.5, 0.5], [0.25, 0.75], [double.NaN, double.NaN, 0], [double.NaN, double.NaN])
            .WrongAnswer<double[]>(
                "You shared out the sums themselves. Raise e to each of them first: that makes them positive.",
                [double.NaN, double.NaN], [0, 1], [0.5, 0.5, 0], [0.5, 0.5])
            .WrongAnswer<double[]>(
                "Subtract the largest sum, not the smallest: what is left over must not be positive.",
                [0.5, 0.5], [0.25, 0.75], [double.NaN, double.NaN, 0], [0.5, 0.5])
            .Within(1e-9),

        Exercise.Define<ConfusionAnswer>("02.confusion", "Confusion matrix and accuracy", points: 3)
            .Case(
                [new[] { 0, 0, 0, 0, 1, 1 }, new[] { 0, 0, 0, 1, 1, 0 }, 2], expected: new double[][] { [0.75, 0.25], [0.5, 0.5] },
                note: "four of class 0, one of them taken for a 1")
            .Case(
                [new[] { 2, 1, 0 }, new[] { 2, 1, 0 }, 3], expected: new double[][] { [1, 0, 0], [0, 1, 0], [0, 0, 1] },
                note: "all right: ones on the diagonal")
            .Case(
                [new[] { 0, 2 }, new[] { 2, 2 }, 3], expected: new double[][] { [0, 0, 1], [0, 0, 0], [0, 0, 1] },
                note: "no example of class 1: a row of zeros")
            .WrongAnswer<double[][]>(
                "Rows and columns are exchanged: the row is the truth, the column the answer.",
                [[0.75, 0.25], [0.5, 0.5]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 0, 0], [0, 0, 0], [0.5, 0, 0.5]])
            .WrongAnswer<double[][]>(
                "Divide each row by the number of examples of that class, not by the number of all examples.",
                [[0.5, 0.166666666667], [0.166666666667, 0.166666666667]],
                [[0.333333333333, 0, 0], [0, 0.333333333333, 0], [0, 0, 0.333333333333]], [[0, 0, 0.5], [0, 0, 0], [0, 0, 0.5]])
            .WrongAnswer<double[][]>(
                "These are counts. Divide each row by the number of examples of that class.",
                [[3, 1], [1, 1]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 0, 1], [0, 0, 0], [0, 0, 1]])
            .Within(1e-9),

        Exercise.Define<AveragedAnswer>("02.averaged", "The averaged perceptron", points: 5)
            .Case(
                [new double[][] { [1, 0], [0, 1] }, new[] { 1, 1 }, 1], expected: new[] { 1, 0.5 },
                note: "the second weight was there for half of the time")
            .Case(
                [new double[][] { [1, 0], [1, 0], [1, 0], [1, 1] }, new[] { 1, 1, 1, 0 }, 1], expected: new[] { 0.75, -0.25 },
                note: "three right answers count as much as one mistake")
            .Case(
                [new double[][] { [1, 2], [2, 1], [-1, 1] }, new[] { 1, 0, 1 }, 2], expected: new[] { -2.0 / 3, 7.0 / 6 },
                note: "two passes")
            .WrongAnswer<double[]>(
                "These are the last weights. Add the weights up after every example, and divide by the number of examples shown.",
                [1, 1], [0, -1], [-1, 1])
            .WrongAnswer<double[]>(
                "You averaged over the mistakes. Weights that answer rightly for long must count for long: add up after every "
                + "example, right or wrong.",
                [1, 0.5], [0.5, -0.5], [0, 1.5])
            .Within(1e-9),
    ];

    internal delegate double[] LearnAnswer(double[] w, double[] x, int target, double eta);

    internal delegate double[] BiasAnswer(double[][] x, int[] targets, int epochs);

    internal delegate double[] SoftmaxAnswer(double[] sums);

    internal delegate double[][] ConfusionAnswer(int[] truth, int[] answers, int classes);

    internal delegate double[] AveragedAnswer(double[][] x, int[] targets, int epochs);

    internal static double[][] Corners() => [[0, 0], [0, 1], [1, 0], [1, 1]];
}
