namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 06, or do the most helpful part of them.</summary>
internal static class Lesson06
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("06.chain", """
            double[] Answer(double x, double w, double v, double d)
            {
                §Scalar weight = new(w), second = new(v), error = second * (weight * x).Sigmoid() - d;
                (0.5 * error.Squared()).Backward();
                return [second.Gradient, weight.Gradient];
            }
            """),
        ("06.tanh", """
            double[] Answer(double w, double x)
            {
                §Scalar weight = new(w), input = new(x), e = weight * (weight * input).Tanh();
                e.Backward();
                return [e.Value, weight.Gradient, input.Gradient];
            }
            """),
        ("06.momentum", """
            double[] Answer(double w, double[] g, double epsilon, double alpha)
            {
                var weight = new §Parameter("w", 1);
                weight.Values[0] = w;
                var momentum = new §Momentum([weight], epsilon, alpha);
                return Array.ConvertAll(g, gradient =>
                {
                    weight.Gradient[0] = gradient;
                    momentum.Step();
                    return weight.Values[0];
                });
            }
            """),
        ("06.training-loop", """
            double[] Answer(double[][] x, double[] t, double eta, int epochs)
            {
                var model = new §Mlp([x[0].Length, 1], §Activation.Tanh, §Activation.Identity, new Random(1));
                var learner = new §ScratchTrainer(model, new §SquaredError(), new §Sgd(model.Parameters, eta), x, Array.ConvertAll(t, value => new[] { value }));
                new §TrainingLoop(learner, x.Length) { Epochs = epochs, Batch = x.Length }.Run();
                return [.. model.Parameters.SelectMany(parameter => parameter.Values)];
            }
            """),
        ("06.early-stopping", """
            int[] Answer(double[] v, int patience)
            {
                var stopping = new §EarlyStopping(patience);
                for (int epoch = 0; epoch < v.Length; epoch++)
                    stopping.EpochEnded(null!, new §EpochResult(epoch + 1, 0, v[epoch], 0));
                return [v.Length, stopping.Best!.Epoch];
            }
            """),
        ("06.torch-loop", """
            double[] Answer(double[][] x, int[] labels, int hidden, int classes, double rate, int steps)
            {
                var model = new §Mlp([x[0].Length, hidden, classes], §Activation.Tanh, §Activation.Identity, new Random(1));
                var learner = new §ScratchTrainer(model, new §CrossEntropy(), new §Sgd(model.Parameters, rate), x, §Examples.OneHot(labels, classes));
                return [.. Enumerable.Range(0, steps).Select(_ => learner.Learn([.. Enumerable.Range(0, x.Length)]))];
            }
            """),
    ];
}
