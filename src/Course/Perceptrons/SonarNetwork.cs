using System.Numerics.Tensors;

namespace Course.Perceptrons;

/// <summary>
/// The network of R. P. Gorman and T. J. Sejnowski, Neural Networks 1, 1988: sigmoid units, one output per class, with or without a hidden
/// layer. It appears early, in lesson 02; lesson 06 explains how the hidden layer learns, by backpropagation.
/// </summary>
/// <remarks>
/// As in the paper: weights from ±0.3, step 2.0, no momentum, errors below 0.2 count as zero. Two readings are ours: the weights change
/// after every example, and the error is multiplied by the derivative of the sigmoid.
/// </remarks>
public sealed class SonarNetwork
{
    private readonly float[][] first, last;   // hidden × inputs, empty without hidden units; classes × (hidden, or inputs)
    private readonly float[] firstBias, lastBias;
    private readonly float[] h, y;            // the outputs of the hidden and the output units
    private readonly float[] deltaLast;       // ∂E/∂s of each output

    /// <summary>Creates a network with random weights.</summary>
    /// <param name="inputs">The number of inputs, 60 for a sonar echo.</param>
    /// <param name="hidden">The number of hidden units; 0 connects the inputs directly to the outputs, which makes a perceptron with a soft
    /// threshold.</param>
    /// <param name="classes">The number of outputs.</param>
    /// <param name="random">The random number generator for the weights.</param>
    public SonarNetwork(int inputs, int hidden, int classes, Random random)
    {
        float[] Small(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() * 0.6 - 0.3))];

        first = [.. Enumerable.Range(0, hidden).Select(_ => Small(inputs))];
        firstBias = Small(hidden);
        last = [.. Enumerable.Range(0, classes).Select(_ => Small(hidden == 0 ? inputs : hidden))];
        lastBias = Small(classes);
        h = new float[hidden];
        y = new float[classes];
        deltaLast = new float[classes];
    }

    /// <summary>The outputs, 0 to 1, for the last example shown.</summary>
    public IReadOnlyList<float> Outputs => y;

    /// <summary>The class with the largest output.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>The number of the class.</returns>
    public int Predict(float[] x)
    {
        Forward(x);
        return TensorPrimitives.IndexOfMax<float>(y);
    }

    /// <summary>Learns from one example: forward pass, comparison, backward pass, update.</summary>
    /// <param name="x">One value per input.</param>
    /// <param name="label">The right class: its output should be 1, the others 0.</param>
    /// <param name="eta">The learning rate.</param>
    public void Learn(float[] x, int label, float eta = 2)
    {
        Forward(x);
        for (int k = 0; k < y.Length; k++)
        {
            float error = (k == label ? 1 : 0) - y[k];
            deltaLast[k] = Math.Abs(error) < 0.2f ? 0 : error * y[k] * (1 - y[k]);
        }
        for (int j = 0; j < first.Length; j++)
        {
            float delta = 0;
            for (int k = 0; k < y.Length; k++) delta += deltaLast[k] * last[k][j];
            Move(first[j], firstBias, j, eta * delta * h[j] * (1 - h[j]), x);
        }
        for (int k = 0; k < y.Length; k++) Move(last[k], lastBias, k, eta * deltaLast[k], first.Length == 0 ? x : h);
    }

    /// <summary>Shows all examples epoch after epoch, each time in a new order.</summary>
    /// <param name="x">The examples, one per row.</param>
    /// <param name="labels">The right classes.</param>
    /// <param name="epochs">The number of times each example is shown.</param>
    /// <param name="random">The random number generator for the orders.</param>
    public void Train(float[][] x, int[] labels, int epochs, Random random)
    {
        int[] order = [.. Enumerable.Range(0, x.Length)];
        for (int pass = 0; pass < epochs; pass++)
        {
            random.Shuffle(order);
            foreach (int n in order) Learn(x[n], labels[n]);
        }
    }

    private void Forward(float[] x)
    {
        for (int j = 0; j < first.Length; j++) h[j] = Sigmoid(TensorPrimitives.Dot<float>(first[j], x) + firstBias[j]);
        float[] below = first.Length == 0 ? x : h;
        for (int k = 0; k < y.Length; k++) y[k] = Sigmoid(TensorPrimitives.Dot<float>(last[k], below) + lastBias[k]);
    }

    private static void Move(float[] weights, float[] biases, int unit, float step, float[] below)
    {
        if (step == 0) return;
        TensorPrimitives.MultiplyAdd(below, step, weights, weights);
        biases[unit] += step;
    }

    private static float Sigmoid(float sum) => 1 / (1 + MathF.Exp(-sum));
}
