namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 02, or do the most helpful part of them.</summary>
internal static class Lesson02
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("02.learn", """
            double[] Answer(double[] w, double[] x, int t, double eta)
            {
                var perceptron = new §Perceptron(w.Length);
                w.CopyTo(perceptron.Weights, 0);
                perceptron.Learn(x, t, eta);
                return perceptron.Weights;
            }
            """),
        ("02.bias", """
            double[] Answer(double[][] x, int[] t, int passes)
            {
                var perceptron = new §Perceptron(x[0].Length);
                perceptron.LearnUntilRight(x, t, passes);
                return [.. perceptron.Weights, perceptron.Bias];
            }
            """),
        ("02.averaged", """
            double[] Answer(double[][] x, int[] t, int passes)
            {
                var perceptron = new §AveragedPerceptron(x[0].Length, 2);
                for (int i = 0; i < passes * x.Length; i++)
                    perceptron.Learn(Array.ConvertAll(x[i % x.Length], value => (float)value), t[i % x.Length]);
                return [.. perceptron.Average().Weights[1].Select(weight => (double)weight)];
            }
            """),
        ("02.softmax", """
            double[] Answer(double[] s) => [.. §SoftmaxRegression.Softmax(Array.ConvertAll(s, sum => (float)sum)).Select(share => (double)share)];
            """),
        ("02.confusion", """
            double[][] Answer(int[] truth, int[] answers, int classes)
            {
                var counts = new §ConfusionMatrix(truth, answers, classes).Counts;
                return [.. Enumerable.Range(0, classes).Select(row => Enumerable.Range(0, classes)
                    .Select(column => (double)counts[row, column] / Math.Max(1, truth.Count(t => t == row))).ToArray())];
            }
            """),
    ];
}
