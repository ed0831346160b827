namespace Course.Perceptrons;

/// <summary>The exercises of lesson 02.</summary>
internal static class Lesson02Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<Func<double[], double[], int, double, double[]>>("02.learn", "The update rule", points: 2)
            .Case([new double[] { 1, 0 }, new double[] { 0, 1 }, 1, 0.5], expected: new double[] { 1, 0.5 }, note: "silent, should fire: move towards the example")
            .Case([new double[] { 1, 1 }, new double[] { 1, 0.5 }, 0, 1.0], expected: new double[] { 0, 0.5 }, note: "fires, should be silent: move away")
            .Case([new double[] { 2, -1 }, new double[] { 1, 1 }, 1, 1.0], expected: new double[] { 2, -1 }, note: "right: leave it alone")
            .Case([new double[] { 2, -1 }, new double[] { -1, 1 }, 0, 1.0], expected: new double[] { 2, -1 }, note: "right again")
            .Mistake("You moved the other way: the error is target minus answer.", (double[] w, double[] x, int t, double eta) => Moved(w, x, -eta * (t - Fires(w, x))))
            .Mistake("You learn from every example. Only a mistake changes the weights: multiply by target minus answer.", (double[] w, double[] x, int t, double eta) => Moved(w, x, eta * (2 * t - 1)))
            .Mistake("The step η is missing.", (double[] w, double[] x, int t, double eta) => Moved(w, x, t - Fires(w, x)))
            .Within(1e-9),

        Exercise.Define<Func<double[][], int[], int, double[]>>("02.bias", "The bias trick", points: 4)
            .Case([Corners(), new[] { 0, 1, 1, 1 }, 10], expected: new double[] { 1, 1, 0 }, note: "OR, ten passes")
            .Case([Corners(), new[] { 0, 0, 0, 1 }, 10], expected: new double[] { 2, 1, -2 }, note: "AND, ten passes")
            .Case([new double[][] { [1], [2] }, new[] { 1, 0 }, 20], expected: new double[] { -1, 2 }, note: "fire at 1, be silent at 2: impossible without a bias")
            .Mistake("The last weight never learns: the constant input must be 1, not 0.", (double[][] x, int[] t, int epochs) => Trained(x, t, epochs, row => [.. row, 0]))
            .Mistake("The constant 1 belongs at the end of each example, so that its weight comes last.", (double[][] x, int[] t, int epochs) => Trained(x, t, epochs, row => [1, .. row]))
            .Within(1e-9),

        Exercise.Define<Func<double[], double[]>>("02.softmax", "Softmax that survives large sums", points: 3)
            .Case([new double[] { 0, 0 }], expected: new[] { 0.5, 0.5 }, note: "equal sums, equal shares")
            .Case([new[] { 0, Math.Log(3) }], expected: new[] { 0.25, 0.75 }, note: "e to the ln 3 is 3")
            .Case([new double[] { 1000, 1000, 0 }], expected: new[] { 0.5, 0.5, 0 }, note: "e to the 1000 is more than a double holds")
            .Case([new double[] { -1000, -1000 }], expected: new[] { 0.5, 0.5 }, note: "and e to the -1000 is less")
            .Mistake("Infinity over infinity is not a number. Subtract the largest sum from all of them first: no share changes.", (double[] s) => Shares(s, 0))
            .Mistake("You shared out the sums themselves. Raise e to each of them first: that makes them positive.", (double[] s) => Array.ConvertAll(s, v => v / s.Sum()))
            .Mistake("Subtract the largest sum, not the smallest: what is left over must not be positive.", (double[] s) => Shares(s, s.Min()))
            .Within(1e-9),

        Exercise.Define<Func<int[], int[], int, double[][]>>("02.confusion", "Confusion matrix and accuracy", points: 3)
            .Case([new[] { 0, 0, 0, 0, 1, 1 }, new[] { 0, 0, 0, 1, 1, 0 }, 2], expected: new double[][] { [0.75, 0.25], [0.5, 0.5] }, note: "four of class 0, one of them taken for a 1")
            .Case([new[] { 2, 1, 0 }, new[] { 2, 1, 0 }, 3], expected: new double[][] { [1, 0, 0], [0, 1, 0], [0, 0, 1] }, note: "all right: ones on the diagonal")
            .Case([new[] { 0, 2 }, new[] { 2, 2 }, 3], expected: new double[][] { [0, 0, 1], [0, 0, 0], [0, 0, 1] }, note: "no example of class 1: a row of zeros")
            .Mistake("Rows and columns are exchanged: the row is the truth, the column the answer.", (int[] truth, int[] answers, int classes) => Rates(answers, truth, classes))
            .Mistake("Divide each row by the number of examples of that class, not by the number of all examples.", (int[] truth, int[] answers, int classes) => Counts(truth, answers, classes, truth.Length))
            .Mistake("These are counts. Divide each row by the number of examples of that class.", (int[] truth, int[] answers, int classes) => Counts(truth, answers, classes, 1))
            .Within(1e-9),

        Exercise.Define<Func<double[][], int[], int, double[]>>("02.averaged", "The averaged perceptron", points: 5)
            .Case([new double[][] { [1, 0], [0, 1] }, new[] { 1, 1 }, 1], expected: new[] { 1, 0.5 }, note: "the second weight was there for half of the time")
            .Case([new double[][] { [1, 0], [1, 0], [1, 0], [1, 1] }, new[] { 1, 1, 1, 0 }, 1], expected: new[] { 0.75, -0.25 }, note: "three right answers count as much as one mistake")
            .Case([new double[][] { [1, 2], [2, 1], [-1, 1] }, new[] { 1, 0, 1 }, 2], expected: new[] { -2.0 / 3, 7.0 / 6 }, note: "two passes")
            .Mistake("These are the last weights. Add the weights up after every example, and divide by the number of examples shown.", (double[][] x, int[] t, int epochs) => Average(x, t, epochs).Last)
            .Mistake("You averaged over the mistakes. Weights that answer rightly for long must count for long: add up after every example, right or wrong.", (double[][] x, int[] t, int epochs) => Average(x, t, epochs).OverMistakes)
            .Within(1e-9),
    ];

    internal static double[][] Corners() => [[0, 0], [0, 1], [1, 0], [1, 1]];

    internal static int Fires(double[] w, double[] x) => w.Zip(x, (a, b) => a * b).Sum() > 0 ? 1 : 0;

    internal static double[] Moved(double[] w, double[] x, double step) => [.. w.Zip(x, (a, b) => a + step * b)];

    internal static double[] Trained(double[][] x, int[] t, int epochs, Func<double[], double[]> extend)
    {
        double[][] extended = Array.ConvertAll(x, row => extend(row));
        var w = new double[extended[0].Length];
        for (int pass = 0; pass < epochs; pass++)
        {
            for (int i = 0; i < x.Length; i++) w = Moved(w, extended[i], t[i] - Fires(w, extended[i]));
        }
        return w;
    }

    internal static double[] Shares(double[] sums, double less)
    {
        double[] powers = Array.ConvertAll(sums, s => Math.Exp(s - less));
        double total = powers.Sum();
        return Array.ConvertAll(powers, p => p / total);
    }

    internal static double[][] Rates(int[] truth, int[] answers, int classes) =>
        [.. Counts(truth, answers, classes, 1).Select(row => Array.ConvertAll(row, count => count == 0 ? 0 : count / row.Sum()))];

    internal static double[][] Counts(int[] truth, int[] answers, int classes, double unit)
    {
        double[][] counts = [.. Enumerable.Range(0, classes).Select(_ => new double[classes])];
        for (int i = 0; i < truth.Length; i++) counts[truth[i]][answers[i]] += 1 / unit;
        return counts;
    }

    internal static (double[] Last, double[] OverMistakes) Average(double[][] x, int[] t, int epochs)
    {
        var w = new double[x[0].Length];
        var sum = new double[w.Length];
        int mistakes = 0;
        for (int pass = 0; pass < epochs; pass++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                int error = t[i] - Fires(w, x[i]);
                if (error == 0) continue;
                w = Moved(w, x[i], error);
                sum = Moved(sum, w, 1);
                mistakes++;
            }
        }
        return (w, Array.ConvertAll(sum, s => mistakes == 0 ? 0 : s / mistakes));
    }
}
