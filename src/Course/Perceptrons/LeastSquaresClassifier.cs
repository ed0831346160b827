using System.Numerics.Tensors;

namespace Course.Perceptrons;

/// <summary>
/// One weighted sum per class; the largest wins. The weights are not learnt step by step: they are those for which the sums come closest to
/// the targets, 1 for the right class and 0 for the others, in the sum of squared errors over all examples. Defined in lesson 02; the
/// linear classifier of Y. LeCun et al., Proceedings of the IEEE 86(11), 1998, section III-C.1, by solving a linear system.
/// </summary>
public sealed class LeastSquaresClassifier
{
    // Pixels that no example inks leave the system without a unique solution. This much on its diagonal gives them the weight 0 and changes
    // the other weights by less than the data could tell.
    private const double Ridge = 1e-6;

    private readonly double[][] weights;   // classes × (inputs + 1), the bias last

    private LeastSquaresClassifier(double[][] weights) => this.weights = weights;

    /// <summary>The weights, classes × inputs: row k is a picture of the evidence for class k.</summary>
    public IReadOnlyList<double[]> Weights => [.. weights.Select(row => row[..^1])];

    /// <summary>One bias per class.</summary>
    public IReadOnlyList<double> Biases => [.. weights.Select(row => row[^1])];

    /// <summary>Finds the weights with the smallest sum of squared errors: XᵀX·w = Xᵀt, solved for each class.</summary>
    /// <param name="x">The examples, one per row.</param>
    /// <param name="labels">The right classes.</param>
    /// <param name="classes">The number of classes.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentException">There is no example, or there are more or fewer labels than examples.</exception>
    public static LeastSquaresClassifier Fit(float[][] x, int[] labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(labels);
        if (x.Length == 0) throw new ArgumentException("There is no example to fit.", nameof(x));
        if (x.Length != labels.Length) throw new ArgumentException($"There are {labels.Length} labels for {x.Length} examples.", nameof(labels));

        int size = x[0].Length + 1;
        double[][] products = Zeros(size, size), targets = Zeros(classes, size);   // XᵀX, its lower half; and Xᵀt for each class
        for (int n = 0; n < x.Length; n++)
        {
            double[] row = WithOne(x[n]);
            TensorPrimitives.Add(targets[labels[n]], row, targets[labels[n]]);
            for (int i = 0; i < size; i++)
            {
                if (row[i] != 0) TensorPrimitives.MultiplyAdd(row.AsSpan(0, i + 1), row[i], products[i].AsSpan(0, i + 1), products[i]);
            }
        }
        for (int i = 0; i < size; i++) products[i][i] += Ridge;
        Factor(products);
        foreach (double[] target in targets) Solve(products, target);
        return new LeastSquaresClassifier(targets);
    }

    /// <summary>The class with the largest sum; the first one in a tie.</summary>
    /// <param name="x">One value per input.</param>
    /// <returns>The number of the class.</returns>
    public int Predict(float[] x)
    {
        double[] row = WithOne(x);
        return TensorPrimitives.IndexOfMax<double>(Array.ConvertAll(weights, w => TensorPrimitives.Dot<double>(w, row)));
    }

    private static double[] WithOne(float[] x)
    {
        var row = new double[x.Length + 1];
        TensorPrimitives.ConvertChecked<float, double>(x, row);
        row[^1] = 1;
        return row;
    }

    private static double[][] Zeros(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];

    // Cholesky: the lower half of a symmetric positive matrix A becomes L, with L·Lᵀ = A.
    private static void Factor(double[][] a)
    {
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = a[i][j] - TensorPrimitives.Dot<double>(a[i].AsSpan(0, j), a[j].AsSpan(0, j));
                a[i][j] = i == j ? Math.Sqrt(rest) : rest / a[j][j];
            }
        }
    }

    // L·Lᵀ·w = b: forwards through L, then backwards through Lᵀ. b becomes w.
    private static void Solve(double[][] l, double[] b)
    {
        for (int i = 0; i < b.Length; i++) b[i] = (b[i] - TensorPrimitives.Dot<double>(l[i].AsSpan(0, i), b.AsSpan(0, i))) / l[i][i];
        for (int i = b.Length - 1; i >= 0; i--)
        {
            b[i] /= l[i][i];
            TensorPrimitives.MultiplyAdd(l[i].AsSpan(0, i), -b[i], b.AsSpan(0, i), b);
        }
    }
}
