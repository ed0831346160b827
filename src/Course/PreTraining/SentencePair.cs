namespace Course.PreTraining;

/// <summary>Two sentences as one text for BERT: [CLS] first [SEP] second [SEP]. Defined in lesson 13.</summary>
/// <param name="Text">The tokens.</param>
/// <param name="Segments">0 for [CLS], the first sentence and its [SEP]; 1 for the second and its [SEP].</param>
/// <param name="Follows">Whether the second sentence followed the first.</param>
public sealed record SentencePair(int[] Text, int[] Segments, bool Follows)
{
    /// <summary>Puts two sentences together.</summary>
    /// <param name="first">The tokens of the first.</param>
    /// <param name="second">The tokens of the second.</param>
    /// <param name="follows">Whether the second followed the first.</param>
    public static SentencePair Of(int[] first, int[] second, bool follows)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        int[] segments = new int[first.Length + second.Length + 3];
        segments.AsSpan(first.Length + 2).Fill(1);
        return new([WordPieces.Cls, .. first, WordPieces.Sep, .. second, WordPieces.Sep], segments, follows);
    }

    /// <summary>
    /// Draws a pair, section 3.1 of the paper: the two halves of one text or, in half of the cases, the first half of one and the second of
    /// another.
    /// </summary>
    /// <param name="texts">The texts' tokens, at least two texts.</param>
    /// <param name="random">Draws.</param>
    public static SentencePair Draw(IReadOnlyList<int[]> texts, Random random)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(random);
        int one = random.Next(texts.Count), other = random.Next(texts.Count - 1);
        bool follows = random.Next(2) == 0;
        (int[] first, int[] rest) = Halves(texts[one]);
        return Of(first, follows ? rest : Halves(texts[other < one ? other : other + 1]).Second, follows);
    }

    /// <summary>The two halves of a text; the first is the longer one if they differ.</summary>
    /// <param name="text">The tokens.</param>
    public static (int[] First, int[] Second) Halves(int[] text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int middle = (text.Length + 1) / 2;
        return (text[..middle], text[middle..]);
    }
}
