using Course.Nn;
using Course.Nn.Optimizers;

namespace Course.RecurrentNets;

/// <summary>
/// Experiment 2c of Hochreiter and Schmidhuber, 1997: what was the second symbol, asked after at least q symbols that tell nothing? Defined
/// in lesson 08.
/// </summary>
/// <param name="lag">p = q: how many symbols tell nothing, and how many of them stand in a sequence at least.</param>
public sealed class LagTask(int lag)
{
    private readonly double[][] codes = Examples.OneHot(Enumerable.Range(0, lag + 4), lag + 4);

    /// <summary>
    /// Draws a sequence: a beginning, x or y, at least q random symbols, an end. After each of them one more follows with probability 9/10.
    /// </summary>
    /// <param name="random">The random number generator.</param>
    /// <returns>One row of inputs per step, only to be read; the answer that is asked at the end, as targets of two outputs.</returns>
    public (double[][] Steps, double[] Answer) Draw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        bool second = random.Next(2) == 1;
        List<double[]> steps = [codes[lag], codes[second ? lag + 3 : lag + 2]];
        for (int k = 0; k < lag || random.Next(10) > 0; k++) steps.Add(codes[random.Next(lag)]);
        steps.Add(codes[lag + 1]);
        return ([.. steps], second ? [0, 1] : [1, 0]);
    }

    /// <summary>
    /// Trains with fresh sequences, one step of the optimizer after each, until both outputs are off by less than ¼ for some sequences in a
    /// row.
    /// </summary>
    /// <param name="net">The net.</param>
    /// <param name="optimizer">The optimizer of its parameters.</param>
    /// <param name="random">Draws the sequences.</param>
    /// <param name="most">Gives up after so many sequences.</param>
    /// <param name="streak">How many in a row are wanted.</param>
    /// <returns>The sequences before those in a row; null if they did not come.</returns>
    public int? Train(Lstm1997 net, Optimizer optimizer, Random random, int most = 200_000, int streak = 1_000)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        int inRow = 0;
        for (int sequence = 1; sequence <= most; sequence++)
        {
            optimizer.ZeroGradient();
            inRow = Learn(net, random) < 0.25 ? inRow + 1 : 0;
            optimizer.Step();
            if (inRow == streak) return sequence - streak;
        }
        return null;
    }

    /// <summary>Adds the gradient of one fresh sequence.</summary>
    /// <param name="net">The net.</param>
    /// <param name="random">Draws the sequence.</param>
    /// <returns>By how much the worse output is off.</returns>
    public double Learn(Lstm1997 net, Random random)
    {
        ArgumentNullException.ThrowIfNull(net);
        (double[][] steps, double[] answer) = Draw(random);
        net.Reset();
        foreach (double[] x in steps) net.Step(x);
        net.Learn(answer);
        return net.Outputs.Zip(answer, (y, t) => Math.Abs(y - t)).Max();
    }
}
