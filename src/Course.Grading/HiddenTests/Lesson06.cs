using Course.Grading.HiddenTests.Answers;
using static Course.Backpropagation.Lesson06Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson06Answers;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 06.</summary>
internal static class Lesson06
{
    internal static IReadOnlyList<HiddenTest> All =>
        [Chain(), Tanh(), Momentum(), TrainingLoop(), EarlyStopping(), TorchLoop()];

    private static HiddenTest<ChainAnswer> Chain() =>
        HiddenTest.Define<ChainAnswer>("06.chain", (x, w, v, d) => Blame(x, w, v, d, half: 1, h => h * (1 - h)))
            .Edge(EdgeKind.Special, "x is 0: the sum is 0, and no blame reaches w", [0.0, 1.0, 3.0, 1.0])
            .Edge(EdgeKind.Special, "v is 0: no blame reaches w", [1.0, 0.5, 0.0, 2.0])
            .Edge(EdgeKind.Negative, "all negative", [-1.0, -0.5, -2.0, -1.0])
            .Edge(EdgeKind.Special, "far in the flat part of the sigmoid", [40.0, 20.0, 3.0, 1.0])
            .Random(15, random => [Quarter(random), Quarter(random), Quarter(random), Quarter(random)])
            .WrongAnswer("The sigmoid is missing", (x, w, v, d) => Blame(x, w, v, d, half: 1, _ => 1))
            .WrongAnswer("On its way to w", (x, w, v, d) => [Blame(x, w, v, d, half: 1, h => h)[0], Error(x, w, v, d) * Slope(x, w) * x])
            .WrongAnswer("The last step is missing",
                (x, w, v, d) => [Blame(x, w, v, d, half: 1, h => h)[0], Error(x, w, v, d) * v * Slope(x, w)])
            .WrongAnswer("The sign is turned", (x, w, v, d) => Blame(x, w, v, d, half: -1, h => h * (1 - h)))
            .WrongAnswer("The desired value is missing", (x, w, v, _) => Blame(x, w, v, 0, half: 1, h => h * (1 - h)))
            .WrongAnswer("Everything is doubled", (x, w, v, d) => Blame(x, w, v, d, half: 2, h => h * (1 - h)))
            .HiddenWrongAnswer("w first", (x, w, v, d) => [.. Blame(x, w, v, d, half: 1, h => h * (1 - h)).Reverse()])
            .HiddenWrongAnswer("the slope is h alone", (x, w, v, d) => Blame(x, w, v, d, half: 1, h => h))
            .HiddenWrongAnswer("the slope of a tanh", (x, w, v, d) => Blame(x, w, v, d, half: 1, h => 1 - h * h));

