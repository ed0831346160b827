namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 08, or do the most helpful part of them.</summary>
internal static class Lesson08
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("08.clip", """
            double[][] Answer(double[][] gradients, double most)
            {
                var all = new §Parameter("all", gradients[0].Length);
                gradients[0].CopyTo(all.Gradient, 0);
                new §Sgd([all], most / Math.Sqrt(all.Gradient.Sum(value => value * value))).Step();
                return [Array.ConvertAll(all.Values, value => -value)];
            }
            """),
        ("08.lstm-step", """
            double[] Answer(double s, double netIn, double netC, double netOut)
            {
                §Squashing gate = §Squashing.Logistic(0, 1), g = §Squashing.Logistic(-2, 2), h = §Squashing.Logistic(-1, 1);
                double state = s + gate.Of(netIn) * g.Of(netC);
                return [state, gate.Of(netOut) * h.Of(state)];
            }
            """),
        ("08.teacher-forcing", """
            double[] Answer(double[] series, double w, double u, bool forced)
            {
                var net = new §Rnn("rnn", 1, 1, new Random(1));
                (net.InputWeights.Values[0], net.StateWeights.Values[0], net.Biases.Values[0]) = (w, u, 0);
                return net.Forward(series[..^1]);
            }
            """),
        ("08.temperature", """
            int Answer(double[] scores, double temperature, double u)
            {
                var p = new double[scores.Length];
                new §CrossEntropy().LossAndGradient(scores.Select(score => score / temperature).ToArray(), new double[p.Length], p.Length, p);
                return Array.FindIndex(p, value => value > u);
            }
            """),
    ];
}
