using System.Numerics.Tensors;

namespace Course.Perceptrons;

/// <summary>
/// Random examples that a hidden line (a plane in more dimensions) separates perfectly. Defined in lesson 02, to test Novikoff's theorem.
/// </summary>
/// <param name="X">The examples, one per row, every input between -1 and 1.</param>
/// <param name="Targets">The side of the hidden line: 1 or 0.</param>
/// <param name="W">The hidden line's weights.</param>
/// <param name="B">The hidden line's bias; (W, B) has length 1.</param>
public sealed record SeparableCloud(double[][] X, int[] Targets, double[] W, double B)
{
    /// <summary>Draws a line, then examples; examples closer to the line than <paramref name="gap"/> are redrawn.</summary>
    /// <param name="random">The random number generator.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="inputs">The number of inputs per example.</param>
    /// <param name="gap">The smallest accepted |w·x + b|.</param>
    /// <returns>The examples, their sides and the line.</returns>
    public static SeparableCloud Draw(Random random, int examples, int inputs, double gap)
    {
        double[] line = [.. Enumerable.Range(0, inputs + 1).Select(_ => random.NextDouble() * 2 - 1)];
        line[inputs] *= 0.5;                                   // a large bias would leave all examples on one side
        TensorPrimitives.Divide(line, TensorPrimitives.Norm<double>(line), line);
        double[] w = line[..inputs];
        double b = line[inputs];

        var x = new double[examples][];
        var targets = new int[examples];
        for (int i = 0; i < examples; i++)
        {
            double sum;
            do
            {
                x[i] = [.. Enumerable.Range(0, inputs).Select(_ => random.NextDouble() * 2 - 1)];
                sum = TensorPrimitives.Dot<double>(w, x[i]) + b;
            }
            while (Math.Abs(sum) < gap);
            targets[i] = sum > 0 ? 1 : 0;
        }
        return new SeparableCloud(x, targets, w, b);
    }
}
