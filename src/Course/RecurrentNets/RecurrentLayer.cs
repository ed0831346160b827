using System.Numerics.Tensors;
using Course.Nn;

namespace Course.RecurrentNets;

/// <summary>
/// What recurrent layers share: at each step t, sums W x_t + U h_(t−1) + b of the inputs and of their own answer a step ago, and the way
/// back through these sums. Rows are steps, example after example: row n·T + t is step t of example n. Defined in lesson 08.
/// </summary>
public abstract class RecurrentLayer : ILayer
{
    private readonly int inputs;
    private double[] x = [], below = [];

    /// <summary>Creates a layer with random weights within ±1/√units, as PyTorch does.</summary>
    /// <param name="name">The prefix of its parameters' names.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="units">The number of units.</param>
    /// <param name="sums">Sums per unit.</param>
    /// <param name="random">The random number generator for the weights.</param>
    private protected RecurrentLayer(string name, int inputs, int units, int sums, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        (this.inputs, Units) = (inputs, units);
        InputWeights = new Parameter(name + ".input", sums * units, inputs);
        StateWeights = new Parameter(name + ".state", sums * units, units);
        Biases = new Parameter(name + ".bias", sums * units);
        double range = 1 / Math.Sqrt(units);
        foreach (double[] values in Parameters.Select(parameter => parameter.Values))
        {
            for (int i = 0; i < values.Length; i++) values[i] = range * (2 * random.NextDouble() - 1);
        }
    }

    /// <summary>The number of units.</summary>
    public int Units { get; }

    /// <summary>W, (sums, inputs).</summary>
    public Parameter InputWeights { get; }

    /// <summary>U, (sums, units).</summary>
    public Parameter StateWeights { get; }

    /// <summary>b, (sums).</summary>
    public Parameter Biases { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => [InputWeights, StateWeights, Biases];

    /// <summary>
    /// The gradient of what each unit remembers, in the last backward pass, (B, T, units): how much has come through time to each step.
    /// </summary>
    public IReadOnlyList<double> StateGradients => ToStates;

    private protected double[] ToStates { get; set; } = [];

    private protected int Steps { get; private set; }

    /// <summary>Forward through time; before the first step everything remembered is 0.</summary>
    /// <param name="x">(B, T, inputs).</param>
    /// <param name="examples">B.</param>
    /// <returns>h, (B, T, units).</returns>
    /// <exception cref="ArgumentException">The numbers do not divide into examples of whole steps.</exception>
    public double[] Forward(double[] x, int examples = 1)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length % (examples * inputs) != 0)
            throw new ArgumentException($"{x.Length} numbers are not {examples} sequences of steps with {inputs} inputs each.", nameof(x));
        (this.x, Steps) = (x, x.Length / (examples * inputs));
        return Forward(examples * Steps);
    }

    /// <summary>Backward through time, from the last step to the first.</summary>
    /// <param name="gradient">∂E/∂h at each step, (B, T, units), without what comes through time.</param>
    /// <param name="toInputs">False if no gradient is needed for the inputs.</param>
    /// <returns>∂E/∂x, (B, T, inputs).</returns>
    public double[] Backward(double[] gradient, bool toInputs = true)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        below = toInputs ? new double[x.Length] : [];
        BackThroughTime([.. gradient]);
        return below;
    }

    private protected abstract double[] Forward(int rows);

    private protected abstract void BackThroughTime(double[] toH);

    private protected static Span<double> Row(double[] rows, int row, int width) => rows.AsSpan(row * width, width);

    private protected bool IsFirst(int row) => row % Steps == 0;

    /// <summary>W x_t + U h_(t−1) + b.</summary>
    private protected void Sum(int row, double[] h, Span<double> sums)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] = Biases.Values[j] + TensorPrimitives.Dot(Row(InputWeights.Values, j, inputs), Row(x, row, inputs));
            if (!IsFirst(row)) sums[j] += TensorPrimitives.Dot(Row(StateWeights.Values, j, Units), Row(h, row - 1, Units));
        }
    }

    /// <summary>From the gradient of the sums at one step to those of W, U, b and x, and of h a step earlier: through time.</summary>
    private protected void BackThroughSums(int row, ReadOnlySpan<double> delta, double[] h, double[] toH)
    {
        for (int j = 0; j < delta.Length; j++)
        {
            Biases.Gradient[j] += delta[j];
            Add(Row(x, row, inputs), delta[j], Row(InputWeights.Gradient, j, inputs));
            if (below.Length > 0) Add(Row(InputWeights.Values, j, inputs), delta[j], Row(below, row, inputs));
            if (IsFirst(row)) continue;
            Add(Row(h, row - 1, Units), delta[j], Row(StateWeights.Gradient, j, Units));
            Add(Row(StateWeights.Values, j, Units), delta[j], Row(toH, row - 1, Units));
        }
    }

    private static void Add(ReadOnlySpan<double> term, double factor, Span<double> sum) =>
        TensorPrimitives.MultiplyAdd(term, factor, sum, sum);
}
