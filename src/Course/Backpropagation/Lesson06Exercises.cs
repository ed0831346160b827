namespace Course.Backpropagation;

/// <summary>The exercises of lesson 06.</summary>
internal static class Lesson06Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<Func<double[][], double[], double[], double[], double[]>>("06.layer", "The chain rule through one layer", points: 4)
            .Case([new double[][] { [1] }, new double[] { 0 }, new double[] { 0 }, new double[] { 1 }], expected: new[] { 0.25 }, note: "σ(0) = ½, and the slope there is ½ · ½")
            .Case([new double[][] { [2, -1], [0.5, 1] }, new double[] { 0, 0 }, new double[] { 0, 0 }, new double[] { 1, -2 }], expected: new[] { 0.25, -0.75 }, note: "blame from two units adds up")
            .Case([new double[][] { [1, 3, 0] }, new[] { Math.Log(3) }, new double[] { 0, 0, 7 }, new double[] { 4 }], expected: new[] { 0.75, 2.25, 0 }, note: "σ(ln 3) = ¾; a weight of 0 passes no blame")
            .Case([new double[][] { [10] }, new double[] { 50 }, new double[] { 1 }, new double[] { 1 }], expected: new double[] { 0 }, note: "a unit far in its flat part passes next to nothing")
            .Mistake("The slope of the sigmoid is missing: multiply each ∂E/∂y by y(1 − y) before you hand it down.", (double[][] w, double[] b, double[] x, double[] gradient) => HandedDown(w, gradient))
            .Mistake("You took y(1 − y) at a sum without the bias.", (double[][] w, double[] b, double[] x, double[] gradient) => HandedDown(w, Deltas(w, new double[b.Length], x, gradient)))
            .Mistake("These are the slopes of the sums. Hand them down through the weights: input i gets the sum over j of delta j times w[j][i].", (double[][] w, double[] b, double[] x, double[] gradient) => Deltas(w, b, x, gradient))
            .Within(1e-9),

        Exercise.Define<Func<double[], int, double[]>>("06.cross-entropy", "The slope of the cross-entropy", points: 3)
            .Case([new double[] { 0, 0 }, 0], expected: new[] { -0.5, 0.5 }, note: "the right sum should rise, the other fall")
            .Case([new[] { 0, Math.Log(3) }, 1], expected: new[] { 0.25, -0.25 }, note: "probabilities ¼ and ¾")
            .Case([new double[] { 5, 5, 5, 5 }, 2], expected: new[] { 0.25, 0.25, -0.75, 0.25 }, note: "the slopes add up to 0")
            .Case([new double[] { 1000, 0 }, 1], expected: new double[] { 1, -1 }, note: "sure, and wrong; e to the 1000 is more than a double holds")
            .Mistake("The sign is turned: this is the way the sums should go, and the slope points the other way.", (double[] s, int label) => Array.ConvertAll(Gradient(s, label, s.Max()), v => -v))
            .Mistake("These are the probabilities. Subtract 1 from that of the right class.", (double[] s, int label) => Gradient(s, -1, s.Max()))
            .Mistake("Infinity over infinity is not a number. Subtract the largest sum from all before you take e to them.", (double[] s, int label) => Gradient(s, label, 0))
            .Within(1e-9),

        Exercise.Define<Func<double, double[], double, double, double[]>>("06.momentum", "Momentum", points: 3)
            .Case([1.0, new double[] { 1, 1 }, 0.1, 0.0], expected: new[] { 0.9, 0.8 }, note: "α = 0: plain gradient descent")
            .Case([0.0, new double[] { 1, 0, 0 }, 1.0, 0.9], expected: new[] { -1, -1.9, -2.71 }, note: "one push, and it rolls on")
            .Case([2.0, new double[] { 1, -1, 1, -1 }, 0.5, 0.5], expected: new[] { 1.5, 1.75, 1.375, 1.6875 }, note: "slopes that change their sign all but cancel")
            .Mistake("You walk uphill: the change is minus ε times the slope.", (double w, double[] g, double epsilon, double alpha) => Path(w, g, -epsilon, alpha, 1))
            .Mistake("Nothing is remembered: keep the last change, and add α times it to the next.", (double w, double[] g, double epsilon, double alpha) => Path(w, g, epsilon, 0, 1))
            .Mistake("You take a mean of slopes. In the paper's rule the slope counts in full: Δw = −ε g + α Δw.", (double w, double[] g, double epsilon, double alpha) => Path(w, g, epsilon, alpha, 1 - alpha))
            .Within(1e-9),

        Exercise.Define<Func<double[][], double[], double, int, double[]>>("06.training-loop", "Mend a training loop", points: 5)
            .Case([new double[][] { [1] }, new double[] { 1 }, 0.1, 1], expected: new[] { 0.1, 0.1 }, note: "one example, one epoch: it said 0 and should say 1")
            .Case([new double[][] { [1] }, new double[] { 1 }, 0.1, 2], expected: new[] { 0.18, 0.18 }, note: "the second epoch starts with a clear gradient")
            .Case([new double[][] { [1], [2] }, new double[] { 1, 2 }, 0.1, 1], expected: new[] { 0.25, 0.15 }, note: "two examples: the mean of their slopes, one update an epoch")
            .Case([new double[][] { [1, 0], [0, 1], [1, 1] }, new double[] { 1, 2, 3 }, 0.3, 2], expected: new[] { 0.55, 0.74, 0.84 }, note: "two inputs")
            .Mistake("Uphill: a weight moves against its slope.", (double[][] x, double[] t, double eta, int epochs) => Loop(x, t, -eta, epochs, clear: true, each: false))
            .Mistake("Last epoch's blame is still in the gradient. Clear it at the beginning of each epoch.", (double[][] x, double[] t, double eta, int epochs) => Loop(x, t, eta, epochs, clear: false, each: false))
            .Mistake("The update stands inside the loop over the examples. Collect the slopes of all first, then move once.", (double[][] x, double[] t, double eta, int epochs) => Loop(x, t, eta, epochs, clear: true, each: true))
            .Within(1e-9),

        Exercise.Define<Func<double[], int, int[]>>("06.early-stopping", "Early stopping", points: 3)
            .Case([new double[] { 5, 4, 3, 2 }, 2], expected: new[] { 4, 4 }, note: "it falls to the end: nothing to stop")
            .Case([new[] { 5, 3, 4, 2, 2.5, 2.6, 2.7, 1 }, 3], expected: new[] { 7, 4 }, note: "three epochs without a new best; the 1 is never seen")
            .Case([new double[] { 1, 3, 2, 0 }, 2], expected: new[] { 3, 1 }, note: "better than yesterday is not enough: it must beat the best")
            .Case([new double[] { 2, 2, 2, 2 }, 2], expected: new[] { 3, 1 }, note: "as good is not better")
            .Mistake("The weights to keep are those of the best epoch, not of the last.", (double[] v, int patience) => Enumerable.Repeat(Stop(v, patience, strict: true)[0], 2).ToArray())
            .Mistake("A loss as good as the best is no new best.", (double[] v, int patience) => Stop(v, patience, strict: false))
            .Mistake("Epochs are counted from 1.", (double[] v, int patience) => Array.ConvertAll(Stop(v, patience, strict: true), epoch => epoch - 1))
            .Within(0),
    ];

    internal static double[] Deltas(double[][] w, double[] b, double[] x, double[] gradient) => [.. gradient.Select((delta, j) =>
    {
        double y = 1 / (1 + Math.Exp(-(b[j] + w[j].Zip(x, (weight, input) => weight * input).Sum())));
        return delta * y * (1 - y);
    })];

    internal static double[] HandedDown(double[][] w, double[] deltas) => [.. w[0].Select((_, i) => deltas.Select((delta, j) => delta * w[j][i]).Sum())];

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
