using static TorchSharp.torch;

namespace Course.Transformers;

/// <summary>A source and its target, as numbers of tokens without start and end. Defined in lesson 12.</summary>
/// <param name="Source">What is read.</param>
/// <param name="Target">What is to be written.</param>
public sealed record SequencePair(int[] Source, int[] Target);

/// <summary>Batches of pairs. Defined in lesson 12.</summary>
public static class SequencePairs
{
    /// <summary>
    /// Groups pairs of about the same length, so that little padding is needed: section 5.1 of the paper, whose batches held about 25,000
    /// source tokens and as many target tokens.
    /// </summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="tokens">The most tokens of a batch on either side, padding and the target's end included.</param>
    /// <param name="random">Decides the order among pairs of equal length.</param>
    /// <returns>The batches, short pairs first. A pair that is too long has a batch to itself.</returns>
    public static IReadOnlyList<SequencePair[]> ByLength(IEnumerable<SequencePair> pairs, int tokens, Random random)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(random);
        SequencePair[] mixed = [.. pairs];
        random.Shuffle(mixed);
        var batches = new List<SequencePair[]>();
        var batch = new List<SequencePair>();
        int longest = 0;
        foreach (SequencePair pair in mixed.OrderBy(pair => pair.Target.Length).ThenBy(pair => pair.Source.Length))
        {
            int length = Math.Max(longest, Math.Max(pair.Source.Length, pair.Target.Length + 1));
            if (batch.Count > 0 && length * (batch.Count + 1) > tokens)
            {
                batches.Add([.. batch]);
                batch.Clear();
                length = Math.Max(pair.Source.Length, pair.Target.Length + 1);
            }
            batch.Add(pair);
            longest = length;
        }
        if (batch.Count > 0) batches.Add([.. batch]);
        return batches;
    }

    /// <summary>Rows of different lengths as one tensor, filled up with <see cref="Vocabulary.Padding"/>.</summary>
    /// <param name="rows">B rows of tokens.</param>
    /// <returns>(B, the longest) Int64, in torch's own memory.</returns>
    public static Tensor Padded(IReadOnlyList<int[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int width = rows.Max(row => row.Length);
        var all = new long[rows.Count * width];
        for (int n = 0; n < rows.Count; n++)
        {
            for (int t = 0; t < rows[n].Length; t++) all[n * width + t] = rows[n][t];
        }
        using Tensor managed = tensor(all);
        return managed.reshape(rows.Count, width).clone();
    }

    /// <summary>What the decoder is given: the target behind <see cref="Vocabulary.Start"/>.</summary>
    /// <param name="batch">The pairs.</param>
    public static Tensor DecoderInput(IEnumerable<SequencePair> batch) =>
        Padded([.. batch.Select(pair => (int[])[Vocabulary.Start, .. pair.Target])]);

    /// <summary>What the decoder is to say: the target, then <see cref="Vocabulary.End"/>.</summary>
    /// <param name="batch">The pairs.</param>
    public static Tensor DecoderOutput(IEnumerable<SequencePair> batch) =>
        Padded([.. batch.Select(pair => (int[])[.. pair.Target, Vocabulary.End])]);
}
