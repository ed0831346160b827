using System.Numerics.Tensors;

namespace Course.Perceptrons;

/// <summary>
/// Turns sums into probabilities, and learns in proportion to the error: the perceptron's weights with a soft maximum instead of a hard
/// one. Defined in lesson 02. The name is J. S. Bridle's, in Neurocomputing: Algorithms, Architectures and Applications, 1990;
/// statisticians know it as multinomial logistic regression.
/// </summary>
/// <param name="inputs">The number of inputs, 196 for a picture of 14×14.</param>
/// <param name="classes">The number of classes, 10 for digits.</param>
public sealed class SoftmaxRegression(int inputs, int classes)
{
    private readonly float[][] gradient = [.. Enumerable.Range(0, classes).Select(_ => new float[inputs])];
    private readonly float[] biasGradient = new float[classes];

    /// <summary>The weights, classes × inputs, initially zero.</summary>
    public float[][] Weights { get; } = [.. Enumerable.Range(0, classes).Select(_ => new float[inputs])];

    /// <summary>One bias per class.</summary>
    public float[] Biases { get; } = new float[classes];

    /// <summary>e to the power of each sum, divided by their total: every result is positive, and they add up to 1.</summary>
    /// <param name="sums">One sum per class, of any size.</param>
    /// <returns>One probability per class.</returns>
    public static float[] Softmax(float[] sums)
    {
        var p = new float[sums.Length];
        TensorPrimitives.Subtract(sums, TensorPrimitives.Max<float>(sums), p);     // changes no probability, and keeps exp from overflowing
        TensorPrimitives.Exp(p, p);
        TensorPrimitives.Divide(p, TensorPrimitives.Sum<float>(p), p);
        return p;
    }

    /// <summary>The weighted sum of each class.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>One sum per class.</returns>
    public float[] Sums(float[] x)
    {
        var sums = new float[classes];
        for (int k = 0; k < classes; k++) sums[k] = TensorPrimitives.Dot<float>(Weights[k], x) + Biases[k];
        return sums;
    }

    /// <summary>The predicted probability of each class.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>One probability per class, 1 in total.</returns>
    public float[] Probabilities(float[] x) => Softmax(Sums(x));

    /// <summary>The class with the largest sum, which is the most probable one.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>The number of the class.</returns>
    public int Predict(float[] x) => TensorPrimitives.IndexOfMax(Sums(x));

    /// <summary>The cross-entropy loss: −ln of the right class's probability, in nats.</summary>
    /// <param name="x">One value per input.</param>
    /// <param name="label">The right class.</param>
    /// <returns>0 if the machine was certain, ln 10 = 2.303 for a blind guess among ten.</returns>
    public double Loss(float[] x, int label)
    {
        float[] sums = Sums(x);
        double most = TensorPrimitives.Max<float>(sums), total = 0;
        foreach (float sum in sums) total += Math.Exp(sum - most);
        return most + Math.Log(total) - sums[label];
    }

    /// <summary>
    /// One gradient step on the mean loss of a batch. The gradient of the loss with respect to sum k is p_k − t_k, so each example moves
    /// every class by its error times the input. This is the perceptron's rule, w_k ← w_k + η·(t_k − p_k)·x.
    /// </summary>
    /// <param name="x">The examples of the batch, one per row.</param>
    /// <param name="labels">The right classes.</param>
    /// <param name="eta">η, the learning rate.</param>
    /// <returns>The mean loss of the batch before the step, in nats.</returns>
    public double Step(ReadOnlySpan<float[]> x, ReadOnlySpan<int> labels, float eta)
    {
        foreach (float[] row in gradient) Array.Clear(row);
        Array.Clear(biasGradient);
        double loss = 0;
        for (int n = 0; n < x.Length; n++)
        {
            float[] p = Probabilities(x[n]);
            loss -= Math.Log(Math.Max(p[labels[n]], float.Epsilon));
            for (int k = 0; k < classes; k++)
            {
                float error = (k == labels[n] ? 1 : 0) - p[k];
                TensorPrimitives.MultiplyAdd(x[n], error, gradient[k], gradient[k]);
                biasGradient[k] += error;
            }
        }
        float rate = eta / x.Length;
        for (int k = 0; k < classes; k++)
        {
            TensorPrimitives.MultiplyAdd(gradient[k], rate, Weights[k], Weights[k]);
            Biases[k] += rate * biasGradient[k];
        }
        return loss / x.Length;
    }

    /// <summary>One epoch: a pass over all examples in the given order, batch after batch.</summary>
    /// <param name="x">The examples, one per row.</param>
    /// <param name="labels">The right classes.</param>
    /// <param name="batch">Examples per step; the last batch may be smaller.</param>
    /// <param name="eta">η, the learning rate.</param>
    /// <returns>The mean loss over the pass, in nats, each batch measured before its step.</returns>
    public double Pass(float[][] x, int[] labels, int batch, float eta)
    {
        double loss = 0;
        for (int from = 0; from < x.Length; from += batch)
        {
            int count = Math.Min(batch, x.Length - from);
            loss += count * Step(x.AsSpan(from, count), labels.AsSpan(from, count), eta);
        }
        return loss / x.Length;
    }
}
