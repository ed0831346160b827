using System.Numerics.Tensors;

namespace Course.Nn;

/// <summary>
/// A fully connected layer with its forward and backward pass: equations 1, 2, 5, 6 and 7 of D. E. Rumelhart, G. E. Hinton and R. J.
/// Williams, Learning representations by back-propagating errors, Nature 323, 1986, 533-536. Defined in lesson 06.
/// </summary>
public sealed class Dense : ILayer
{
    private readonly int inputs, outputs;
    private readonly Activation activation;
    private double[] x = [], y = [];              // inputs and outputs of the last forward pass: (rows, inputs), (rows, outputs)
    private double[] delta = [], below = [];      // ∂E/∂s, (rows, outputs), and the gradient of the inputs, (rows, inputs)

    /// <summary>Creates a layer with random weights.</summary>
    /// <param name="name">The prefix of its parameters' names, followed by <c>.weight</c> and <c>.bias</c>.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="outputs">The number of units.</param>
    /// <param name="activation">The activation function.</param>
    /// <param name="random">The random number generator for the weights.</param>
    /// <param name="range">Weights and biases lie within ± this, as in 1986; null for weights within ±√(6/(inputs + outputs)) and biases
    /// of 0 (X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010, equation
    /// 16).</param>
    public Dense(string name, int inputs, int outputs, Activation activation, Random random, double? range = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        (this.inputs, this.outputs, this.activation) = (inputs, outputs, activation);
        Weights = new Parameter($"{name}.weight", outputs, inputs);
        Biases = new Parameter($"{name}.bias", outputs);
        Fill(Weights, range ?? Math.Sqrt(6.0 / (inputs + outputs)));
        if (range is { } also) Fill(Biases, also);

        void Fill(Parameter parameter, double bound)
        {
            for (int i = 0; i < parameter.Values.Length; i++) parameter.Values[i] = bound * (2 * random.NextDouble() - 1);
        }
    }

    /// <summary>The weights, (outputs, inputs): one row per unit.</summary>
    public Parameter Weights { get; }

    /// <summary>One bias per unit: the weight of an input that is always 1.</summary>
    public Parameter Biases { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => [Weights, Biases];

    /// <summary>The units' latest outputs, (rows, outputs): one row per example, or one per step of each example.</summary>
    public IReadOnlyList<double> Outputs => y;

    /// <summary>Forward: y_j = f(Σ_i w_ji x_i + b_j), separately for each row of inputs.</summary>
    /// <param name="x">(rows, inputs): one row per example, or one per step of each example.</param>
    /// <param name="examples">The number of examples in the rows; this layer treats all rows alike.</param>
    /// <returns>(rows, outputs), in an array that the next call may reuse.</returns>
    /// <exception cref="ArgumentException">The values do not divide into whole examples.</exception>
    public double[] Forward(double[] x, int examples = 1)
    {
        ArgumentNullException.ThrowIfNull(x);
        int rows = x.Length / inputs;
        if (rows * inputs != x.Length)
            throw new ArgumentException($"{x.Length} numbers are no whole rows of {inputs} inputs each.", nameof(x));
        this.x = x;
        Fit(ref y, rows * outputs);
        for (int n = 0; n < rows; n++)
        {
            ReadOnlySpan<double> example = x.AsSpan(n * inputs, inputs);
            for (int j = 0; j < outputs; j++) y[n * outputs + j] = TensorPrimitives.Dot(example, Row(Weights.Values, j)) + Biases.Values[j];
        }
        activation.Apply(y);
        return y;
    }

    /// <summary>Backward: from the gradient of the outputs to the gradients of the weights and biases, and of the inputs.</summary>
    /// <param name="gradient">∂E/∂y, (rows, outputs), for the rows of the last forward pass.</param>
    /// <param name="toInputs">False in the first layer: no gradient is needed for its inputs.</param>
    /// <returns>∂E/∂x, (rows, inputs), overwritten by the next call; empty if not requested.</returns>
    public double[] Backward(double[] gradient, bool toInputs = true)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        Fit(ref delta, y.Length);
        activation.Backward(y, gradient, delta);                                  // equation 5
        Fit(ref below, toInputs ? x.Length : 0);
        Array.Clear(below);
        for (int n = 0; n < y.Length / outputs; n++)
        {
            for (int j = 0; j < outputs; j++)
            {
                double d = delta[n * outputs + j];
                if (d == 0) continue;
                Biases.Gradient[j] += d;
                AddTo(Row(Weights.Gradient, j), d, Row(x, n));                 // equation 6
                if (toInputs) AddTo(Row(below, n), d, Row(Weights.Values, j)); // equation 7
            }
        }
        return below;
    }

    private Span<double> Row(double[] rows, int row) => rows.AsSpan(row * inputs, inputs);

    private static void AddTo(Span<double> sum, double factor, ReadOnlySpan<double> term) =>
        TensorPrimitives.MultiplyAdd(term, factor, sum, sum);

    private static void Fit(ref double[] buffer, int length)
    {
        if (buffer.Length != length) buffer = new double[length];
    }
}