    private static HiddenTest<TanhAnswer> Tanh() =>
        HiddenTest.Define<TanhAnswer>("06.tanh", (w, x) => Weighted(w, x, (_, y) => 1 - y * y))
            .Edge(EdgeKind.Special, "x is 0: the tanh is steepest", [2.0, 0.0])
            .Edge(EdgeKind.Negative, "both negative", [-1.5, -0.5])
            .Edge(EdgeKind.Special, "far in the flat part", [40.0, 20.0])
            .Random(15, random => [Quarter(random), Quarter(random)])
            .WrongAnswer("The slope is 1 − y²", (w, x) => Weighted(w, x, (s, _) => 1 - s * s))
            .WrongAnswer("y(1 − y) is the slope", (w, x) => Weighted(w, x, (_, y) => y * (1 - y)))
            .WrongAnswer("Your result does not remember", (w, x) => Weighted(w, x, (_, _) => 0))
            .WrongAnswer("The slope is 1 everywhere", (w, x) => Weighted(w, x, (_, _) => 1))
            .HiddenWrongAnswer("the slope is 1 − y", (w, x) => Weighted(w, x, (_, y) => 1 - y))
            .HiddenWrongAnswer("the slope is y² − 1", (w, x) => Weighted(w, x, (_, y) => y * y - 1))
            .HiddenWrongAnswer("a sigmoid in place of the tanh", (w, x) =>
                [w / (1 + Math.Exp(-w * x)), .. Weighted(w, x, (_, y) => 1 - y * y)[1..]]);

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
            .WrongAnswer("ε stands outside the bracket", (w, g, epsilon, alpha) => Path(w, g, epsilon, epsilon * alpha, 1))
            .WrongAnswer("These are the changes",
                (w, g, epsilon, alpha) =>
                    [.. Path(w, g, epsilon, alpha, 1).Zip(Path(w, g, epsilon, alpha, 1).Prepend(w), (now, before) => now - before)])
            .WrongAnswer("These are the places before",
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
            .WrongAnswer("Two bugs are left: the gradient is never cleared, and the weights move uphill",
                (x, t, eta, epochs) => Loop(x, t, -eta, epochs, clear: false, each: false))
            .WrongAnswer("Two bugs are left: the weights move uphill", (x, t, eta, epochs) =>
                Loop(x, t, -eta, epochs, clear: true, each: true))
            .WrongAnswer("Two bugs are left: the gradient is never cleared, and the weights move before",
                (x, t, eta, epochs) => Loop(x, t, eta, epochs, clear: false, each: true))
            .WrongAnswer("All three bugs", (x, t, eta, epochs) => Loop(x, t, -eta, epochs, clear: false, each: true))
            .WrongAnswer("The gradients are added up",
                (x, t, eta, epochs) => Loop(x, t, eta * x.Length, epochs, clear: true, each: false))
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
            .WrongAnswer("You stop one epoch late", (v, patience) => Stop(v, patience + 1, strict: true))
            .WrongAnswer("You stop one epoch early", (v, patience) => Stop(v, Math.Max(1, patience - 1), strict: true))
            .HiddenWrongAnswer("never stops", (v, patience) => Stop(v, v.Length, strict: true))
            .WrongAnswer("You kept the smallest loss of all",
                (v, patience) => [Stop(v, patience, strict: true)[0], Array.IndexOf(v, v.Min()) + 1])
            .HiddenWrongAnswer("waits for rises one after the other", (v, patience) => Rises(v, patience))
            .HiddenWrongAnswer("the two numbers exchanged", (v, patience) => [.. Stop(v, patience, strict: true).Reverse()]);

    // The reference is plain C# in double precision, so the grader itself needs no torch; the answers are given in single precision.
    private static HiddenTest<TorchLoopAnswer> TorchLoop() =>
        HiddenTest.Define<TorchLoopAnswer>("06.torch-loop", (x, labels, hidden, classes, rate, steps) =>
                TorchLosses(x, labels, hidden, classes, rate, steps))
            .AllowTorchSharp()
            .Edge(EdgeKind.One, "one example, one hidden unit", [new double[][] { [0.5] }, new[] { 1 }, 1, 2, 0.5, 3])
            .Edge(EdgeKind.Special, "no steps, no losses", [new double[][] { [1], [0] }, new[] { 0, 1 }, 2, 2, 0.5, 0])
            .Edge(EdgeKind.Special, "a learning rate of 0: the loss stays",
                [new double[][] { [1, 2], [0, 1] }, new[] { 0, 1 }, 2, 2, 0.0, 3])
            .Edge(EdgeKind.Negative, "negative inputs", [new double[][] { [-1, -0.5], [-2, -0.25] }, new[] { 2, 0 }, 2, 3, 0.25, 4])
            .Edge(EdgeKind.Many, "forty examples", random => Classified(40, 3, 4, 3, steps: 4, random))
            .Random(6, random => Classified(
                random.Next(2, 6), random.Next(1, 4), random.Next(1, 4), random.Next(2, 4), random.Next(2, 6), random))
            .WrongAnswer("The gradients of all steps pile up", (x, labels, hidden, classes, rate, steps) =>
                TorchLosses(x, labels, hidden, classes, rate, steps, Slip.NeverCleared))
            .WrongAnswer("cross_entropy takes the softmax itself", (x, labels, hidden, classes, rate, steps) =>
                TorchLosses(x, labels, hidden, classes, rate, steps, Slip.SoftmaxTwice))
            .WrongAnswer("The weights never move", (x, labels, hidden, classes, rate, steps) =>
                TorchLosses(x, labels, hidden, classes, 0, steps))
            .WrongAnswer("These are the losses after each update", (x, labels, hidden, classes, rate, steps) =>
                TorchLosses(x, labels, hidden, classes, rate, steps + 1)[1..])
            .WrongAnswer("The gradient is that of the sum", (x, labels, hidden, classes, rate, steps) =>
                TorchLosses(x, labels, hidden, classes, rate * x.Length, steps))
            .HiddenWrongAnswer("uphill", (x, labels, hidden, classes, rate, steps) => TorchLosses(x, labels, hidden, classes, -rate, steps))
            .HiddenWrongAnswer("one step too many", (x, labels, hidden, classes, rate, steps) =>
                TorchLosses(x, labels, hidden, classes, rate, steps + 1));

    private static double Error(double x, double w, double v, double d) => v / (1 + Math.Exp(-w * x)) - d;

    private static double Slope(double x, double w) => 1 / (1 + Math.Exp(-w * x)) / (1 + Math.Exp(w * x));

    private static double Quarter(Random random) => random.Next(-8, 9) / 4.0;

    private static object?[] Classified(int examples, int inputs, int hidden, int classes, int steps, Random random) =>
    [
        Rows(examples, inputs, random), Enumerable.Range(0, examples).Select(_ => random.Next(classes)).ToArray(), hidden, classes,
        random.Next(1, 5) / 8.0, steps,
    ];

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

    private static object?[] Descent(int steps, Random random) =>
        [random.Next(-8, 9) / 4.0, Numbers(steps, random), random.Next(1, 5) / 4.0, random.Next(1, 4) / 4.0];

    private static object?[] Taught(int examples, int inputs, int epochs, Random random) =>
        [Rows(examples, inputs, random), Numbers(examples, random), random.Next(1, 4) / 16.0, epochs];

    private static object?[] Losses(int epochs, Random random) =>
        [Enumerable.Range(0, epochs).Select(_ => random.Next(1, 13) / 4.0).ToArray(), random.Next(1, 5)];
}
