using System.Numerics.Tensors;

namespace Course.Perceptrons;

/// <summary>
/// A <see cref="MulticlassPerceptron"/> that answers with the average of its weights over all examples shown, instead of the last weights.
/// Defined in lesson 02. Y. Freund and R. E. Schapire, Machine Learning 37(3), 1999.
/// </summary>
/// <param name="inputs">The number of inputs.</param>
/// <param name="classes">The number of classes.</param>
public sealed class AveragedPerceptron(int inputs, int classes)
{
    // Adding up all weights after every example would cost as much as looking at ten examples. A correction made after c examples is absent
    // from the first c of them. So the average over n examples is the last weights minus the sum of c·correction, divided by n.
    private readonly MulticlassPerceptron absent = new(inputs, classes);
    private int shown;

    /// <summary>The machine after the last example.</summary>
    public MulticlassPerceptron Last { get; } = new(inputs, classes);

    /// <summary>Shows one example to <see cref="Last"/>.</summary>
    /// <param name="x">One value per input.</param>
    /// <param name="label">The right class.</param>
    /// <returns>The class that won before the correction.</returns>
    public int Learn(float[] x, int label)
    {
        int winner = Last.Learn(x, label);
        if (winner != label)
        {
            TensorPrimitives.MultiplyAdd(x, shown, absent.Weights[label], absent.Weights[label]);
            absent.Biases[label] += shown;
            TensorPrimitives.MultiplyAdd(x, -shown, absent.Weights[winner], absent.Weights[winner]);
            absent.Biases[winner] -= shown;
        }
        shown++;
        return winner;
    }

    /// <summary>The average machine so far.</summary>
    /// <returns>A new machine whose weights are the mean over all examples shown; all zero if there were none.</returns>
    public MulticlassPerceptron Average()
    {
        var average = new MulticlassPerceptron(inputs, classes);
        if (shown == 0) return average;
        for (int k = 0; k < classes; k++)
        {
            for (int i = 0; i < inputs; i++) average.Weights[k][i] = Last.Weights[k][i] - absent.Weights[k][i] / shown;
            average.Biases[k] = Last.Biases[k] - absent.Biases[k] / shown;
        }
        return average;
    }
}
