using Course.Perceptrons;

namespace Course.Tests.Perceptrons;

public class LeastSquaresClassifierTests
{
    [Fact]
    public void Two_examples_are_met_without_an_error()
    {
        var machine = LeastSquaresClassifier.Fit([[0], [1]], [0, 1], classes: 2);

        Assert.Equal(-1, machine.Weights[0][0], 4);
        Assert.Equal(1, machine.Biases[0], 4);
        Assert.Equal(1, machine.Weights[1][0], 4);
        Assert.Equal(0, machine.Biases[1], 4);
        Assert.Equal([0, 1], new[] { machine.Predict([0.4f]), machine.Predict([0.6f]) });
    }

    [Fact]
    public void The_errors_that_are_left_have_nothing_to_do_with_any_input()
    {
        var random = new Random(2);
        float[][] x = [.. Enumerable.Range(0, 50).Select(_ => new[] { random.NextSingle(), random.NextSingle(), random.NextSingle() })];
        int[] labels = [.. Enumerable.Range(0, 50).Select(_ => random.Next(3))];
        var machine = LeastSquaresClassifier.Fit(x, labels, classes: 3);

        for (int k = 0; k < 3; k++)
        {
            double[] errors = [.. x.Select((row, n) =>
                (labels[n] == k ? 1 : 0) - machine.Biases[k] - row.Select((value, i) => value * machine.Weights[k][i]).Sum())];
            for (int i = 0; i < 3; i++) Assert.Equal(0, errors.Zip(x, (error, row) => error * row[i]).Sum(), 5);
        }
    }

    [Fact]
    public void An_input_that_is_never_on_gets_no_weight()
    {
        var machine = LeastSquaresClassifier.Fit([[0, 1], [0, 0], [0, 0.5f]], [0, 1, 1], classes: 2);

        Assert.Equal(0, machine.Weights[0][0]);
    }

    [Fact]
    public void Examples_and_labels_must_fit()
    {
        Assert.StartsWith("There is no example to fit.",
            Assert.Throws<ArgumentException>(() => LeastSquaresClassifier.Fit([], [], 2)).Message, StringComparison.Ordinal);
        Assert.StartsWith("There are 1 labels for 2 examples.",
            Assert.Throws<ArgumentException>(() => LeastSquaresClassifier.Fit([[1], [2]], [0], 2)).Message, StringComparison.Ordinal);
    }
}
