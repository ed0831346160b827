namespace Course.Transformers;

/// <summary>
/// Finds likely sequences, token after token. It works with anything that can say how likely each next token is: a Transformer, or a table
/// of letter pairs. Defined in lesson 12.
/// </summary>
/// <param name="next">Maps some beginnings to the logarithm of the probability of each token behind each of them; minus infinity forbids
/// a token.</param>
/// <param name="end">The token that ends a sequence; null if all sequences have the full length.</param>
/// <param name="longest">The most tokens of a sequence, the end included.</param>
public sealed class BeamSearch(Func<IReadOnlyList<int[]>, float[][]> next, int? end, int longest)
{
    /// <summary>Takes the likeliest token, always.</summary>
    /// <returns>The sequence, without its end.</returns>
    public Hypothesis Greedy()
    {
        var sequence = new Hypothesis([], 0);
        while (sequence.Tokens.Length < longest)
        {
            float[] logP = next([sequence.Tokens])[0];
            int best = Array.IndexOf(logP, logP.Max());
            if (best == end) return sequence with { LogProbability = sequence.LogProbability + logP[best] };
            sequence = sequence.Then(best, logP[best]);
        }
        return sequence;
    }

    /// <summary>
    /// Keeps the best beginnings at every length, not one alone. Sequences of different lengths are compared with the length penalty of
    /// Y. Wu et al., Google's neural machine translation system, 2016 (arXiv:1609.08144), equation 14; the Transformer's paper takes a beam
    /// of 4 and α = 0.6 (section 6.1).
    /// </summary>
    /// <param name="width">The number of beginnings that are kept.</param>
    /// <param name="alpha">α; 0 compares bare probabilities, which favours short sequences.</param>
    /// <returns>The finished sequences, without their ends, best first; at most as many as the beam is wide.</returns>
    public IReadOnlyList<Hypothesis> Beam(int width = 4, double alpha = 0.6)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        List<Hypothesis> live = [new([], 0)];
        List<(Hypothesis Sequence, double Score)> finished = [];
        for (int length = 1; length <= longest && live.Count > 0; length++)
        {
            float[][] logP = next([.. live.Select(sequence => sequence.Tokens)]);
            // The end takes at most one place for each beginning, so twice the width leaves enough that go on.
            var best = live.SelectMany((sequence, n) => Extensions(logP[n], 2 * width), (sequence, token) => (sequence, token))
                .OrderByDescending(pair => pair.sequence.LogProbability + pair.token.LogP).Take(2 * width).ToArray();
            live = [.. best.Where(pair => pair.token.Number != end).Take(width)
                .Select(pair => pair.sequence.Then(pair.token.Number, pair.token.LogP))];
            var ended = best.Where(pair => pair.token.Number == end)
                .Select(pair => pair.sequence with { LogProbability = pair.sequence.LogProbability + pair.token.LogP });
            if (length == longest) ended = ended.Concat(live);
            finished.AddRange(ended.Select(sequence => (sequence, sequence.LogProbability / Penalty(length, alpha))));
            finished = [.. finished.OrderByDescending(one => one.Score).Take(width)];
            // A longer sequence is less likely. Its penalty is at most that of the longest.
            if (finished.Count == width && live.Count > 0 && finished[^1].Score >= live[0].LogProbability / Penalty(longest, alpha)) break;
        }
        return [.. finished.Select(one => one.Sequence)];
    }

    /// <summary>lp(Y) = (5 + |Y|)^α / (5 + 1)^α: a sequence's log probability is divided by it.</summary>
    /// <param name="length">|Y|.</param>
    /// <param name="alpha">α.</param>
    public static double Penalty(int length, double alpha) => Math.Pow((5.0 + length) / (5 + 1), alpha);

    private static IEnumerable<(int Number, float LogP)> Extensions(float[] logP, int most) =>
        logP.Index().Where(token => token.Item > float.NegativeInfinity).OrderByDescending(token => token.Item).Take(most);
}

/// <summary>A sequence and how likely it is. Defined in lesson 12.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="LogProbability">The logarithm of the product of their probabilities, its end included.</param>
public sealed record Hypothesis(int[] Tokens, double LogProbability)
{
    internal Hypothesis Then(int token, double logP) => new([.. Tokens, token], LogProbability + logP);
}
