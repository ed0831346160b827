namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code that the reference and the wrong answers of lesson 08 share.</summary>
internal static class Lesson08Answers
{
    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>h of 1997, from −1 to 1; g is twice as wide.</summary>
    internal static double Squash(double x) => 2 * Sigmoid(x) - 1;

    internal static double[] Step(double s, double netIn, double netC, double netOut)
    {
        double state = s + Sigmoid(netIn) * 2 * Squash(netC);
        return [state, Sigmoid(netOut) * Squash(state)];
    }

    internal static double Length(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    internal static double[][] Scaled(double[][] gradients, double factor) =>
        [.. gradients.Select(row => row.Select(value => value * factor).ToArray())];

    internal static double[][] Clip(double[][] gradients, double most)
    {
        double length = Length(gradients.SelectMany(row => row));
        return length > most ? Scaled(gradients, most / length) : gradients;
    }

    internal static double[] Softmax(double[] scores, double temperature)
    {
        double largest = scores.Max();
        double[] raised = [.. scores.Select(score => Math.Exp((score - largest) / temperature))];
        double total = raised.Sum();
        return [.. raised.Select(value => value / total)];
    }

    /// <summary>The first symbol at which the probabilities, added up, exceed u.</summary>
    internal static int Choose(double[] p, double u)
    {
        double sum = 0;
        for (int k = 0; k < p.Length; k++)
        {
            sum += p[k];
            if (u < sum) return k;
        }
        return p.Length - 1;
    }

    /// <summary>The outputs of h_t = tanh(w x_t + u h_(t−1)), with a rule for the input at step t ≥ 1.</summary>
    internal static double[] Run(double[] series, double w, double u, int steps, Func<int, double, double> input)
    {
        var h = new double[Math.Max(0, steps)];
        for (int t = 0; t < h.Length; t++)
        {
            double before = t > 0 ? h[t - 1] : 0;
            h[t] = Math.Tanh(w * (t == 0 ? series[0] : input(t, before)) + u * before);
        }
        return h;
    }

    internal static double[] Predict(double[] series, double w, double u, bool forced) =>
        Run(series, w, u, series.Length - 1, (t, before) => forced ? series[t] : before);
}
