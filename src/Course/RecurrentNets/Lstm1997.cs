using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Course.Nn;

namespace Course.RecurrentNets;

/// <summary>
/// Long short-term memory as it was published: cells in blocks, an input gate and an output gate per block, no forget gate, and the
/// truncated gradient of the paper's appendix A.1, which is carried forward in time and needs the same storage at every step. S. Hochreiter
/// and J. Schmidhuber, Long short-term memory, Neural Computation 9(8), 1997, 1735-1780. Defined in lesson 08.
/// </summary>
public sealed class Lstm1997
{
    private readonly Lstm1997Shape shape;
    private readonly int blocks, cells, units, sources, gated;
    private readonly int[] blockOf;                // of each cell
    private readonly double[] y, net, hidden;      // what hidden units hear: inputs, then hidden units a step ago; sums; activities
    private readonly double[] input, output;       // the gates' activities, one per block; without output gates they are 1
    private readonly double[] g, state, h;         // of each cell: the squashed sum, the internal state, the squashed state
    private readonly double[] heard;               // what the output units hear: the cells, then the inputs if there are short cuts
    private readonly double[] cellTrace, gateTrace;            // ∂s/∂w of each cell, (sources + bias, cells): its own w, its input gate's
    private readonly double[] delta, toCell, toState;

