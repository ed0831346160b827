namespace Course.Transformers.Tasks;

/// <summary>
/// Digits, to be sorted: a task for a Transformer so small that every weight can be looked at. Defined in lesson 12.
/// </summary>
public static class SortingTask
{
    /// <summary>Ten digits.</summary>
    public static Vocabulary Vocabulary { get; } = new("0123456789".Select(digit => digit.ToString()));

    /// <summary>A Transformer with one block on each side.</summary>
    /// <param name="width">d_model.</param>
    /// <param name="heads">h.</param>
    public static TransformerSettings Settings(int width = 16, int heads = 1) =>
        new(Vocabulary.Count, 1, new BlockShape(width, heads, 2 * width)) { LongestSequence = 32 };

    /// <summary>A row of digits and the same, sorted.</summary>
    /// <param name="digits">For example 3141.</param>
    public static SequencePair Pair(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        int[] tokens = Vocabulary.Encode(Vocabulary.Characters(digits));
        return new(tokens, [.. tokens.Order()]);
    }

    /// <summary>Draws a row of digits.</summary>
    /// <param name="random">The random number generator.</param>
    /// <param name="shortest">The fewest digits.</param>
    /// <param name="longest">The most digits.</param>
    public static SequencePair Draw(Random random, int shortest = 2, int longest = 8)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Pair(string.Concat(Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(_ => (char)('0' + random.Next(10)))));
    }

    /// <summary>A row of tokens as text.</summary>
    /// <param name="tokens">The tokens.</param>
    public static string Text(IEnumerable<int> tokens) => string.Concat(Vocabulary.Decode(tokens));
}
