using System.Numerics.Tensors;

namespace Course.RecurrentNets;

/// <summary>
/// The plain recurrent net, h_t = tanh(W x_t + U h_(t−1) + b), trained by backpropagation through time. J. L. Elman, Finding structure in
/// time, Cognitive Science 14, 1990, 179-211; P. J. Werbos, Backpropagation through time, Proceedings of the IEEE 78, 1990, 1550-1560.
/// Defined in lesson 08.
/// </summary>
/// <param name="name">The prefix of its parameters' names.</param>
/// <param name="inputs">The number of inputs.</param>
/// <param name="units">The number of units.</param>
/// <param name="random">The random number generator for the weights, which lie within ±1/√units.</param>
public sealed class Rnn(string name, int inputs, int units, Random random) : RecurrentLayer(name, inputs, units, sums: 1, random)
{
    private double[] h = [];

    private protected override double[] Forward(int rows)
    {
        h = new double[rows * Units];
        for (int row = 0; row < rows; row++)
        {
            Span<double> now = Row(h, row, Units);
            Sum(row, h, now);
            TensorPrimitives.Tanh<double>(now, now);
        }
        return h;
    }

    private protected override void BackThroughTime(double[] toH)
    {
        ToStates = toH;
        Span<double> delta = new double[Units];
        for (int row = h.Length / Units - 1; row >= 0; row--)
        {
            Span<double> y = Row(h, row, Units), to = Row(toH, row, Units);
            for (int j = 0; j < Units; j++) delta[j] = to[j] * (1 - y[j] * y[j]);
            BackThroughSums(row, delta, h, toH);
        }
    }
}
