namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 06.</summary>
internal static class Lesson06Answers
{
    internal static double[] Deltas(double[][] w, double[] b, double[] x, double[] gradient) => [.. gradient.Select((delta, j) =>
    {
        double y = 1 / (1 + Math.Exp(-(b[j] + w[j].Zip(x, (weight, input) => weight * input).Sum())));
        return delta * y * (1 - y);
    })];

    internal static double[] HandedDown(double[][] w, double[] deltas) =>
        [.. w[0].Select((_, i) => deltas.Select((delta, j) => delta * w[j][i]).Sum())];

    internal static double[] Gradient(double[] sums, int label, double less)
    {
        double[] powers = Array.ConvertAll(sums, s => Math.Exp(s - less));
        return [.. powers.Select((power, k) => power / powers.Sum() - (k == label ? 1 : 0))];
    }

    internal static double[] Path(double w, double[] gradients, double epsilon, double alpha, double share)
    {
        double change = 0;
        return Array.ConvertAll(gradients, gradient => w += change = alpha * change - share * epsilon * gradient);
    }

    internal static double[] Loop(double[][] x, double[] t, double eta, int epochs, bool clear, bool each)
    {
        double[] w = new double[x[0].Length + 1], gradient = new double[w.Length];
        void Update()
        {
            for (int i = 0; i < w.Length; i++) w[i] -= eta * gradient[i] / x.Length;
        }
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            if (clear) Array.Clear(gradient);
            for (int n = 0; n < x.Length; n++)
            {
                double[] input = [.. x[n], 1];
                double error = w.Zip(input, (weight, value) => weight * value).Sum() - t[n];
                for (int i = 0; i < w.Length; i++) gradient[i] += error * input[i];
                if (each) Update();
            }
            if (!each) Update();
        }
        return w;
    }

    internal static int[] Stop(double[] validation, int patience, bool strict)
    {
        int best = 0;
        for (int epoch = 1; epoch < validation.Length; epoch++)
        {
            if (strict ? validation[epoch] < validation[best] : validation[epoch] <= validation[best]) best = epoch;
            else if (epoch - best >= patience) return [epoch + 1, best + 1];
        }
        return [validation.Length, best + 1];
    }
}
