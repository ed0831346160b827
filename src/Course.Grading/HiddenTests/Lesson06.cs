using static Course.Backpropagation.Lesson06Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson06Answers;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 06.</summary>
internal static class Lesson06
{
    internal static IReadOnlyList<HiddenTest> All => [Layer(), CrossEntropy(), Momentum(), TrainingLoop(), EarlyStopping()];

    private static HiddenTest<LayerAnswer> Layer() =>
        HiddenTest.Define<LayerAnswer>("06.layer", (w, b, x, gradient) => HandedDown(w, Deltas(w, b, x, gradient)))
            .Edge(EdgeKind.One, "one input, one unit", [new double[][] { [2] }, new[] { 0.5 }, new[] { -1.0 }, new[] { 3.0 }])
            .Edge(EdgeKind.Special, "three inputs, two units: the result has as many items as there are inputs",
                [new double[][] { [1, 2, 3], [-1, 0, 1] }, new[] { 0.5, -0.5 }, new[] { 0.5, 0.25, -0.5 }, new[] { 1.0, 2 }])
            .Edge(EdgeKind.Special, "the bias alone decides where the unit stands",
                [new double[][] { [1, -1] }, new[] { 2.0 }, new[] { 0.0, 0 }, new[] { 1.0 }])
            .Edge(EdgeKind.Special, "one of two units has no gradient",
                [new double[][] { [1, 2], [3, 4] }, new[] { 0.25, 0.5 }, new[] { 1.0, -1 }, new[] { 0.0, 1 }])
            .Edge(EdgeKind.Negative, "negative weights, inputs and gradients",
                [new double[][] { [-1, -2], [-0.5, 1] }, new[] { -0.25, -1 }, new[] { -1.0, -0.5 }, new[] { -1.0, -2 }])
            .Edge(EdgeKind.VeryLarge, "units so far in their flat parts that nothing comes through",
                [new double[][] { [1000, 2], [-1000, 3] }, new double[] { 0, 0 }, new[] { 1.0, 1 }, new[] { 1.0, 1 }])
            .Edge(EdgeKind.Many, "fifty inputs, twenty units", random => LayerArguments(50, 20, random))
            .Random(15, random => LayerArguments(random.Next(1, 6), random.Next(1, 6), random))
            .WrongAnswer("The slope of the sigmoid is missing", (w, b, x, gradient) => HandedDown(w, gradient))
            .WrongAnswer("You took y(1 − y) at a sum without the bias",
                (w, b, x, gradient) => HandedDown(w, Deltas(w, new double[b.Length], x, gradient)))
            .WrongAnswer("These are the deltas", (w, b, x, gradient) => Deltas(w, b, x, gradient))
            .HiddenWrongAnswer("only the first unit counts", (w, b, x, gradient) => HandedDown(w[..1], Deltas(w, b, x, gradient)[..1]))
            .HiddenWrongAnswer("the mean over the units, not the sum",
                (w, b, x, gradient) => Array.ConvertAll(HandedDown(w, Deltas(w, b, x, gradient)), delta => delta / w.Length))
            .HiddenWrongAnswer("the bias is subtracted", (w, b, x, gradient) =>
                HandedDown(w, Deltas(w, Array.ConvertAll(b, bias => -bias), x, gradient)))
            .HiddenWrongAnswer("the slope of the sigmoid is y alone", (w, b, x, gradient) => HandedDown(w, With(w, b, x, gradient, y => y)))
            .HiddenWrongAnswer("the slope of a tanh", (w, b, x, gradient) => HandedDown(w, With(w, b, x, gradient, y => 1 - y * y)))
            .HiddenWrongAnswer("times the input, as for a weight",
                (w, b, x, gradient) => [.. HandedDown(w, Deltas(w, b, x, gradient)).Zip(x, (delta, input) => delta * input)]);