    /// <summary>Creates a net with random weights.</summary>
    /// <param name="shape">Its architecture.</param>
    /// <param name="random">The random number generator for the weights.</param>
    /// <param name="range">Weights and biases lie within ± this: 0.2 in the paper's experiments 1 and 2, else 0.1.</param>
    public Lstm1997(Lstm1997Shape shape, Random random, double range = 0.2)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(random);
        this.shape = shape;
        (blocks, cells) = (shape.Blocks, shape.Blocks * shape.CellsPerBlock);
        blockOf = [.. Enumerable.Range(0, cells).Select(c => c / shape.CellsPerBlock)];
        gated = shape.OutputGates ? 2 * blocks : blocks;
        units = gated + cells;
        sources = shape.Inputs + (shape.Recurrent ? units : 0);
        HiddenWeights = new Parameter("hidden.weight", sources, units);
        HiddenBiases = new Parameter("hidden.bias", (shape.GateBiases ? gated : 0) + (shape.CellBiases ? cells : 0));
        OutputWeights = new Parameter("output.weight", cells + (shape.ShortCuts ? shape.Inputs : 0), shape.Outputs);
        OutputBiases = new Parameter("output.bias", shape.OutputBiases ? shape.Outputs : 0);
        Parameters = [HiddenWeights, HiddenBiases, OutputWeights, OutputBiases];
        foreach (Parameter parameter in Parameters)
        {
            for (int i = 0; i < parameter.Values.Length; i++) parameter.Values[i] = range * (2 * random.NextDouble() - 1);
        }
        (y, net, hidden, heard) = (new double[sources], new double[units], new double[units], new double[OutputWeights.Shape[0]]);
        (input, output, g, state, h) = (new double[blocks], new double[blocks], new double[cells], new double[cells], new double[cells]);
        (cellTrace, gateTrace) = (new double[(sources + 1) * cells], new double[(sources + 1) * cells]);
        (Outputs, delta) = (new double[shape.Outputs], new double[shape.Outputs]);
        (toCell, toState) = (new double[cells], new double[cells]);
        Array.Fill(output, 1);
    }

    /// <summary>Weights into the hidden units, (sources, units). Sources: inputs, then hidden units. Units: input gates, output gates,
    /// cells.</summary>
    public Parameter HiddenWeights { get; }

    /// <summary>Biases of the hidden units that have one, in the units' order: input gates, output gates, cells.</summary>
    public Parameter HiddenBiases { get; }

    /// <summary>Weights into the output units, (sources, outputs). Sources: the cells, then the inputs if there are short cuts.</summary>
    public Parameter OutputWeights { get; }

    /// <summary>Biases of the output units; empty if they have none.</summary>
    public Parameter OutputBiases { get; }

    /// <summary>All weights and biases.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The number of weights and biases.</summary>
    public int Count => Parameters.Sum(parameter => parameter.Values.Length);

    /// <summary>The answers of the output units at this step, from 0 to 1.</summary>
    public double[] Outputs { get; }

    /// <summary>The internal states s of the cells, which only addition changes: the constant error carousels.</summary>
    public IReadOnlyList<double> States => state;

    /// <summary>The activities of the hidden units at this step: input gates, output gates, cells.</summary>
    public IReadOnlyList<double> Hidden => hidden;

    /// <summary>How far each block's input gate is open at this step, from 0 to 1.</summary>
    public IReadOnlyList<double> InputGates => input;

    /// <summary>How far each block's output gate is open at this step, from 0 to 1.</summary>
    public IReadOnlyList<double> OutputGates => output;

    /// <summary>Whether the blocks take part. The paper adds them late in its experiment 2a, its first remedy against their
    /// abuse.</summary>
    public bool Awake { get; set; } = true;

    /// <summary>Sets the biases of the output gates, the paper's second remedy against abuse: −1, −2, −3 let blocks join one by
    /// one.</summary>
    /// <param name="biases">One per block.</param>
    public void BiasOutputGates(params double[] biases) => Bias(biases, from: blocks);

    /// <summary>Sets the biases of the input gates, the paper's remedy against drifting states.</summary>
    /// <param name="biases">One per block.</param>
    public void BiasInputGates(params double[] biases) => Bias(biases, from: 0);

    /// <summary>Forgets everything heard: all activities, states and traces become 0, as before each sequence in the paper.</summary>
    public void Reset()
    {
        foreach (double[] memory in (double[][])[hidden, state, cellTrace, gateTrace]) Array.Clear(memory);
    }

    /// <summary>One step of time.</summary>
    /// <param name="x">The inputs.</param>
    /// <returns><see cref="Outputs"/>, overwritten by the next step.</returns>
    public double[] Step(ReadOnlySpan<double> x)
    {
        x.CopyTo(y);
        if (shape.Recurrent) hidden.CopyTo(y.AsSpan(shape.Inputs));
        if (Awake) StepBlocks();
        Array.Clear(Outputs);
        OutputBiases.Values.CopyTo(Outputs.AsSpan());
        hidden.AsSpan(gated).CopyTo(heard);
        if (shape.ShortCuts) x.CopyTo(heard.AsSpan(cells));
        AddRows(OutputWeights.Values, heard, Outputs);
        TensorPrimitives.Sigmoid<double>(Outputs, Outputs);
        return Outputs;
    }

    /// <summary>Adds this step's share to the gradient of Σ (y − t)², truncated: no error passes from hidden unit to hidden unit, except
    /// along the carousels.</summary>
    /// <param name="targets">t, one per output, for the step just taken.</param>
    public void Learn(ReadOnlySpan<double> targets)
    {
        for (int k = 0; k < delta.Length; k++) delta[k] = 2 * (Outputs[k] - targets[k]) * Outputs[k] * (1 - Outputs[k]);
        AddProducts(heard, delta, OutputWeights.Gradient);
        if (shape.OutputBiases) TensorPrimitives.Add(OutputBiases.Gradient, delta, OutputBiases.Gradient);
        if (Awake) LearnBlocks();
    }

    /// <summary>One step and its learning.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="targets">t, one per output.</param>
    /// <returns>Σ (y − t)², without the ½ of lesson 06, as in the paper.</returns>
    public double Learn(ReadOnlySpan<double> x, ReadOnlySpan<double> targets)
    {
        Step(x);
        Learn(targets);
        double distance = TensorPrimitives.Distance<double>(Outputs, targets);
        return distance * distance;
    }

    private void StepBlocks()
    {
        Array.Clear(net);
        if (shape.GateBiases) HiddenBiases.Values.AsSpan(0, gated).CopyTo(net);
        if (shape.CellBiases) HiddenBiases.Values.AsSpan(HiddenBiases.Values.Length - cells).CopyTo(net.AsSpan(gated));
        AddRows(HiddenWeights.Values, y, net);
        TensorPrimitives.Sigmoid<double>(net.AsSpan(0, gated), hidden);
        hidden.AsSpan(0, blocks).CopyTo(input);
        if (shape.OutputGates) hidden.AsSpan(blocks, blocks).CopyTo(output);
        for (int c = 0; c < cells; c++)
        {
            int block = blockOf[c];
            g[c] = shape.G.Of(net[gated + c]);
            state[c] += input[block] * g[c];                                         // the carousel: nothing but a sum
            h[c] = shape.H.Of(state[c]);
            hidden[gated + c] = output[block] * h[c];
        }
        Trace();
    }

    // ∂s(t)/∂w = ∂s(t−1)/∂w + this step's share: appendix A.1 carries it on with a sum as well.
    private void Trace()
    {
        for (int c = 0; c < cells; c++)
        {
            double open = input[blockOf[c]];
            (toCell[c], toState[c]) = (open * shape.G.Slope(g[c]), g[c] * open * (1 - open));
        }
        AddProducts(y, toCell, cellTrace);
        AddProducts(y, toState, gateTrace);
        int last = sources * cells;                                                  // the biases hear a 1
        for (int c = 0; c < cells; c++)
        {
            cellTrace[last + c] += toCell[c];
            gateTrace[last + c] += toState[c];
        }
    }

    private void LearnBlocks()
    {
        double[] w = HiddenWeights.Gradient, bias = HiddenBiases.Gradient;
        for (int c = 0; c < cells; c++)
        {
            toCell[c] = TensorPrimitives.Dot(OutputWeights.Values.AsSpan(c * delta.Length, delta.Length), delta);
            toState[c] = toCell[c] * output[blockOf[c]] * shape.H.Slope(h[c]);
        }
        for (int m = 0; m <= sources; m++)
        {
            Span<double> row = m < sources ? w.AsSpan(m * units, units) : bias;
            for (int c = 0; c < cells; c++)
            {
                int block = blockOf[c];
                if (m < sources || shape.GateBiases) row[block] += toState[c] * gateTrace[m * cells + c];
                if (m < sources || shape.CellBiases) row[row.Length - cells + c] += toState[c] * cellTrace[m * cells + c];
            }
        }
        if (shape.OutputGates) LearnOutputGates(w, bias);
    }

    private void LearnOutputGates(double[] w, double[] bias)
    {
        for (int c = 0; c < cells; c++)
        {
            int block = blockOf[c];
            double error = toCell[c] * h[c] * output[block] * (1 - output[block]);
            for (int m = 0; m < sources; m++) w[m * units + blocks + block] += error * y[m];
            if (shape.GateBiases) bias[blocks + block] += error;
        }
    }

    private void Bias(double[] biases, int from)
    {
        ArgumentNullException.ThrowIfNull(biases);
        if (!shape.GateBiases || biases.Length != blocks)
            throw new ArgumentException($"There are {biases.Length} biases for {(shape.GateBiases ? blocks : 0)} gates.", nameof(biases));
        biases.CopyTo(HiddenBiases.Values, from);
    }

    // The rows of a matrix, (factors, width), each times its factor, added up. Most inputs are 0: their rows are passed over.
    private static void AddRows(double[] matrix, double[] factors, double[] sum)
    {
        for (int m = Next(factors, 0); m < factors.Length; m = Next(factors, m + 1))
            TensorPrimitives.MultiplyAdd(matrix.AsSpan(m * sum.Length, sum.Length), factors[m], sum, sum);
    }

    private static void AddProducts(double[] factors, double[] row, double[] matrix)
    {
        for (int m = Next(factors, 0); m < factors.Length; m = Next(factors, m + 1))
        {
            Span<double> sum = matrix.AsSpan(m * row.Length, row.Length);
            TensorPrimitives.MultiplyAdd(row, factors[m], sum, sum);
        }
    }

    // As whole numbers, because .NET searches those many at a time. A long lag has a thousand inputs, and one of them is not 0.
    private static int Next(double[] factors, int from)
    {
        int steps = MemoryMarshal.Cast<double, long>(factors.AsSpan(from)).IndexOfAnyExcept(0L);
        return steps < 0 ? factors.Length : from + steps;
    }
}
