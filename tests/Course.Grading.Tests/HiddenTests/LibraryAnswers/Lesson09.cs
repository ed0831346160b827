namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 09, or do the most helpful part of them.</summary>
internal static class Lesson09
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("09.fade", """
            double Answer(double[] w, double x)
            {
                var net = new §Mlp([1, 1], §Activation.Sigmoid, §Activation.Sigmoid, new Random(1));
                net.Layers[0].Weights.Values[0] = w[0];
                double h = net.Forward([x])[0];
                return w[0] * h * (1 - h);
            }
            """),
        ("09.stack", """
            double[][] Answer(double[][] pictures, double[][][] starts, double eta, int passes)
            {
                var machine = new §RestrictedBoltzmannMachine(pictures[0].Length, starts[0].Length, new Random(1));
                var rule = new §ContrastiveDivergence(machine) { Eta = (float)eta };
                return [[.. machine.HiddenProbabilities(Array.ConvertAll(pictures[0], p => (float)p)).Select(p => (double)p)]];
            }
            """),
        ("09.project", """
            double Answer(double[][] pictures, double[][] directions)
            {
                var x = §Rows.Stack(Array.ConvertAll(pictures, row => Array.ConvertAll(row, value => (float)value)));
                var pca = new §PrincipalComponents(x, directions.Length);
                return §Rows.SquaredError(x, pca.Decode(pca.Encode(x)));
            }
            """),
        ("09.unroll", """
            double[] Answer(double[][][] w, double[][] visibleBiases, double[][] hiddenBiases, double[] picture)
            {
                var net = new §DeepAutoencoder(picture.Length, w[0].Length);
                var drawn = net.Decode(net.Encode(§Rows.Stack([Array.ConvertAll(picture, p => (float)p)])));
                return [.. §Rows.Of(drawn)[0].Select(p => (double)p)];
            }
            """),
    ];
}