    private static HiddenTest<CrossEntropyAnswer> CrossEntropy() =>
        HiddenTest.Define<CrossEntropyAnswer>("06.cross-entropy", (s, label) => Gradient(s, label, s.Max()))
            .Edge(EdgeKind.One, "one class: always certain", [new[] { 3.0 }, 0])
            .Edge(EdgeKind.Tie, "all sums equal", [new double[] { -2, -2, -2 }, 1])
            .Edge(EdgeKind.Negative, "sums below zero", [new[] { -1.0, -2, -0.5 }, 2])
            .Edge(EdgeKind.VeryLarge, "sums of many thousands", [new[] { 9000.0, 9001, 8000 }, 1])
            .Edge(EdgeKind.VeryLarge, "the right sum lies thousands below the others", [new[] { 9000.0, 0, 8999 }, 1])
            .Edge(EdgeKind.VeryLarge, "sums far below zero", [new[] { -9000.0, -9001 }, 0])
            .Edge(EdgeKind.Many, "fifty classes", random => Scored(50, random))
            .Random(15, random => Scored(random.Next(2, 8), random))
            .WrongAnswer("The sign is turned", (s, label) => Array.ConvertAll(Gradient(s, label, s.Max()), v => -v))
            .WrongAnswer("These are the probabilities", (s, label) => Gradient(s, -1, s.Max()))
            .WrongAnswer("Infinity over infinity is not a number", (s, label) => Gradient(s, label, 0))
            .HiddenWrongAnswer("the first class is always taken for the right one", (s, label) => Gradient(s, 0, s.Max()))
            .HiddenWrongAnswer("only the right class has a slope",
                (s, label) => [.. Gradient(s, label, s.Max()).Select((gradient, k) => k == label ? gradient : 0)])
            .HiddenWrongAnswer("the surprise in place of the slope",
                (s, label) => [.. Gradient(s, -1, s.Max()).Select((p, k) => k == label ? -Math.Log(Math.Max(p, 1e-300)) : 0)])
            .HiddenWrongAnswer("divided by the number of classes", (s, label) =>
                Array.ConvertAll(Gradient(s, label, s.Max()), gradient => gradient / s.Length))
            .HiddenWrongAnswer("subtracts the right class's sum, which may be small", (s, label) => Gradient(s, label, s[label]))
            .HiddenWrongAnswer("the slope of a squared error behind a softmax",
                (s, label) => [.. Gradient(s, label, s.Max()).Zip(Gradient(s, -1, s.Max()), (error, p) => error * p * (1 - p))]);

    private static HiddenTest<MomentumAnswer> Momentum() =>
        HiddenTest.Define<MomentumAnswer>("06.momentum", (w, g, epsilon, alpha) => Path(w, g, epsilon, alpha, 1))
            .Edge(EdgeKind.Empty, "no gradients, no steps", [1.0, Array.Empty<double>(), 0.5, 0.9])
            .Edge(EdgeKind.One, "one gradient", [2.0, new[] { 4.0 }, 0.25, 0.9])
            .Edge(EdgeKind.Special, "a push, then flat land", [0.0, new[] { 4.0, 0, 0, 0, 0 }, 0.5, 0.5])
            .Edge(EdgeKind.Special, "a gradient that stays", [1.0, new[] { 1.0, 1, 1, 1 }, 0.25, 0.5])
            .Edge(EdgeKind.Negative, "downhill is up", [-1.0, new[] { -2.0, -1, -0.5 }, 0.5, 0.75])
            .Edge(EdgeKind.VeryLarge, "gradients of thousands", [0.0, new[] { 4000.0, -8000, 2000 }, 0.25, 0.5])
            .Edge(EdgeKind.Many, "a hundred steps", random => Descent(100, random))
            .Random(12, random => Descent(random.Next(1, 9), random))
            .WrongAnswer("You walk uphill", (w, g, epsilon, alpha) => Path(w, g, -epsilon, alpha, 1))
            .WrongAnswer("Nothing is remembered", (w, g, epsilon, alpha) => Path(w, g, epsilon, 0, 1))
            .WrongAnswer("You take a mean of gradients", (w, g, epsilon, alpha) => Path(w, g, epsilon, alpha, 1 - alpha))
            .HiddenWrongAnswer("the first step is left out",
                (w, g, epsilon, alpha) => Path(w, g.Length == 0 ? g : [0, .. g[1..]], epsilon, alpha, 1))
            .HiddenWrongAnswer("the old change also counts ε times", (w, g, epsilon, alpha) => Path(w, g, epsilon, epsilon * alpha, 1))
            .HiddenWrongAnswer("the changes, not the places",
                (w, g, epsilon, alpha) =>
                    [.. Path(w, g, epsilon, alpha, 1).Zip(Path(w, g, epsilon, alpha, 1).Prepend(w), (now, before) => now - before)])
            .HiddenWrongAnswer("the place before each step",
                (w, g, epsilon, alpha) => [.. Path(w, g, epsilon, alpha, 1).Prepend(w).Take(g.Length)])
            .HiddenWrongAnswer("Nesterov's place ahead", (w, g, epsilon, alpha) => Ahead(w, g, epsilon, alpha))
            .HiddenWrongAnswer("nothing is forgotten: α is 1", (w, g, epsilon, alpha) => Path(w, g, epsilon, 1, 1))
            .HiddenWrongAnswer("starts from 0", (w, g, epsilon, alpha) => Path(0, g, epsilon, alpha, 1));

