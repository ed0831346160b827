namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 09.</summary>
internal static class Lesson09Answers
{
    /// <summary>The product over a chain of sigmoids of what each multiplies by, made of its weight, its input and its output.</summary>
    internal static double Through(double[] w, double x, Func<double, double, double, double> factor)
    {
        double product = 1;
        foreach (double weight in w)
        {
            double h = Sigmoid(weight * x);
            product *= factor(weight, x, h);
            x = h;
        }
        return product;
    }

    /// <summary>Trains layer after layer; <paramref name="climb"/> makes the next data from the start, the trained weights and a row.</summary>
    internal static double[][] Stack(double[][] data, double[][][] starts, double eta, Func<int, int> passes,
        Func<double[][], double[][], double[], double[]> climb)
    {
        for (int layer = 0; layer < starts.Length; layer++)
        {
            double[][] w = starts[layer];
            for (int pass = 0; pass < passes(layer); pass++) w = Learn(w, data, eta);
            data = [.. data.Select(row => climb(starts[layer], w, row))];
        }
        return data;
    }

    internal static double[] Up(double[][] w, double[] v) => [.. w.Select(row => Sigmoid(Dot(row, v)))];

    internal static double[] Down(double[][] w, double[] h) =>
        [.. Enumerable.Range(0, w[0].Length).Select(i => Sigmoid(w.Zip(h, (row, hj) => row[i] * hj).Sum()))];

    internal static double[][] Learn(double[][] w, double[][] data, double eta)
    {
        w = [.. w.Select(row => row.ToArray())];
        foreach (double[] v in data)
        {
            double[] h = Up(w, v), v1 = Down(w, h), h1 = Up(w, v1);
            for (int j = 0; j < w.Length; j++)
            {
                for (int i = 0; i < v.Length; i++) w[j][i] += eta * (v[i] * h[j] - v1[i] * h1[j]);
            }
        }
        return w;
    }

    /// <summary>The squared error of each picture after projection, with a mean to subtract and a mean to add.</summary>
    internal static IEnumerable<double> Losses(double[][] pictures, double[][] directions, bool subtract, bool add)
    {
        double[] mean = [.. Enumerable.Range(0, pictures[0].Length).Select(i => pictures.Average(x => x[i]))];
        double[] none = new double[mean.Length];
        (double[] less, double[] more) = (subtract ? mean : none, add ? mean : none);
        foreach (double[] x in pictures)
        {
            double[] centred = [.. x.Zip(less, (value, m) => value - m)], drawn = [.. more];
            foreach (double[] u in directions)
            {
                double z = Dot(u, centred);
                for (int i = 0; i < drawn.Length; i++) drawn[i] += z * u[i];
            }
            yield return x.Zip(drawn, (value, again) => (value - again) * (value - again)).Sum();
        }
    }

    internal static double[] Encode(double[][][] w, double[][] c, double[] v, bool squashed = false)
    {
        for (int layer = 0; layer < w.Length; layer++)
        {
            double[] sums = [.. w[layer].Zip(c[layer], (row, bias) => bias + Dot(row, v))];
            v = layer < w.Length - 1 || squashed ? Array.ConvertAll(sums, Sigmoid) : sums;
        }
        return v;
    }

    /// <summary>From the code to the picture; a layer's sums become its values by <paramref name="curve"/>.</summary>
    internal static double[] Decode(double[][][] w, double[][] b, double[] h, Func<int, double, double> curve)
    {
        for (int layer = w.Length - 1; layer >= 0; layer--)
        {
            double[] above = h;
            h = [.. b[layer].Select((bias, i) => curve(layer, bias + w[layer].Zip(above, (row, hj) => row[i] * hj).Sum()))];
        }
        return h;
    }

    internal static double Sigmoid(double s) => 1 / (1 + Math.Exp(-s));

    internal static double[][] Zeros(double[][] rows) => [.. rows.Select(row => new double[row.Length])];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
