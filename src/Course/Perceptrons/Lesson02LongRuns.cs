using Course.Data;
using Course.Nn;

namespace Course.Perceptrons;

/// <summary>The long runs of lesson 02.</summary>
internal static class Lesson02LongRuns
{
    private const int Epochs = 20;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun
        {
            Id = "02.mnist-60k",
            Lesson = 2,
            Title = "Least squares, softmax regression and the perceptron on all of MNIST",
            Needs = ["mnist"],
            Run = Mnist60k,
        },
    ];

    private static void Mnist60k()
    {
        Mnist digits = Mnist.Load("mnist");
        foreach (int side in (int[])[14, 28])
        {
            ImageSet train = digits.Train.Resize(side, side), test = digits.Test.Resize(side, side);
            var softmax = new SoftmaxRegression(side * side, 10);
            var perceptron = new AveragedPerceptron(side * side, 10);
            foreach (int pass in Progress.Over(Enumerable.Range(1, Epochs), $"60,000 digits at {side}×{side}"))
            {
                ImageSet shuffled = train.Shuffled(seed: pass);
                softmax.Pass(shuffled.Images, shuffled.Labels, batch: 20, eta: 0.1f);
                for (int n = 0; n < shuffled.Count; n++) perceptron.Learn(shuffled.Images[n], shuffled.Labels[n]);
            }
            double Error(Func<float[], int> predict) => 1 - ConfusionMatrix.Of(predict, test.Images, test.Labels, 10).Accuracy;
            Claim.Report($"1998.lecun.linear.60k-{side}-softmax", Error(softmax.Predict));
            Claim.Report($"1998.lecun.linear.60k-{side}-averaged", Error(perceptron.Average().Predict));
            Claim.Report($"1998.lecun.linear.60k-{side}-last", Error(perceptron.Last.Predict));
            if (side < 28) continue;
            Claim.Report($"1998.lecun.linear.60k-{side}-least-squares",
                Error(LeastSquaresClassifier.Fit(train.Images, train.Labels, classes: 10).Predict));
        }
    }
}
