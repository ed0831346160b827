namespace Course.Transformers.Tasks;

/// <summary>
/// How often a token follows the one or two before it: the language model of the time before networks. Rare beginnings lean on shorter
/// ones: the count of each token gets a prior from the model that looks less far back (D. MacKay and L. Peto, A hierarchical Dirichlet
/// language model, 1995). Defined in lesson 12.
/// </summary>
/// <param name="order">2 looks one token back, 3 looks two back; at most 3.</param>
/// <param name="vocabulary">The number of tokens.</param>
/// <param name="prior">How many observations the shorter model's opinion is worth.</param>
public sealed class NGrams(int order, int vocabulary, double prior = 2)
{
    private readonly Dictionary<(int, int, int), int> counts = [];

    /// <summary>Counts the runs of a sequence.</summary>
    /// <param name="tokens">The sequence, with what stands before and behind it.</param>
    public void Learn(int[] tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        for (int t = 1; t < tokens.Length; t++)
        {
            for (int back = 0; back < Math.Min(order, t + 1); back++)
            {
                (int older, int old) = Before(tokens.AsSpan(0, t), back);
                Add((older, old, tokens[t]));
                Add((older, old, -1));                                  // of them all
            }
        }
    }

    /// <summary>The logarithm of the probability of a token.</summary>
    /// <param name="before">The tokens before it.</param>
    /// <param name="token">The token.</param>
    public double LogP(ReadOnlySpan<int> before, int token)
    {
        double p = 1.0 / vocabulary;
        for (int back = 0; back < Math.Min(order, before.Length + 1); back++)
        {
            (int older, int old) = Before(before, back);
            p = (counts.GetValueOrDefault((older, old, token)) + prior * p) / (counts.GetValueOrDefault((older, old, -1)) + prior);
        }
        return Math.Log(p);
    }

    /// <summary>The arrangement of a puzzle's pieces that the counts find likeliest, by beam search.</summary>
    /// <param name="puzzle">The puzzle.</param>
    /// <param name="width">The width of the beam.</param>
    public int[] Solve(Puzzle puzzle, int width = 300)
    {
        ArgumentNullException.ThrowIfNull(puzzle);
        float[][] Next(IReadOnlyList<int[]> beginnings) => [.. beginnings.Select(used =>
        {
            int[] before = [puzzle.Start, .. used.Select(piece => puzzle.Pieces[piece])];
            var logP = new float[puzzle.Order.Length];
            Array.Fill(logP, float.NegativeInfinity);
            foreach (int piece in puzzle.Next(used))
            {
                double placed = LogP(before, puzzle.Pieces[piece]);
                if (used.Length == puzzle.Order.Length - 1) placed += LogP([.. before, puzzle.Pieces[piece]], puzzle.Closing);
                logP[piece] = (float)placed;
            }
            return logP;
        })];
        return new BeamSearch(Next, end: null, puzzle.Order.Length).Beam(width, alpha: 0)[0].Tokens;
    }

    private static (int Older, int Old) Before(ReadOnlySpan<int> tokens, int back) =>
        (back > 1 ? tokens[^2] : -1, back > 0 ? tokens[^1] : -1);

    private void Add((int, int, int) run) => counts[run] = counts.GetValueOrDefault(run) + 1;
}
