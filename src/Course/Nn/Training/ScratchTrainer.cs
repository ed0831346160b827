using System.Numerics.Tensors;
using Course.Nn.Optimizers;

namespace Course.Nn.Training;

/// <summary>
/// A model from scratch, its loss, its optimizer and its examples: the four lines of every training step. Defined in lesson 06.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="loss">How wrong it is.</param>
/// <param name="optimizer">What changes its parameters.</param>
/// <param name="x">The examples, one row each.</param>
/// <param name="targets">What the model should say to each, one row each.</param>
public sealed class ScratchTrainer(IModel model, ILoss loss, Optimizer optimizer, double[][] x, double[][] targets) : ITrainer
{
    private double[] gradient = [];

    /// <inheritdoc/>
    public double Rate
    {
        get => optimizer.Rate;
        set => optimizer.Rate = value;
    }

    /// <inheritdoc/>
    public double Learn(int[] examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        double[] wanted = Rows(targets, examples);
        double[] y = model.Forward(Rows(x, examples), examples.Length);    // forward
        if (gradient.Length != y.Length) gradient = new double[y.Length];
        double total = loss.LossAndGradient(y, wanted, wanted.Length / examples.Length, gradient);   // loss
        TensorPrimitives.Divide(gradient, examples.Length, gradient);            // of the mean, not of the sum
        optimizer.ZeroGradient();
        model.Backward(gradient);                                             // backward
        optimizer.Step();                                                  // update
        return total / examples.Length;
    }

    /// <summary>The mean loss over examples, whether the model learns from them or not; nothing is changed.</summary>
    /// <param name="x">The examples, one row each.</param>
    /// <param name="targets">What the model should say to each.</param>
    /// <returns>The mean loss.</returns>
    public double Loss(double[][] x, double[][] targets)
    {
        ArgumentNullException.ThrowIfNull(x);
        double[] y = model.Forward(Examples.Flat(x), x.Length), wanted = Examples.Flat(targets);
        return loss.LossAndGradient(y, wanted, width: y.Length / x.Length, new double[y.Length]) / x.Length;
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer) => ModelState.Save(model, optimizer, writer);

    /// <inheritdoc/>
    public void Load(BinaryReader reader) => ModelState.Load(model, optimizer, reader);

    private static double[] Rows(double[][] all, int[] chosen)
    {
        int width = all[chosen[0]].Length;
        var rows = new double[chosen.Length * width];
        for (int n = 0; n < chosen.Length; n++) all[chosen[n]].CopyTo(rows, n * width);
        return rows;
    }
}
