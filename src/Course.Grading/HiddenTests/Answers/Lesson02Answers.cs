namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 02.</summary>
internal static class Lesson02Answers
{
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

    internal static (double[] Last, double[] OverMistakes, int Mistakes) Average(double[][] x, int[] t, int epochs)
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
        return (w, Array.ConvertAll(sum, s => mistakes == 0 ? 0 : s / mistakes), mistakes);
    }
}
