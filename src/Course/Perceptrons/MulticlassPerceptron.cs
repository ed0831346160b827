using System.Numerics.Tensors;

namespace Course.Perceptrons;

/// <summary>
/// One perceptron per class, side by side; the class with the largest sum wins. After a mistake the right class moves towards the example
/// and the winner moves away from it. Defined in lesson 02. The rule is known as Kesler's construction: N. J. Nilsson, Learning Machines,
/// 1965; R. O. Duda and P. E. Hart, Pattern Classification and Scene Analysis, 1973, section 5.12.
/// </summary>
/// <param name="inputs">The number of inputs, 196 for a picture of 14×14.</param>
/// <param name="classes">The number of classes, 10 for digits.</param>
public sealed class MulticlassPerceptron(int inputs, int classes)
{
    /// <summary>The weights, classes × inputs: row k is a picture of the evidence for class k.</summary>
    public float[][] Weights { get; } = [.. Enumerable.Range(0, classes).Select(_ => new float[inputs])];

    /// <summary>One bias per class.</summary>
    public float[] Biases { get; } = new float[classes];

    /// <summary>The weighted sum of each class.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>One sum per class: the evidence for it.</returns>
    public float[] Sums(float[] x)
    {
        var sums = new float[classes];
        for (int k = 0; k < classes; k++) sums[k] = TensorPrimitives.Dot<float>(Weights[k], x) + Biases[k];
        return sums;
    }

    /// <summary>The class with the largest sum; the first one in a tie.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>The number of the class.</returns>
    public int Predict(float[] x) => TensorPrimitives.IndexOfMax(Sums(x));

    /// <summary>
    /// Shows one example. If the wrong class wins, adds the example to the right class's weights and subtracts it from the winner's.
    /// </summary>
    /// <param name="x">One value per input.</param>
    /// <param name="label">The right class.</param>
    /// <returns>The class that won before the correction: a mistake if it is not <paramref name="label"/>.</returns>
    public int Learn(float[] x, int label)
    {
        int winner = Predict(x);
        if (winner == label) return winner;

        TensorPrimitives.Add(Weights[label], x, Weights[label]);
        Biases[label]++;
        TensorPrimitives.Subtract(Weights[winner], x, Weights[winner]);
        Biases[winner]--;
        return winner;
    }
}
