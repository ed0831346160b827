using Course.Nn;
using Course.Nn.Optimizers;

namespace Course.RecurrentNets;

/// <summary>
/// Experiment 2a of Hochreiter and Schmidhuber, 1997: only two sequences, equal but for the first and the last symbol, which are the same.
/// The net predicts each next symbol, so for the last one it must keep the first one for p steps. Defined in lesson 08.
/// </summary>
/// <param name="p">The lag; there are p + 1 symbols.</param>
public sealed class NoiseFreeTask(int p)
{
    /// <summary>A sequence is right if no output is ever off by as much.</summary>
    public const double Tolerance = 0.25;

    private const int Window = 100;
    private readonly double[][] codes = Examples.OneHot(Enumerable.Range(0, p + 1), p + 1);

    /// <summary>One of the two sequences.</summary>
    /// <param name="second">Whether it begins and ends with y, and not with x.</param>
    /// <returns>p + 1 symbols, one row each, only to be read.</returns>
    public double[][] Sequence(bool second)
    {
        double[] frame = codes[second ? p : p - 1];
        return [frame, .. codes[..(p - 1)], frame];
    }

    /// <summary>
    /// Trains the cell of 1997, a step of the optimizer after each symbol. As in the paper its block joins late, once the error has stopped
    /// falling; how that is told, it does not say. Here: when the last hundred sequences are not 5 % better than the hundred before them.
    /// </summary>
    /// <param name="net">The net, of the shape <see cref="Lstm1997Shape.NoiseFree"/>.</param>
    /// <param name="optimizer">The optimizer of its parameters.</param>
    /// <param name="random">Draws the sequences.</param>
    /// <param name="most">Gives up after so many sequences.</param>
    /// <returns>The number of sequences after which both are right; null if that was not enough.</returns>
    public int? Train(Lstm1997 net, Optimizer optimizer, Random random, int most)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(random);
        net.Awake = false;
        (double now, double before) = (0, double.PositiveInfinity);
        for (int sequence = 1; sequence <= most; sequence++)
        {
            now += Learn(net, optimizer, Sequence(random.Next(2) == 1));
            if (sequence % Window > 0) continue;
            if (now > 0.95 * before) net.Awake = true;
            (now, before) = (0, now);
            if (Error(net, Sequence(false)) < Tolerance && Error(net, Sequence(true)) < Tolerance) return sequence;
        }
        return null;
    }

    /// <summary>
    /// Trains a plain recurrent net of one unit by backpropagation through time, a step of the optimizer after each sequence. The outputs
    /// hear the unit and the inputs.
    /// </summary>
    /// <param name="random">The random number generator for weights and sequences.</param>
    /// <param name="rate">The step size.</param>
    /// <param name="most">Gives up after so many sequences.</param>
    /// <returns>The number of sequences after which both are right; null if that was not enough.</returns>
    public int? TrainPlain(Random random, double rate, int most)
    {
        int symbols = p + 1;
        var unit = new Rnn("unit", symbols, 1, random);
        var top = new Dense("top", symbols + 1, symbols, Activation.Sigmoid, random, range: 0.2);
        foreach (Nn.Parameter weights in unit.Parameters)
        {
            for (int i = 0; i < weights.Values.Length; i++) weights.Values[i] = 0.2 * (2 * random.NextDouble() - 1);
        }
        var sgd = new Sgd([.. unit.Parameters, .. top.Parameters], rate);
        double[] back = new double[p * symbols];
        for (int sequence = 1; sequence <= most; sequence++)
        {
            sgd.ZeroGradient();
            double[][] rows = Sequence(random.Next(2) == 1);
            new SquaredError().LossAndGradient(Outputs(rows), Examples.Flat(rows[1..]), symbols, back);
            double[] below = top.Backward(back);
            unit.Backward([.. Enumerable.Range(0, p).Select(t => below[t * (symbols + 1)])], toInputs: false);
            sgd.Step();
            if (sequence % Window == 0 && Right(Sequence(false)) && Right(Sequence(true))) return sequence;
        }
        return null;

        double[] Outputs(double[][] rows)
        {
            double[] h = unit.Forward(Examples.Flat(rows[..^1]));
            return top.Forward(Examples.Flat(rows[..^1].Select((row, t) => (double[])[h[t], .. row])), p);
        }

        bool Right(double[][] rows) => Largest(Outputs(rows), Examples.Flat(rows[1..])) < Tolerance;
    }

    private static double Learn(Lstm1997 net, Optimizer optimizer, double[][] sequence)
    {
        double total = 0;
        net.Reset();
        for (int t = 0; t + 1 < sequence.Length; t++)
        {
            optimizer.ZeroGradient();
            total += net.Learn(sequence[t], sequence[t + 1]);
            optimizer.Step();
        }
        return total;
    }

    private static double Error(Lstm1997 net, double[][] sequence)
    {
        net.Reset();
        return Enumerable.Range(0, sequence.Length - 1).Max(t => Largest(net.Step(sequence[t]), sequence[t + 1]));
    }

    private static double Largest(double[] y, double[] t) => y.Zip(t, (one, other) => Math.Abs(one - other)).Max();
}
