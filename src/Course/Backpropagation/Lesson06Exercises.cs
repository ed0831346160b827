namespace Course.Backpropagation;

/// <summary>The exercises of lesson 06.</summary>
internal static class Lesson06Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<ChainAnswer>("06.chain", "Blame by hand", points: 2)
            .Case([1.0, 0.0, 4.0, 0.0], expected: new double[] { 1, 2 }, note: "h = ½, y = 2, and 0 was desired")
            .Case([2.0, 0.0, -2.0, 1.0], expected: new double[] { -1, 2 }, note: "y = −1 is too small: blame may be negative")
            .Case([1.0, Math.Log(3), 4.0, 3.0], expected: new double[] { 0, 0 }, note: "y = 3 is right: nobody is to blame")
            .Case([Math.Log(3), 1.0, 4.0, 1.0], expected: new[] { 1.5, 1.647918433002 },
                note: "h = ¾; the blame of w passes v, the sigmoid and x")
            .Case([10.0, 100.0, 1.0, 0.0], expected: new double[] { 1, 0 }, note: "a sigmoid in its flat part passes next to nothing")
            .WrongAnswer<double[]>(
                "The sigmoid is missing: on the way to w the blame is multiplied by h(1 − h).",
                [1, 8], [-1, 8], [0, 0], [1.5, 8.788898309345], [1, 10])
            .WrongAnswer<double[]>(
                "On its way to w the blame passes the product v · h: multiply it by v there.",
                [1, 0.5], [-1, -1], [0, 0], [1.5, 0.411979608251], [1, 0])
            .WrongAnswer<double[]>(
                "The last step is missing: in the product w · x the local slope for w is x.",
                [1, 2], [-1, 1], [0, 0], [1.5, 1.5], [1, 0])
            .WrongAnswer<double[]>(
                "The sign is turned: the slope of ½(y − d)² is y − d.",
                [-1, -2], [1, -2], [0, 0], [-1.5, -1.647918433002], [-1, 0])
            .WrongAnswer<double[]>(
                "The desired value is missing: the blame of y is y − d, not y.",
                [1, 2], [-0.5, 1], [2.25, 2.25], [2.25, 2.471877649503], [1, 0])
            .WrongAnswer<double[]>(
                "Everything is doubled: the ½ of the loss cancels the 2 of the square.",
                [2, 4], [-2, 4], [0, 0], [3, 3.295836866004], [2, 0])
            .Within(1e-9),

        Exercise.Define<TanhAnswer>("06.tanh", "Teach Number the tanh", points: 3)
            .Case([1.0, 0.0], expected: new double[] { 0, 0, 1 }, note: "tanh 0 = 0, and its slope there is 1")
            .Case([2.0, Math.Log(2) / 2], expected: new[] { 1.2, 1.043614195558, 2.56 },
                note: "tanh(ln 2) = 0.6, and its slope there is 0.64")
            .Case([-1.0, Math.Log(2)], expected: new[] { 0.6, -1.043614195558, 0.64 }, note: "a negative weight")
            .Case([1.0, 50.0], expected: new double[] { 1, 1, 0 }, note: "far out the tanh is flat and passes next to nothing")
            .WrongAnswer<double[]>(
                "The slope is 1 − y² with the value y = tanh s. You took the square of s itself.",
                [0, 0, 1], [1.2, 0.960122528571, 2.078187944327], [0.6, -0.960122528571, 0.519546986082], [1, -124949, -2499])
            .WrongAnswer<double[]>(
                "y(1 − y) is the slope of the sigmoid. That of the tanh is 1 − y².",
                [0, 0, 0], [1.2, 0.766355323334, 0.96], [0.6, 0.065421293338, -0.96], [1, 1, 0])
            .WrongAnswer<double[]>(
                "Your result does not remember what it was made of: give the new Number the pair (a, slope) as well.",
                [0, 0, 0], [1.2, 0.6, 0], [0.6, -0.6, 0], [1, 1, 0])
            .WrongAnswer<double[]>(
                "The slope is 1 everywhere in your answer. It is 1 only at 0; elsewhere it is 1 − y².",
                [0, 0, 1], [1.2, 1.29314718056, 4], [0.6, -1.29314718056, 1], [1, 51, 1])
            .Within(1e-9),

        Exercise.Define<MomentumAnswer>("06.momentum", "Momentum", points: 3)
            .Case([1.0, new double[] { 1, 1 }, 0.1, 0.0], expected: new[] { 0.9, 0.8 }, note: "α = 0: plain gradient descent")
            .Case([0.0, new double[] { 1, 0, 0 }, 1.0, 0.9], expected: new[] { -1, -1.9, -2.71 }, note: "one push, and it rolls on")
            .Case(
                [2.0, new double[] { 1, -1, 1, -1 }, 0.5, 0.5], expected: new[] { 1.5, 1.75, 1.375, 1.6875 },
                note: "gradients that change their sign all but cancel")
            .Case([0.0, new double[] { -4, -2 }, 0.25, 0.75], expected: new[] { 1, 2.25 }, note: "negative gradients: downhill is up")
            .Case([1.0, Array.Empty<double>(), 0.5, 0.9], expected: Array.Empty<double>(), note: "no gradients, no steps")
            .WrongAnswer<double[]>(
                "You walk uphill: the change is minus ε times the gradient.",
                [1.1, 1.2], [1, 1.9, 2.71], [2.5, 2.25, 2.625, 2.3125], [-1, -2.25], [])
            .WrongAnswer<double[]>(
                "Nothing is remembered: keep the last change, and add α times it to the next.",
                [0.9, 0.8], [-1, -1, -1], [1.5, 2, 1.5, 2], [1, 1.5], [])
            .WrongAnswer<double[]>(
                "You take a mean of gradients. In the paper's rule the gradient counts in full: Δw = −ε g + α Δw.",
                [0.9, 0.8], [-0.1, -0.19, -0.271], [1.75, 1.875, 1.6875, 1.84375], [0.25, 0.5625], [])
            .WrongAnswer<double[]>(
                "ε stands outside the bracket in your answer, so that the old change is multiplied by it too. In equation 9 ε belongs to the "
                + "gradient alone.",
                [0.9, 0.8], [-1, -1.9, -2.71], [1.5, 1.875, 1.46875, 1.8671875], [1, 1.6875], [])
            .WrongAnswer<double[]>(
                "These are the changes. Return where the weight stands after each.",
                [-0.1, -0.1], [-1, -0.9, -0.81], [-0.5, 0.25, -0.375, 0.3125], [1, 1.25], [])
            .WrongAnswer<double[]>(
                "These are the places before each step. The first item is the place after the first step.",
                [1, 0.9], [0, -1, -1.9], [2, 1.5, 1.75, 1.375], [0, 1], [])
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
            .Case(
                [new double[][] { [-1], [2] }, new double[] { -3, 1 }, 0.25, 3], expected: new[] { 1.0234375, -0.748046875 },
                note: "negative inputs and targets")
            .Case([new double[][] { [1] }, new double[] { 1 }, 0.1, 0], expected: new double[] { 0, 0 },
                note: "no epochs: all weights stay 0")
            .WrongAnswer<double[]>(
                "Uphill: a weight moves against its gradient.",
                [-0.1, -0.1], [-0.22, -0.22], [-0.25, -0.15], [-1.05, -1.26, -1.56], [-3.1796875, 0.654296875], [0, 0])
            .WrongAnswer<double[]>(
                "Last epoch's sum is still in the gradient. Clear it at the beginning of each epoch.",
                [0.1, 0.1], [0.28, 0.28], [0.25, 0.15], [0.95, 1.24, 1.44], [2.1796875, -1.529296875], [0, 0])
            .WrongAnswer<double[]>(
                "The update stands inside the loop over the examples. Collect the gradients of all first, then move once.",
                [0.1, 0.1], [0.18, 0.18], [0.285, 0.1925], [0.498392, 0.813272, 0.986072], [1.272071838379, -1.303691864014], [0, 0])
            .WrongAnswer<double[]>(
                "Two bugs are left: the gradient is never cleared, and the weights move uphill.",
                [-0.1, -0.1], [-0.32, -0.32], [-0.25, -0.15], [-1.45, -1.76, -2.16], [-5.7734375, 1.373046875], [0, 0])
            .WrongAnswer<double[]>(
                "Two bugs are left: the weights move uphill, and they move before all examples have been heard.",
                [-0.1, -0.1], [-0.22, -0.22], [-0.315, -0.2075], [-2.270808, -2.392088, -3.527288],
                [-6.586570739746, 2.36128616333], [0, 0])
            .WrongAnswer<double[]>(
                "Two bugs are left: the gradient is never cleared, and the weights move before all examples have been heard.",
                [0.1, 0.1], [0.28, 0.28], [0.285, 0.1925], [1.233672, 1.633752, 2.106552], [2.348121643066, -2.963665008545], [0, 0])
            .WrongAnswer<double[]>(
                "All three bugs are still there. The first case has one example and one epoch: begin with the direction of the step.",
                [-0.1, -0.1], [-0.32, -0.32], [-0.315, -0.2075], [-4.095688, -4.803768, -6.238968],
                [-15.670433044434, 2.570575714111], [0, 0])
            .WrongAnswer<double[]>(
                "The gradients are added up, but the loss is their mean: keep the division by the number of examples.",
                [0.1, 0.1], [0.18, 0.18], [0.5, 0.3], [0.15, 0.66, 0.36], [1.25, -1.296875], [0, 0])
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
            .Case([new[] { 3, 2, 2.5, 1 }, 1], expected: new[] { 3, 2 }, note: "a patience of one")
            .Case([new[] { -1, -2, -1.5, -1.75, -3 }, 2], expected: new[] { 4, 2 }, note: "losses below zero")
            .Case([new double[] { 2 }, 3], expected: new[] { 1, 1 }, note: "one epoch: it is the last and the best")
            .WrongAnswer<int[]>(
                "The weights to keep are those of the best epoch, not of the last.",
                [4, 4], [7, 7], [3, 3], [3, 3], [3, 3], [4, 4], [1, 1])
            .WrongAnswer<int[]>("A loss as good as the best is no new best.", [4, 4], [7, 4], [3, 1], [4, 4], [3, 2], [4, 2], [1, 1])
            .WrongAnswer<int[]>("Epochs are counted from 1.", [3, 3], [6, 3], [2, 0], [2, 0], [2, 1], [3, 1], [0, 0])
            .WrongAnswer<int[]>(
                "You stop one epoch late: with patience 2 and the best in epoch 1, epochs 2 and 3 pass, and the training stops after epoch 3.",
                [4, 4], [8, 8], [4, 4], [4, 1], [4, 4], [5, 5], [1, 1])
            .WrongAnswer<int[]>(
                "You stop one epoch early: as many epochs as the patience must pass after the best one.",
                [4, 4], [6, 4], [2, 1], [2, 1], [3, 2], [3, 2], [1, 1])
            .WrongAnswer<int[]>(
                "You kept the smallest loss of all. The epochs after the stop were never trained.",
                [4, 4], [7, 8], [3, 4], [3, 1], [3, 4], [4, 5], [1, 1])
            .Within(0),

        Exercise.Define<TorchLoopAnswer>("06.torch-loop", "The loop in TorchSharp", points: 5)
            .Case(
                [new double[][] { [1] }, new[] { 0 }, 1, 2, 0.5, 1], expected: new[] { 0.729766 },
                note: "one example, one step: the loss before the update")
            .Case(
                [new double[][] { [1], [-1] }, new[] { 0, 1 }, 2, 2, 0.5, 3], expected: new[] { 1.126928, 0.657449, 0.389225 },
                note: "three steps, so three losses")
            .Case(
                [new double[][] { [0, 0], [0, 1], [1, 0], [1, 1] }, new[] { 0, 1, 1, 0 }, 3, 2, 1.0, 4],
                expected: new[] { 1.129106, 0.773837, 0.728871, 0.707819 }, note: "exclusive or, as two classes")
            .Case(
                [new double[][] { [2, -1], [-2, 0.5], [0, 3] }, new[] { 0, 2, 1 }, 2, 3, 0.25, 3],
                expected: new[] { 1.157490, 0.906992, 0.711930 }, note: "three classes, negative inputs")
            .Case([new double[][] { [1], [2] }, new[] { 0, 1 }, 2, 2, 1.0, 0], expected: Array.Empty<double>(), note: "no steps, no losses")
            .WrongAnswer<double[]>(
                "The gradients of all steps pile up: call optimizer.zero_grad() in every step before backward.",
                [0.729766], [1.126928, 0.657449, 0.201943], [1.129106, 0.773837, 1.089995, 0.701858], [1.157490, 0.906992, 0.564044], [])
            .WrongAnswer<double[]>(
                "cross_entropy takes the softmax itself: give it the bare sums.",
                [0.711287], [0.763963, 0.748271, 0.729300], [0.765217, 0.754426, 0.740920, 0.725910], [1.052376, 1.038421, 1.023748], [])
            .WrongAnswer<double[]>(
                "The weights never move. Each step needs both: loss.backward() finds the gradients, then optimizer.step() moves the weights.",
                [0.729766], [1.126928, 1.126928, 1.126928], [1.129106, 1.129106, 1.129106, 1.129106], [1.157490, 1.157490, 1.157490], [])
            .WrongAnswer<double[]>(
                "These are the losses after each update. Return the loss that the forward pass gave, before the step.",
                [0.329905], [0.657449, 0.389225, 0.258635], [0.773837, 0.728871, 0.707819, 0.697219], [0.906992, 0.711930, 0.588816], [])
            .WrongAnswer<double[]>(
                "The gradient is that of the sum over the examples. The mean is wanted, which is what cross_entropy gives.",
                [0.729766], [1.126928, 0.340923, 0.161510], [1.129106, 3.583939, 3.144198, 3.128567], [1.157490, 0.558612, 0.398736], [])
            .Within(1e-4),
    ];

    internal delegate double[] ChainAnswer(double x, double w, double v, double d);

    internal delegate double[] TanhAnswer(double w, double x);

    internal delegate double[] MomentumAnswer(double w, double[] gradients, double epsilon, double alpha);

    internal delegate double[] TrainingLoopAnswer(double[][] x, double[] t, double eta, int epochs);

    internal delegate double[] TorchLoopAnswer(double[][] x, int[] labels, int hidden, int classes, double rate, int steps);

    internal delegate int[] EarlyStoppingAnswer(double[] validation, int patience);
}
