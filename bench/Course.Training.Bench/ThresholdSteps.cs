using Course.Perceptrons;

namespace Course.Training.Bench;

/// <summary>The machines of lesson 02 on pictures of 14 × 14 pixels.</summary>
internal static class ThresholdSteps
{
    private const int Pixels = 196, Classes = 10, Batch = 20;
    private const float Eta = 0.1f;
    private static readonly float[][] x = Synthetic.Ink(Pixels);
    private static readonly int[] labels = Synthetic.Labels(Classes);

    internal static TrainingStep Perceptron()
    {
        var perceptron = new MulticlassPerceptron(Pixels, Classes);
        return new TrainingStep(1, "float32", numbers => perceptron.Learn(x[numbers[0]], labels[numbers[0]]));
    }

    internal static TrainingStep Softmax()
    {
        var softmax = new SoftmaxRegression(Pixels, Classes);
        return new TrainingStep(Batch, "float32", numbers =>
            softmax.Step(x.AsSpan(numbers[0], Batch), labels.AsSpan(numbers[0], Batch), Eta));
    }

    internal static TrainingStep TorchSoftmax()
    {
        var softmax = new TorchSoftmaxRegression(Pixels, Classes, Eta);
        return new TrainingStep(Batch, "float32", numbers =>
            softmax.Step(x.AsSpan(numbers[0], Batch), labels.AsSpan(numbers[0], Batch)));
    }
}
