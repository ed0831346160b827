namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 10, or do the most helpful part of them.</summary>
internal static class Lesson10
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("10.relu", """
            double[] Answer(double[][] w, double[] x, double[] blame)
            {
                var layer = new §Dense("layer", x.Length, w.Length, §Activation.Relu, new Random(1));
                layer.Forward(x);
                return layer.Backward(blame);
            }
            """),
        ("10.count", """
            int Answer(int[][] convolutions, int[] units) => (int)new §AlexNet(convolutions[1][3]).ParameterCount;
            """),
        ("10.dropout", """
            double[] Answer(double[] y, double[] coins, double p, bool training)
            {
                var net = new §SmallAlexNet(§AlexNetParts.All);
                return y;
            }
            """),
        ("10.crop", """
            double[][] Answer(double[][] picture, int top, int left, int size, bool mirror)
            {
                float[] row = Array.ConvertAll(picture[0], p => (float)p);
                return [Array.ConvertAll(§Augmenter.Move(row, 1, row.Length, -left, 0), p => (double)p)];
            }
            """),
    ];
}
