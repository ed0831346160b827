namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 10.</summary>
internal static class Lesson10Answers
{
    /// <summary>Blame sent down through a layer; <paramref name="through"/> makes a sum's blame of the sum, the output and its blame.</summary>
    internal static double[] Down(double[][] w, double[] x, double[] blame, Func<double, double, double, double> through)
    {
        double[] sums = SumsBlame(w, x, blame, through);
        return [.. Enumerable.Range(0, x.Length).Select(i => w.Zip(sums, (row, d) => row[i] * d).Sum())];
    }

    internal static double[] SumsBlame(double[][] w, double[] x, double[] blame, Func<double, double, double, double> through) =>
        [.. w.Zip(blame, (row, b) =>
        {
            double s = row.Zip(x, (weight, value) => weight * value).Sum();
            return through(s, Math.Max(0, s), b);
        })];

    /// <summary>All convolutions, each counted from its maps below, its maps, its side and its towers, and all layers of units.</summary>
    internal static int Count(int[][] convolutions, int[] units, Func<int, int, int, int, int> convolution, int bias = 1) =>
        convolutions.Sum(c => convolution(c[0], c[1], c[2], c[3]))
        + units.Zip(units.Skip(1), (below, above) => (below + bias) * above).Sum();

    internal static double[] Dropout(double[] y, Func<int, bool> silent, double factor) =>
        [.. y.Select((value, n) => silent(n) ? 0 : value * factor)];

    internal static double[][] Cut(double[][] picture, int top, int left, int size) =>
        [.. picture.Skip(top).Take(size).Select(row => row.Skip(left).Take(size).ToArray())];

    internal static double[][] Mirrored(double[][] picture) => [.. picture.Select(row => row.Reverse().ToArray())];
}
