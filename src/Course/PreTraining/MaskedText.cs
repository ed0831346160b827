namespace Course.PreTraining;

/// <summary>A text with hidden words, and which words were hidden: section 3.1 of BERT's paper. Defined in lesson 13.</summary>
/// <param name="Input">The tokens that the model sees.</param>
/// <param name="Targets">The hidden tokens, and <see cref="NotAsked"/> in all other places.</param>
public sealed record MaskedText(int[] Input, int[] Targets)
{
    /// <summary>Stands where no word is asked for: the number of padding, which is asked for nowhere either.</summary>
    public const int NotAsked = WordPieces.Padding;

    /// <summary>
    /// Chooses tokens at random. Of those that are chosen, 80 % become <see cref="WordPieces.Mask"/>, 10 % any token, and 10 % stay as
    /// they are; the model has to guess them all. Special tokens are never chosen.
    /// </summary>
    /// <param name="text">The tokens.</param>
    /// <param name="vocabulary">The number of tokens.</param>
    /// <param name="random">Chooses.</param>
    /// <param name="share">The chance of each token to be chosen.</param>
    public static MaskedText Of(int[] text, int vocabulary, Random random, double share = 0.15)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(random);
        int[] input = [.. text], targets = new int[text.Length];
        for (int t = 0; t < text.Length; t++)
        {
            bool chosen = text[t] >= WordPieces.Special && random.NextDouble() < share;
            targets[t] = chosen ? text[t] : NotAsked;
            if (!chosen) continue;
            double what = random.NextDouble();
            if (what < 0.8) input[t] = WordPieces.Mask;
            else if (what < 0.9) input[t] = random.Next(WordPieces.Special, vocabulary);
        }
        return new(input, targets);
    }
}
