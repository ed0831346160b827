namespace Course.Backpropagation;

/// <summary>The exercises of lesson 06.</summary>
internal static class Lesson06Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<LayerAnswer>("06.layer", "The chain rule through one layer", points: 4)
            .Case(
                [new double[][] { [1] }, new double[] { 0 }, new double[] { 0 }, new double[] { 1 }], expected: new[] { 0.25 },
                note: "σ(0) = ½, and the slope there is ½ · ½")
            .Case(
                [new double[][] { [2, -1], [0.5, 1] }, new double[] { 0, 0 }, new double[] { 0, 0 }, new double[] { 1, -2 }],
                expected: new[] { 0.25, -0.75 }, note: "the gradients from two units add up")
            .Case(
                [new double[][] { [1, 3, 0] }, new[] { Math.Log(3) }, new double[] { 0, 0, 7 }, new double[] { 4 }],
                expected: new[] { 0.75, 2.25, 0 }, note: "σ(ln 3) = ¾; a weight of 0 passes no gradient on")
            .Case(
                [new double[][] { [10] }, new double[] { 50 }, new double[] { 1 }, new double[] { 1 }], expected: new double[] { 0 },
                note: "a unit far in its flat part passes next to nothing")
            .WrongAnswer<double[]>(
                "The slope of the sigmoid is missing: multiply each gradient ∂E/∂y by y(1 − y) before you hand it down.",
                [1], [1, -3], [4, 12, 0], [10])
            .WrongAnswer<double[]>("You took y(1 − y) at a sum without the bias.", [0.25], [0.25, -0.75], [1, 3, 0], [0.000453958077359])
            .WrongAnswer<double[]>(
                "These are the deltas, the gradients of the sums. Hand them down through the weights: input i gets the sum over j of "
                + "delta j times w[j][i].",
                [0.25], [0.25, -0.5], [0.75], [0])
            .Within(1e-9),

        Exercise.Define<CrossEntropyAnswer>("06.cross-entropy", "The slope of the cross-entropy", points: 3)
            .Case([new double[] { 0, 0 }, 0], expected: new[] { -0.5, 0.5 }, note: "the right sum should rise, the other fall")
            .Case([new[] { 0, Math.Log(3) }, 1], expected: new[] { 0.25, -0.25 }, note: "probabilities ¼ and ¾")
            .Case([new double[] { 5, 5, 5, 5 }, 2], expected: new[] { 0.25, 0.25, -0.75, 0.25 }, note: "the slopes add up to 0")
            .Case(
                [new double[] { 1000, 0 }, 1], expected: new double[] { 1, -1 },
                note: "sure, and wrong; e to the 1000 is more than a double holds")
            .WrongAnswer<double[]>(
                "The sign is turned: this is the way the sums should go, and the slope points the other way.",
                [0.5, -0.5], [-0.25, 0.25], [-0.25, -0.25, 0.75, -0.25], [-1, 1])
            .WrongAnswer<double[]>(
                "These are the probabilities. Subtract 1 from that of the right class.",
                [0.5, 0.5], [0.25, 0.75], [0.25, 0.25, 0.25, 0.25], [1, 0])
            .WrongAnswer<double[]>(
                "Infinity over infinity is not a number. Subtract the largest sum from all before you take e to them.",
                [-0.5, 0.5], [0.25, -0.25], [0.25, 0.25, -0.75, 0.25], [double.NaN, -1])
            .Within(1e-9),

        Exercise.Define<MomentumAnswer>("06.momentum", "Momentum", points: 3)
            .Case([1.0, new double[] { 1, 1 }, 0.1, 0.0], expected: new[] { 0.9, 0.8 }, note: "α = 0: plain gradient descent")
            .Case([0.0, new double[] { 1, 0, 0 }, 1.0, 0.9], expected: new[] { -1, -1.9, -2.71 }, note: "one push, and it rolls on")
            .Case(
                [2.0, new double[] { 1, -1, 1, -1 }, 0.5, 0.5], expected: new[] { 1.5, 1.75, 1.375, 1.6875 },
                note: "gradients that change their sign all but cancel")
            .WrongAnswer<double[]>(
                "You walk uphill: the change is minus ε times the gradient.",
                [1.1, 1.2], [1, 1.9, 2.71], [2.5, 2.25, 2.625, 2.3125])
            .WrongAnswer<double[]>(
                "Nothing is remembered: keep the last change, and add α times it to the next.",
                [0.9, 0.8], [-1, -1, -1], [1.5, 2, 1.5, 2])
            .WrongAnswer<double[]>(
                "You take a mean of gradients. In the paper's rule the gradient counts in full: Δw = −ε g + α Δw.",
                [0.9, 0.8], [-0.1, -0.19, -0.271], [1.75, 1.875, 1.6875, 1.84375])
            .Within(1e-9),

        Exercise.Define<TrainingLoopAnswer>("06.training-loop", "Mend a training loop", points: 5)
            .Case(
                [new double[][] { [1] }, new double[] { 1 }, 0.1, 1], expected: new[] { 0.1, 0.1 },
                note: "one example, one epoch: it said 0 and should say 1")
            .Case(
                [new double[][] { [1] }, new double[] { 1 }, 0.1, 2], expected: new[] { 0.18, 0.18 },
                note: "the second epoch starts with a clear gradient")
            .Case(
                [new double[][] { [1], [2] }, new double[] { 1, 2 }, 0.1, 1], expected: new[] { 0.25, 0.15 },
                note: "two examples: the mean of their gradients, one update an epoch")
            .Case(
                [new double[][] { [1, 0], [0, 1], [1, 1] }, new double[] { 1, 2, 3 }, 0.3, 2], expected: new[] { 0.55, 0.74, 0.84 },
                note: "two inputs")
            .WrongAnswer<double[]>(
                "Uphill: a weight moves against its gradient.",
                [-0.1, -0.1], [-0.22, -0.22], [-0.25, -0.15], [-1.05, -1.26, -1.56])
            .WrongAnswer<double[]>(
                "Last epoch's sum is still in the gradient. Clear it at the beginning of each epoch.",
                [0.1, 0.1], [0.28, 0.28], [0.25, 0.15], [0.95, 1.24, 1.44])
            .WrongAnswer<double[]>(
                "The update stands inside the loop over the examples. Collect the gradients of all first, then move once.",
                [0.1, 0.1], [0.18, 0.18], [0.285, 0.1925], [0.498392, 0.813272, 0.986072])
            .Within(1e-9),

        Exercise.Define<EarlyStoppingAnswer>("06.early-stopping", "Early stopping", points: 3)
            .Case([new double[] { 5, 4, 3, 2 }, 2], expected: new[] { 4, 4 }, note: "it falls to the end: nothing to stop")
            .Case(
                [new[] { 5, 3, 4, 2, 2.5, 2.6, 2.7, 1 }, 3], expected: new[] { 7, 4 },
                note: "three epochs without a new best; the 1 is never seen")
            .Case(
                [new double[] { 1, 3, 2, 0 }, 2], expected: new[] { 3, 1 },
                note: "better than yesterday is not enough: it must beat the best")
            .Case([new double[] { 2, 2, 2, 2 }, 2], expected: new[] { 3, 1 }, note: "as good is not better")
            .WrongAnswer<int[]>("The weights to keep are those of the best epoch, not of the last.", [4, 4], [7, 7], [3, 3], [3, 3])
            .WrongAnswer<int[]>("A loss as good as the best is no new best.", [4, 4], [7, 4], [3, 1], [4, 4])
            .WrongAnswer<int[]>("Epochs are counted from 1.", [3, 3], [6, 3], [2, 0], [2, 0])
            .Within(0),
    ];

    internal delegate double[] LayerAnswer(double[][] w, double[] b, double[] x, double[] gradient);

    internal delegate double[] CrossEntropyAnswer(double[] sums, int label);

    internal delegate double[] MomentumAnswer(double w, double[] gradients, double epsilon, double alpha);

    internal delegate double[] TrainingLoopAnswer(double[][] x, double[] t, double eta, int epochs);

    internal delegate int[] EarlyStoppingAnswer(double[] validation, int patience);
}
