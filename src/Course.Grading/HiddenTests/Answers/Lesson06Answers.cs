using Course.Backpropagation;
using Course.Nn;
using Course.Nn.Optimizers;

namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 06.</summary>
internal static class Lesson06Answers
{
    /// <summary>∂E/∂v and ∂E/∂w of E = ½(v σ(w x) − d)², the error times <paramref name="half"/>.</summary>
    internal static double[] Blame(double x, double w, double v, double d, double half, Func<double, double> slope)
    {
        double h = 1 / (1 + Math.Exp(-w * x)), error = half * (v * h - d);
        return [error * h, error * v * slope(h) * x];
    }

    /// <summary>The value of E = w tanh(w x), ∂E/∂w and ∂E/∂x, with a slope made of the sum and its tanh.</summary>
    internal static double[] Weighted(double w, double x, Func<double, double, double> slope)
    {
        double y = Math.Tanh(w * x), passed = w * slope(w * x, y);
        return [w * y, y + passed * x, passed * w];
    }

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

    /// <summary>
    /// The loss before each step of gradient descent, of a tanh network whose weights begin evenly spaced from −1 to 1.
    /// </summary>
    internal static double[] TorchLosses(double[][] x, int[] labels, int hidden, int classes, double rate, int steps, Slip slip = Slip.None)
    {
        var net = new Mlp([x[0].Length, hidden, classes], Activation.Tanh, Activation.Identity, new Random(0));
        foreach (Parameter parameter in net.Parameters)
        {
            int last = parameter.Values.Length - 1;
            for (int i = 0; i <= last; i++) parameter.Values[i] = last == 0 ? -1 : -1 + 2.0 * i / last;
        }
        var optimizer = new Sgd(net.Parameters, rate);
        double[] inputs = Examples.Flat(x);
        var losses = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            if (slip != Slip.NeverCleared) optimizer.ZeroGradient();
            double[] said = [.. net.Forward(inputs, x.Length)];
            var gradient = new List<double>();
            foreach (var (sums, label) in said.Chunk(classes).Zip(labels))
            {
                double[] p = Gradient(sums, -1, sums.Max()), given = slip == Slip.SoftmaxTwice ? p : sums;
                double[] slopes = Gradient(given, label, given.Max());
                losses[step] -= Math.Log(slopes[label] + 1) / x.Length;
                double pull = p.Zip(slopes, (share, slope) => share * slope).Sum();
                gradient.AddRange(slip == Slip.SoftmaxTwice ? slopes.Zip(p, (slope, share) => share * (slope - pull)) : slopes);
            }
            net.Backward([.. gradient.Select(slope => slope / x.Length)]);
            optimizer.Step();
        }
        return losses;
    }
}

/// <summary>What may go wrong in a training loop.</summary>
internal enum Slip
{
    None,
    NeverCleared,
    SoftmaxTwice,
}