    private static HiddenTest<TrainingLoopAnswer> TrainingLoop() =>
        HiddenTest.Define<TrainingLoopAnswer>("06.training-loop", (x, t, eta, epochs) => Loop(x, t, eta, epochs, clear: true, each: false))
            .Edge(EdgeKind.One, "one example, three epochs", [new double[][] { [2, -1] }, new[] { 1.0 }, 0.125, 3])
            .Edge(EdgeKind.Special, "no epochs: all weights stay 0", [new double[][] { [1], [2] }, new[] { 1.0, 2 }, 0.125, 0])
            .Edge(EdgeKind.Special, "the bias alone must learn", [new double[][] { [0], [0] }, new[] { 3.0, 1 }, 0.5, 4])
            .Edge(EdgeKind.Negative, "negative inputs and targets", [new double[][] { [-1, 0.5], [0.25, -2] }, new[] { -1.0, 2 }, 0.25, 5])
            .Edge(EdgeKind.VeryLarge, "targets of thousands", [new double[][] { [1], [0.5] }, new[] { 4000.0, -2000 }, 0.25, 3])
            .Edge(EdgeKind.Many, "forty examples", random => Taught(40, 3, epochs: 4, random))
            .Random(12, random => Taught(random.Next(2, 6), random.Next(1, 4), random.Next(1, 6), random))
            .WrongAnswer("Uphill: a weight moves against its gradient",
                (x, t, eta, epochs) => Loop(x, t, -eta, epochs, clear: true, each: false))
            .WrongAnswer("Last epoch's sum is still in the gradient",
                (x, t, eta, epochs) => Loop(x, t, eta, epochs, clear: false, each: false))
            .WrongAnswer("The update stands inside the loop over the examples",
                (x, t, eta, epochs) => Loop(x, t, eta, epochs, clear: true, each: true))
            .HiddenWrongAnswer("the sum of the gradients, not their mean",
                (x, t, eta, epochs) => Loop(x, t, eta * x.Length, epochs, clear: true, each: false))
            .HiddenWrongAnswer("all three bugs left", (x, t, eta, epochs) => Loop(x, t, -eta, epochs, clear: false, each: true))
            .HiddenWrongAnswer("uphill, else mended", (x, t, eta, epochs) => Loop(x, t, -eta, epochs, clear: true, each: false))
            .HiddenWrongAnswer("uncleared and updated too early", (x, t, eta, epochs) => Loop(x, t, eta, epochs, clear: false, each: true))
            .HiddenWrongAnswer("one epoch too many", (x, t, eta, epochs) => Loop(x, t, eta, epochs + 1, clear: true, each: false))
            .HiddenWrongAnswer("twice the gradient: the ½ was forgotten",
                (x, t, eta, epochs) => Loop(x, t, 2 * eta, epochs, clear: true, each: false))
            .HiddenWrongAnswer("the bias never learns",
                (x, t, eta, epochs) => [.. Loop(x, t, eta, epochs, clear: true, each: false)[..^1], 0]);

