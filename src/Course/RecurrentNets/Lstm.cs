using System.Numerics.Tensors;

namespace Course.RecurrentNets;

/// <summary>
/// Long short-term memory with a forget gate, as it is used today, trained by backpropagation through time. F. A. Gers, J. Schmidhuber and
/// F. Cummins, Learning to forget: continual prediction with LSTM, Neural Computation 12(10), 2000, 2451-2471; with the whole gradient: A.
/// Graves and J. Schmidhuber, Neural Networks 18, 2005, 602-610. Defined in lesson 08.
/// </summary>
public sealed class Lstm : RecurrentLayer
{
    private const int Kinds = 4;                       // the sums of unit j: input gate, forget gate, candidate, output gate

    private double[] gates = [], c = [], tanhC = [], h = [];

    /// <summary>Creates a layer with random weights.</summary>
    /// <param name="name">The prefix of its parameters' names.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="units">The number of cells.</param>
    /// <param name="random">The random number generator for the weights, which lie within ±1/√units.</param>
    /// <param name="forgetBias">Where the forget gates' biases start: with 1 the gates are mostly open, and cells keep what they
    /// have.</param>
    public Lstm(string name, int inputs, int units, Random random, double forgetBias = 1)
        : base(name, inputs, units, Kinds, random) => Biases.Values.AsSpan(units, units).Fill(forgetBias);

    /// <summary>
    /// The gates of the last forward pass, (B, T, 4 units): input gates i, forget gates f, candidates g, output gates o.
    /// </summary>
    public IReadOnlyList<double> Gates => gates;

    /// <summary>The states c of the last forward pass, (B, T, units).</summary>
    public IReadOnlyList<double> States => c;

    private protected override double[] Forward(int rows)
    {
        gates = new double[rows * Kinds * Units];
        (c, tanhC, h) = (new double[rows * Units], new double[rows * Units], new double[rows * Units]);
        for (int row = 0; row < rows; row++)
        {
            Sum(row, h, Row(gates, row, Kinds * Units));
            Span<double> i = Gate(row, 0), f = Gate(row, 1), g = Gate(row, 2), o = Gate(row, 3);
            TensorPrimitives.Sigmoid<double>(i, i);
            TensorPrimitives.Sigmoid<double>(f, f);
            TensorPrimitives.Tanh<double>(g, g);
            TensorPrimitives.Sigmoid<double>(o, o);
            for (int j = 0; j < Units; j++)
            {
                int at = row * Units + j;
                c[at] = i[j] * g[j] + (IsFirst(row) ? 0 : f[j] * c[at - Units]);       // c_t = i g + f c_(t−1)
                tanhC[at] = Math.Tanh(c[at]);
                h[at] = o[j] * tanhC[at];                                              // h_t = o tanh c_t
            }
        }
        return h;
    }

    private protected override void BackThroughTime(double[] toH)
    {
        ToStates = new double[c.Length];
        double[] delta = new double[Kinds * Units];
        for (int row = h.Length / Units - 1; row >= 0; row--)
        {
            Span<double> i = Gate(row, 0), f = Gate(row, 1), g = Gate(row, 2), o = Gate(row, 3);
            for (int j = 0; j < Units; j++)
            {
                int at = row * Units + j;
                double toC = ToStates[at] += toH[at] * o[j] * (1 - tanhC[at] * tanhC[at]);
                delta[j] = toC * g[j] * i[j] * (1 - i[j]);
                delta[2 * Units + j] = toC * i[j] * (1 - g[j] * g[j]);
                delta[3 * Units + j] = toH[at] * tanhC[at] * o[j] * (1 - o[j]);
                delta[Units + j] = IsFirst(row) ? 0 : toC * c[at - Units] * f[j] * (1 - f[j]);
                if (!IsFirst(row)) ToStates[at - Units] += toC * f[j];                 // through time, times the forget gate alone
            }
            BackThroughSums(row, delta, h, toH);
        }
    }

    private Span<double> Gate(int row, int kind) => gates.AsSpan((row * Kinds + kind) * Units, Units);
}
