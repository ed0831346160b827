using Course.Nn.Optimizers;

namespace Course.RecurrentNets;

/// <summary>
/// Experiment 1 of Hochreiter and Schmidhuber, 1997: 256 strings to learn, 256 to test, all of the embedded Reber grammar. Defined in
/// lesson 08.
/// </summary>
public sealed class ReberTask
{
    /// <summary>Draws the strings.</summary>
    /// <param name="random">The random number generator.</param>
    /// <param name="strings">The size of each set.</param>
    public ReberTask(Random random, int strings = 256)
    {
        Training = [.. Enumerable.Range(0, strings).Select(_ => ReberGrammar.Embedded(random))];
        Test = [.. Enumerable.Range(0, strings).Select(_ => ReberGrammar.Embedded(random))];
    }

    /// <summary>The strings to learn.</summary>
    public IReadOnlyList<string> Training { get; }

    /// <summary>The strings to test.</summary>
    public IReadOnlyList<string> Test { get; }

    /// <summary>
    /// Trains with strings drawn from the training set, a step of the optimizer after each symbol, until every symbol of both sets is
    /// predicted.
    /// </summary>
    /// <param name="net">The net.</param>
    /// <param name="optimizer">The optimizer of its parameters.</param>
    /// <param name="random">Draws the strings.</param>
    /// <param name="most">Gives up after so many strings.</param>
    /// <param name="every">Strings between two tests.</param>
    /// <returns>The number of strings; null if that was not enough.</returns>
    public int? Train(Lstm1997 net, Optimizer optimizer, Random random, int most = 100_000, int every = 20)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (int sequence = 1; sequence <= most; sequence++)
        {
            Learn(net, optimizer, Training[random.Next(Training.Count)]);
            if (sequence % every == 0 && Training.Concat(Test).All(text => Right(net, text) == text.Length - 1)) return sequence;
        }
        return null;
    }

    /// <summary>One string, symbol after symbol: hear, predict the next, learn.</summary>
    /// <param name="net">The net.</param>
    /// <param name="optimizer">The optimizer of its parameters.</param>
    /// <param name="text">The string.</param>
    public static void Learn(Lstm1997 net, Optimizer optimizer, string text)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(text);
        net.Reset();
        for (int t = 0; t + 1 < text.Length; t++)
        {
            optimizer.ZeroGradient();
            net.Learn(ReberGrammar.OneHot(text[t]), ReberGrammar.OneHot(text[t + 1]));
            optimizer.Step();
        }
    }

    /// <summary>How many symbols of a string are predicted, from the first on, before the first mistake: the outputs of all that may follow
    /// must be larger than all others.</summary>
    /// <param name="net">The net.</param>
    /// <param name="text">The string.</param>
    /// <param name="reset">Whether the net begins afresh.</param>
    public static int Right(Lstm1997 net, string text, bool reset = true)
    {
        ArgumentNullException.ThrowIfNull(net);
        string[] successors = ReberGrammar.Successors(text);
        if (reset) net.Reset();
        for (int t = 0; t < successors.Length; t++)
        {
            if (!Predicts(net.Step(ReberGrammar.OneHot(text[t])), successors[t])) return t;
        }
        return successors.Length;
    }

    /// <summary>Whether the outputs of all symbols that may follow are larger than all others.</summary>
    /// <param name="outputs">Seven outputs.</param>
    /// <param name="successors">The symbols that may follow.</param>
    public static bool Predicts(double[] outputs, string successors)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(successors);
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (int k = 0; k < outputs.Length; k++)
        {
            if (successors.Contains(ReberGrammar.Symbols[k], StringComparison.Ordinal)) least = Math.Min(least, outputs[k]);
            else most = Math.Max(most, outputs[k]);
        }
        return least > most;
    }
}