    private static HiddenTest<EarlyStoppingAnswer> EarlyStopping() =>
        HiddenTest.Define<EarlyStoppingAnswer>("06.early-stopping", (v, patience) => Stop(v, patience, strict: true))
            .Edge(EdgeKind.One, "one epoch", [new[] { 2.0 }, 3])
            .Edge(EdgeKind.Special, "a patience of one", [new[] { 3.0, 2, 2.5, 1 }, 1])
            .Edge(EdgeKind.Special, "patience runs out with the very last epoch", [new[] { 3.0, 1, 2, 2, 2 }, 3])
            .Edge(EdgeKind.Special, "the last epoch is the best", [new[] { 3.0, 4, 2, 3, 1 }, 2])
            .Edge(EdgeKind.Special, "it rises from the first epoch on", [new[] { 1.0, 2, 3, 4, 5 }, 2])
            .Edge(EdgeKind.Special, "ups and downs that never reach the best again", [new[] { 1.0, 5, 4, 3, 2, 0.5 }, 3])
            .Edge(EdgeKind.Tie, "as good as the best, again and again", [new[] { 2.0, 1, 1, 1, 1, 1 }, 3])
            .Edge(EdgeKind.Negative, "losses below zero", [new[] { -1.0, -2, -1.5, -1.75, -3 }, 2])
            .Edge(EdgeKind.Many, "a hundred epochs", random => Losses(100, random))
            .Random(25, random => Losses(random.Next(2, 15), random))
            .WrongAnswer("The weights to keep are those of the best epoch",
                (v, patience) => Enumerable.Repeat(Stop(v, patience, strict: true)[0], 2).ToArray())
            .WrongAnswer("A loss as good as the best is no new best", (v, patience) => Stop(v, patience, strict: false))
            .WrongAnswer("Epochs are counted from 1",
                (v, patience) => Array.ConvertAll(Stop(v, patience, strict: true), epoch => epoch - 1))
            .HiddenWrongAnswer("stops one epoch late", (v, patience) => Stop(v, patience + 1, strict: true))
            .HiddenWrongAnswer("stops one epoch early", (v, patience) => Stop(v, Math.Max(1, patience - 1), strict: true))
            .HiddenWrongAnswer("never stops", (v, patience) => Stop(v, v.Length, strict: true))
            .HiddenWrongAnswer("keeps the best of all epochs, seen or not",
                (v, patience) => [Stop(v, patience, strict: true)[0], Array.IndexOf(v, v.Min()) + 1])
            .HiddenWrongAnswer("waits for rises one after the other", (v, patience) => Rises(v, patience))
            .HiddenWrongAnswer("the two numbers exchanged", (v, patience) => [.. Stop(v, patience, strict: true).Reverse()]);

    private static double[] With(double[][] w, double[] b, double[] x, double[] gradient, Func<double, double> local) =>
        [.. gradient.Select((delta, j) =>
        delta * local(1 / (1 + Math.Exp(-(b[j] + w[j].Zip(x, (weight, input) => weight * input).Sum())))))];

    private static double[] Ahead(double w, double[] gradients, double epsilon, double alpha)
    {
        double change = 0;
        return Array.ConvertAll(gradients, gradient =>
        {
            change = alpha * change - epsilon * gradient;
            return w += alpha * change - epsilon * gradient;
        });
    }

    /// <summary>Stops when the loss has risen from the previous epoch so many times in a row.</summary>
    private static int[] Rises(double[] validation, int patience)
    {
        int rises = 0;
        for (int epoch = 1; epoch < validation.Length; epoch++)
        {
            rises = validation[epoch] < validation[epoch - 1] ? 0 : rises + 1;
            if (rises >= patience) return [epoch + 1, Best(epoch + 1)];
        }
        return [validation.Length, Best(validation.Length)];

        int Best(int seen) => Array.IndexOf(validation, validation[..seen].Min()) + 1;
    }

    private static double[] Numbers(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-8, 9) / 4.0)];

    private static double[][] Rows(int count, int width, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => Numbers(width, random))];

    private static object?[] LayerArguments(int inputs, int units, Random random) =>
        [Rows(units, inputs, random), Numbers(units, random), Numbers(inputs, random), Numbers(units, random)];

    private static object?[] Scored(int classes, Random random) => [Numbers(classes, random), random.Next(classes)];

    private static object?[] Descent(int steps, Random random) =>
        [random.Next(-8, 9) / 4.0, Numbers(steps, random), random.Next(1, 5) / 4.0, random.Next(1, 4) / 4.0];

    private static object?[] Taught(int examples, int inputs, int epochs, Random random) =>
        [Rows(examples, inputs, random), Numbers(examples, random), random.Next(1, 4) / 16.0, epochs];

    private static object?[] Losses(int epochs, Random random) =>
        [Enumerable.Range(0, epochs).Select(_ => random.Next(1, 13) / 4.0).ToArray(), random.Next(1, 5)];
}
