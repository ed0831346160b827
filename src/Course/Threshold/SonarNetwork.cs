using System.Numerics.Tensors;

namespace Course.Threshold;

/// <summary>
/// The network of R. P. Gorman and T. J. Sejnowski, Neural Networks 1, 1988: sigmoid units, one output a class, and a layer of hidden
/// units between or none. A guest in lesson 02: how the hidden layer learns, by backpropagation, is the subject of lesson 06.
/// </summary>
/// <remarks>
/// As in the paper: weights from ±0.3, step 2.0, no momentum, errors below 0.2 count as none. That the weights change after every
/// example, and that the error is multiplied by the slope of the sigmoid, are readings of ours.
/// </remarks>
public sealed class SonarNetwork
{
    private readonly float[][] first;         // hidden × (inputs + 1): the last column is the bias; empty without hidden units
    private readonly float[][] last;          // classes × (hidden or inputs, + 1)
    private readonly float[] h;               // the hidden units' activities and a constant 1
    private readonly float[] y;               // the outputs
    private readonly float[] deltaLast;

    /// <summary>Makes a network with random weights.</summary>
    /// <param name="inputs">The number of inputs, 60 for a sonar return.</param>
    /// <param name="hidden">The number of hidden units; 0 joins the inputs to the outputs directly, which is a perceptron with a soft threshold.</param>
    /// <param name="classes">The number of outputs.</param>
    /// <param name="random">Where the weights come from.</param>
    public SonarNetwork(int inputs, int hidden, int classes, Random random)
    {
        float[][] Layer(int rows, int columns) =>
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (float)(random.NextDouble() * 0.6 - 0.3)).ToArray())];

        first = Layer(hidden, inputs + 1);
        last = Layer(classes, (hidden == 0 ? inputs : hidden) + 1);
        h = new float[hidden + 1];
        h[hidden] = 1;
        y = new float[classes];
        deltaLast = new float[classes];
    }

    /// <summary>The activity of every output, 0 to 1, at the example last shown.</summary>
    public IReadOnlyList<float> Outputs => y;

    /// <summary>Forward pass: the output with the highest activity.</summary>
    /// <param name="x">The inputs, followed by a constant 1.</param>
    /// <returns>The number of the class.</returns>
    public int Predict(float[] x)
    {
        Forward(x);
        return TensorPrimitives.IndexOfMax<float>(y);
    }

    /// <summary>Shows one example: forward, compare, send the error back, change the weights.</summary>
    /// <param name="x">The inputs, followed by a constant 1.</param>
    /// <param name="label">The right class: its output should be 1, the others 0.</param>
    /// <param name="eta">The size of a step.</param>
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
            float blame = 0;
            for (int k = 0; k < y.Length; k++) blame += deltaLast[k] * last[k][j];
            float delta = blame * h[j] * (1 - h[j]);
            if (delta != 0) TensorPrimitives.MultiplyAdd(x, eta * delta, first[j], first[j]);
        }
        float[] below = first.Length == 0 ? x : h;
        for (int k = 0; k < y.Length; k++)
        {
            if (deltaLast[k] != 0) TensorPrimitives.MultiplyAdd(below, eta * deltaLast[k], last[k], last[k]);
        }
    }

    private void Forward(float[] x)
    {
        for (int j = 0; j < first.Length; j++) h[j] = Sigmoid(TensorPrimitives.Dot<float>(first[j], x));
        float[] below = first.Length == 0 ? x : h;
        for (int k = 0; k < y.Length; k++) y[k] = Sigmoid(TensorPrimitives.Dot<float>(last[k], below));
    }

    private static float Sigmoid(float sum) => 1 / (1 + MathF.Exp(-sum));
}
