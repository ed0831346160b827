using System.Numerics.Tensors;

namespace Course.Perceptrons;

/// <summary>
/// One neuron that learns from its mistakes: a weighted sum, a threshold, and Rosenblatt's error-correction rule.
/// Defined in lesson 02. F. Rosenblatt, Psychological Review 65(6), 1958; the rule as in Principles of Neurodynamics, 1962.
/// </summary>
/// <param name="inputs">The number of inputs.</param>
public sealed class Perceptron(int inputs)
{
    /// <summary>One weight per input, initially zero.</summary>
    public double[] Weights { get; } = new double[inputs];

    /// <summary>The threshold with the opposite sign, added to the sum: the weight of an input that is always 1.</summary>
    public double Bias { get; private set; }

    /// <summary>The number of corrections of the weights.</summary>
    public int Corrections { get; private set; }

    /// <summary>The weighted sum w·x + b.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>The evidence for firing; negative if it speaks against firing.</returns>
    public double Sum(double[] x) => TensorPrimitives.Dot<double>(Weights, x) + Bias;

    /// <summary>1 if the sum is above zero, otherwise 0.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>1 (the neuron fires) or 0.</returns>
    public int Fires(double[] x) => Sum(x) > 0 ? 1 : 0;

    /// <summary>
    /// Shows one example and corrects the weights if the answer was wrong:
    /// w ← w + η·(t − y)·x.
    /// </summary>
    /// <param name="x">One value per input.</param>
    /// <param name="target">t, the right answer: 1 or 0.</param>
    /// <param name="eta">η, the size of a correction.</param>
    /// <returns>True if the answer was wrong and the weights changed.</returns>
    public bool Learn(double[] x, int target, double eta = 1)
    {
        int error = target - Fires(x);                 // +1, 0 or -1
        if (error == 0) return false;
        TensorPrimitives.MultiplyAdd(x, eta * error, Weights, Weights);
        Bias += eta * error;
        Corrections++;
        return true;
    }

    /// <summary>Shows all examples in order, epoch after epoch, until one whole epoch needs no correction.</summary>
    /// <param name="x">The examples, one per row.</param>
    /// <param name="targets">The right answers, 1 or 0.</param>
    /// <param name="maximumEpochs">When to give up: if no line separates the examples, the rule never stops.</param>
    /// <returns>True if a whole epoch needed no correction.</returns>
    public bool LearnUntilRight(double[][] x, int[] targets, int maximumEpochs = 1000)
    {
        for (int pass = 0; pass < maximumEpochs; pass++)
        {
            int wrong = 0;
            for (int i = 0; i < x.Length; i++)
            {
                if (Learn(x[i], targets[i])) wrong++;
            }
            if (wrong == 0) return true;
        }
        return false;
    }
}
