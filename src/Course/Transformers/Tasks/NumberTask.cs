namespace Course.Transformers.Tasks;

/// <summary>Numbers in English words, to be translated into Chinese numerals. Defined in lesson 12.</summary>
public static class NumberTask
{
    /// <summary>The tokens of both languages.</summary>
    public static Vocabulary Vocabulary { get; } = new(
    [
        .. Enumerable.Range(0, 20).SelectMany(number => EnglishNumbers.Spell(number)),
        .. Enumerable.Range(2, 8).SelectMany(ten => EnglishNumbers.Spell(10 * ten)),
        "hundred", "thousand", "million",
        .. "零一二三四五六七八九十百千万亿".Select(sign => sign.ToString()),
    ]);

    /// <summary>A number in both languages.</summary>
    /// <param name="number">From 0; below 10⁹, since the vocabulary ends with millions.</param>
    public static SequencePair Pair(long number) => new(
        Vocabulary.Encode(EnglishNumbers.Spell(number)), Vocabulary.Encode(Vocabulary.Characters(ChineseNumerals.Write(number))));

    /// <summary>Draws a number: first how many digits it may have, so that small numbers are not rare.</summary>
    /// <param name="random">The random number generator.</param>
    /// <param name="digits">The most digits.</param>
    public static long Draw(Random random, int digits)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.NextInt64((long)Math.Pow(10, 1 + random.Next(digits)));
    }

    /// <summary>A translation as numerals.</summary>
    /// <param name="tokens">The tokens of the model.</param>
    public static string Text(IEnumerable<int> tokens) => string.Concat(Vocabulary.Decode(tokens));
}
