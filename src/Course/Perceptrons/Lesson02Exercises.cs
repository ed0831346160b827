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
            .Case(
                [new double[] { 1, -1 }, new double[] { 1, 1 }, 0, 1.0], expected: new double[] { 1, -1 },
                note: "a sum of exactly 0 is silence, and silence is right here")
            .Case(
                [new double[] { 0, 0 }, new double[] { 1, -2 }, 1, 0.5], expected: new double[] { 0.5, -1 },
                note: "it knows nothing yet: silent, should fire")
            .WrongAnswer<double[]>(
                "You moved the other way: the error is target minus answer.",
                [1, -0.5], [2, 1.5], [2, -1], [2, -1], [1, -1], [-0.5, 1])
            .WrongAnswer<double[]>(
                "You learn from every example. Only a mistake changes the weights: multiply by target minus answer.",
                [1, 0.5], [0, 0.5], [3, 0], [3, -2], [0, -2], [0.5, -1])
            .WrongAnswer<double[]>("The step η is missing.", [1, 1], [0, 0.5], [2, -1], [2, -1], [1, -1], [1, -2])
            .WrongAnswer<double[]>(
                "At a sum of exactly 0 the neuron is silent: compare with > 0, not with >= 0.",
                [1, 0], [0, 0.5], [2, -1], [2, -1], [0, -2], [0, 0])
            .WrongAnswer<double[]>(
                "You returned the change alone. Add it to the old weights.", [0, 0.5], [-1, -0.5], [0, 0], [0, 0], [0, 0], [0.5, -1])
            .WrongAnswer<double[]>(
                "You took the sum for the answer. The error is t − y, and the answer y is 1 or 0.",
                [1, 0.5], [-0.5, 0.25], [2, -1], [-1, 2], [1, -1], [0.5, -1])
            .Within(1e-9),

        Exercise.Define<BiasAnswer>("02.bias", "The bias trick", points: 4)
            .Case([Corners(), new[] { 0, 1, 1, 1 }, 10], expected: new double[] { 1, 1, 0 }, note: "OR, ten passes")
            .Case([Corners(), new[] { 0, 0, 0, 1 }, 10], expected: new double[] { 2, 1, -2 }, note: "AND, ten passes")
            .Case(
                [new double[][] { [1], [2] }, new[] { 1, 0 }, 20], expected: new double[] { -1, 2 },
                note: "fire at 1, be silent at 2: impossible without a bias")
            .Case(
                [Corners(), new[] { 0, 1, 1, 0 }, 3], expected: new double[] { -1, 0, 1 },
                note: "XOR is never learnt: stop after the given number of passes")
            .Case([new double[][] { [-3, 1] }, new[] { 1 }, 1], expected: new double[] { -3, 1, 1 }, note: "one example, one pass")
            .Case([Corners(), new[] { 0, 1, 1, 1 }, 0], expected: new double[] { 0, 0, 0 }, note: "no passes: the weights are still zero")
            .WrongAnswer<double[]>(
                "The last weight never learns: the constant input must be 1, not 0.",
                [1, 1, 0], [1, 1, 0], [0, 0], [0, 0, 0], [-3, 1, 0], [0, 0, 0])
            .WrongAnswer<double[]>(
                "The constant 1 belongs at the end of each example, so that its weight comes last.",
                [0, 1, 1], [-2, 2, 1], [2, -1], [1, -1, 0], [1, -3, 1], [0, 0, 0])
            .WrongAnswer<double[]>(
                "These are the weights after one pass. Show all examples again in each pass, and go on from the weights that you have.",
                [0, 1, 1], [1, 1, 1], [-1, 0], [-1, 0, 0], [-3, 1, 1], [0, 0, 0])
            .WrongAnswer<double[]>(
                "At a sum of exactly 0 the neuron is silent: compare with > 0, not with >= 0.",
                [1, 1, -1], [2, 1, -3], [-1, 1], [-1, 0, 0], [0, 0, 0], [0, 0, 0])
            .WrongAnswer<double[]>(
                "The bias is missing from the result. Return all weights, that of the constant 1 last.",
                [1, 1], [2, 1], [-1], [-1, 0], [-3, 1], [0, 0])
            .Within(1e-9),

        Exercise.Define<AveragedAnswer>("02.averaged", "The averaged perceptron", points: 5)
            .Case(
                [new double[][] { [1, 0], [0, 1] }, new[] { 1, 1 }, 1], expected: new[] { 1, 0.5 },
                note: "the second weight was there for half of the time")
            .Case(
                [new double[][] { [1, 0], [1, 0], [1, 0], [1, 1] }, new[] { 1, 1, 1, 0 }, 1], expected: new[] { 0.75, -0.25 },
                note: "right answers count as much as mistakes")
            .Case(
                [new double[][] { [1, 2], [2, 1], [-1, 1] }, new[] { 1, 0, 1 }, 2], expected: new[] { -2.0 / 3, 7.0 / 6 },
                note: "two passes")
            .Case([new double[][] { [1, 2], [3, 4] }, new[] { 0, 0 }, 2], expected: new double[] { 0, 0 }, note: "never wrong")
            .Case([new double[][] { [2, -1] }, new[] { 1 }, 1], expected: new double[] { 2, -1 }, note: "one example, one pass")
            .WrongAnswer<double[]>(
                "These are the last weights. Add the weights up after every example, and divide by the number of examples shown.",
                [1, 1], [0, -1], [-1, 1], [0, 0], [2, -1])
            .WrongAnswer<double[]>(
                "You averaged over the mistakes. Weights that answer rightly for long must count for long: add up after every "
                + "example, right or wrong.",
                [1, 0.5], [0.5, -0.5], [0, 1.5], [0, 0], [2, -1])
            .WrongAnswer<double[]>(
                "You divide by the number of mistakes, which may be 0. Add up after every example, right or wrong, and divide by the number "
                + "of examples shown.",
                [1, 0.5], [0.5, -0.5], [0, 1.5], [double.NaN, double.NaN], [2, -1])
            .WrongAnswer<double[]>(
                "You add the weights up only after a mistake. Right answers count too: add up after every example.",
                [1, 0.5], [0.25, -0.25], [0, 0.5], [0, 0], [2, -1])
            .WrongAnswer<double[]>(
                "You divided by the number of passes. Divide by the number of examples shown: all examples, once per pass.",
                [2, 1], [3, -1], [-2, 3.5], [0, 0], [2, -1])
            .WrongAnswer<double[]>(
                "You divided by the number of examples in one pass. With two passes each of them is shown twice.",
                [1, 0.5], [0.75, -0.25], [-4.0 / 3, 7.0 / 3], [0, 0], [2, -1])
            .WrongAnswer<double[]>(
                "You add the weights up before the correction. Correct them first, then add.",
                [0.5, 0], [0.75, 0], [-0.5, 1], [0, 0], [0, 0])
            .WrongAnswer<double[]>(
                "At a sum of exactly 0 the neuron is silent: compare with > 0, not with >= 0.",
                [0, 0], [-0.25, -0.25], [-7.0 / 6, 1.0 / 6], [-1, -2], [0, 0])
            .Within(1e-9),

        Exercise.Define<SoftmaxAnswer>("02.softmax", "Softmax that survives large sums", points: 3)
            .Case([new double[] { 0, 0 }], expected: new[] { 0.5, 0.5 }, note: "equal sums, equal shares")
            .Case([new[] { 0, Math.Log(3) }], expected: new[] { 0.25, 0.75 }, note: "e to the ln 3 is 3")
            .Case(
                [new double[] { 1001, 1000 }], expected: new[] { 0.731058578630, 0.268941421370 },
                note: "a lead of 1 counts the same at any height")
            .Case([new double[] { 1000, 1000, 0 }], expected: new[] { 0.5, 0.5, 0 }, note: "e to the 1000 is more than a double holds")
            .Case([new double[] { -1000, -1000 }], expected: new[] { 0.5, 0.5 }, note: "and e to the -1000 is less")
            .Case([new double[] { 0, 0, 3000 }], expected: new double[] { 0, 0, 1 }, note: "one large sum among small ones, and it comes last")
            .Case([new double[] { -1000, 0 }], expected: new double[] { 0, 1 }, note: "the first sum is far below the largest")
            .WrongAnswer<double[]>(
                "Infinity over infinity is not a number. Subtract the largest sum from all of them first: no share changes.",
                [0.5, 0.5], [0.25, 0.75], [double.NaN, double.NaN], [double.NaN, double.NaN, 0], [double.NaN, double.NaN],
                [0, 0, double.NaN], [0, 1])
            .WrongAnswer<double[]>(
                "You shared out the sums themselves. Raise e to each of them first: that makes them positive.",
                [double.NaN, double.NaN], [0, 1], [0.500249875062, 0.499750124938], [0.5, 0.5, 0], [0.5, 0.5], [0, 0, 1], [1, 0])
            .WrongAnswer<double[]>(
                "Subtract the largest sum, not the smallest: what is left over must not be positive.",
                [0.5, 0.5], [0.25, 0.75], [0.731058578630, 0.268941421370], [double.NaN, double.NaN, 0], [0.5, 0.5],
                [0, 0, double.NaN], [0, double.NaN])
            .WrongAnswer<double[]>(
                "Less the mean is not enough: one sum far above the others still overflows. Subtract the largest.",
                [0.5, 0.5], [0.25, 0.75], [0.731058578630, 0.268941421370], [0.5, 0.5, 0], [0.5, 0.5], [0, 0, double.NaN], [0, 1])
            .WrongAnswer<double[]>(
                "Subtract the largest sum, not the first: here the first is not the largest.",
                [0.5, 0.5], [0.25, 0.75], [0.731058578630, 0.268941421370], [0.5, 0.5, 0], [0.5, 0.5], [0, 0, double.NaN], [0, double.NaN])
            .WrongAnswer<double[]>(
                "Subtract the largest sum; you divided by it, and that changes the shares.",
                [double.NaN, double.NaN], [0.268941421370, 0.731058578630], [0.500249750229, 0.499750249771],
                [0.422318798252, 0.422318798252, 0.155362403497], [0.5, 0.5],
                [0.211941557617, 0.211941557617, 0.576116884766], [double.NaN, double.NaN])
            .WrongAnswer<double[]>(
                "You cut large sums off, and then their differences are lost. Subtract the largest sum from all of them instead.",
                [0.5, 0.5], [0.25, 0.75], [0.5, 0.5], [0.5, 0.5, 0], [0.5, 0.5], [0, 0, 1], [0, 1])
            .Within(1e-9),

        Exercise.Define<ConfusionAnswer>("02.confusion", "Confusion matrix", points: 3)
            .Case(
                [new[] { 0, 0, 0, 0, 1, 1 }, new[] { 0, 0, 0, 1, 1, 0 }, 2], expected: new double[][] { [0.75, 0.25], [0.5, 0.5] },
                note: "four of class 0, one of them taken for a 1")
            .Case(
                [new[] { 2, 1, 0 }, new[] { 2, 1, 0 }, 3], expected: new double[][] { [1, 0, 0], [0, 1, 0], [0, 0, 1] },
                note: "all right: ones on the diagonal")
            .Case(
                [new[] { 0, 2 }, new[] { 2, 2 }, 3], expected: new double[][] { [0, 0, 1], [0, 0, 0], [0, 0, 1] },
                note: "no example of class 1: a row of zeros")
            .Case([Array.Empty<int>(), Array.Empty<int>(), 2], expected: new double[][] { [0, 0], [0, 0] }, note: "no examples at all")
            .Case(
                [new[] { 0, 1, 1, 1 }, new[] { 1, 0, 0, 1 }, 3],
                expected: new double[][] { [0, 1, 0], [0.666666666667, 0.333333333333, 0], [0, 0, 0] },
                note: "the last class never occurs, but it has a row and a column")
            .WrongAnswer<double[][]>(
                "Rows and columns are exchanged: the row is the truth, the column the answer.",
                [[0.75, 0.25], [0.5, 0.5]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 0, 0], [0, 0, 0], [0.5, 0, 0.5]], [[0, 0], [0, 0]],
                [[0, 1, 0], [0.5, 0.5, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "Divide each row by the number of examples of that class, not by the number of all examples.",
                [[0.5, 0.166666666667], [0.166666666667, 0.166666666667]],
                [[0.333333333333, 0, 0], [0, 0.333333333333, 0], [0, 0, 0.333333333333]], [[0, 0, 0.5], [0, 0, 0], [0, 0, 0.5]],
                [[double.NaN, double.NaN], [double.NaN, double.NaN]], [[0, 0.25, 0], [0.5, 0.25, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "These are counts. Divide each row by the number of examples of that class.",
                [[3, 1], [1, 1]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 0, 1], [0, 0, 0], [0, 0, 1]], [[0, 0], [0, 0]],
                [[0, 1, 0], [2, 1, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "Each column adds up to 1 in your answer. Each row should: divide it by the number of examples of its class.",
                [[0.75, 0.5], [0.25, 0.5]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 0, 0.5], [0, 0, 0], [0, 0, 0.5]], [[0, 0], [0, 0]],
                [[0, 0.5, 0], [1, 0.5, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "A class without examples gives 0 divided by 0, which is not a number. Leave its row at zero.",
                [[0.75, 0.25], [0.5, 0.5]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
                [[0, 0, 1], [double.NaN, double.NaN, double.NaN], [0, 0, 1]], [[double.NaN, double.NaN], [double.NaN, double.NaN]],
                [[0, 1, 0], [0.666666666667, 0.333333333333, 0], [double.NaN, double.NaN, double.NaN]])
            .WrongAnswer<double[][]>(
                "You divided whole numbers: in C# 3 / 4 is 0. Count in doubles.",
                [[0, 0], [0, 0]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 0, 1], [0, 0, 0], [0, 0, 1]], [[0, 0], [0, 0]],
                [[0, 1, 0], [0, 0, 0], [0, 0, 0]])
            .Within(1e-9),
    ];

    internal delegate double[] LearnAnswer(double[] w, double[] x, int target, double eta);

    internal delegate double[] BiasAnswer(double[][] x, int[] targets, int epochs);

    internal delegate double[] SoftmaxAnswer(double[] sums);

    internal delegate double[][] ConfusionAnswer(int[] truth, int[] answers, int classes);

    internal delegate double[] AveragedAnswer(double[][] x, int[] targets, int epochs);

    internal static double[][] Corners() => [[0, 0], [0, 1], [1, 0], [1, 1]];
}
