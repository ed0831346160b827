using System.Numerics.Tensors;
using Course.Nn.Optimizers;

namespace Course.Nn.Training;

/// <summary>
/// Trains a model from scratch with a loss, an optimizer and examples: the four lines of every training step. Defined in lesson 06.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="loss">The loss function.</param>
/// <param name="optimizer">The optimizer of its parameters.</param>
/// <param name="x">The examples, one per row.</param>
/// <param name="targets">The target outputs, one row per example.</param>
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

    /// <summary>The mean loss over some examples, whether they are in the training set or not; nothing is changed.</summary>
    /// <param name="x">The examples, one per row.</param>
    /// <param name="targets">The target outputs, one row per example.</param>
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
