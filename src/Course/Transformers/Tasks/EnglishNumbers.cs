namespace Course.Transformers.Tasks;

/// <summary>Whole numbers in English words, both ways. Defined in lesson 12.</summary>
public static class EnglishNumbers
{
    /// <summary>The largest number that is spelt here.</summary>
    public const long Largest = 999_999_999_999;

    private static readonly string[] ones =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (string Name, long Size)[] groups = [("billion", 1_000_000_000), ("million", 1_000_000), ("thousand", 1_000)];

    /// <summary>The words of a number: 2,017 is two, thousand, seventeen.</summary>
    /// <param name="number">From 0 to <see cref="Largest"/>.</param>
    public static string[] Spell(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);
        if (number == 0) return [ones[0]];
        var words = new List<string>();
        foreach ((string name, long size) in groups)
        {
            if (number >= size) words.AddRange([.. BelowThousand(number / size), name]);
            number %= size;
        }
        return [.. words, .. BelowThousand(number)];
    }

    /// <summary>The number that some words name.</summary>
    /// <param name="words">Words as <see cref="Spell"/> gives them.</param>
    /// <exception cref="FormatException">The words are not in that form.</exception>
    public static long Parse(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        long total = 0, group = 0;
        foreach (string word in words)
        {
            long size = groups.FirstOrDefault(known => known.Name == word).Size;               // 0 if the word names no group
            if (Array.IndexOf(ones, word) is >= 0 and var one) group += one;
            else if (Array.IndexOf(tens, word) is >= 2 and var ten) group += 10 * ten;
            else if (word == "hundred") group *= 100;
            else if (size > 0) (total, group) = (total + group * size, 0);
            else throw Wrong(words);
        }
        // What is not spelt as this number would be spelt is no number: two three, hundred one.
        return total + group <= Largest && Spell(total + group).SequenceEqual(words) ? total + group : throw Wrong(words);
    }

    private static IEnumerable<string> BelowThousand(long number)
    {
        if (number >= 100) return [ones[number / 100], "hundred", .. BelowThousand(number % 100)];
        if (number >= 20) return [tens[number / 10], .. BelowThousand(number % 10)];
        return number == 0 ? [] : [ones[number]];
    }

    private static FormatException Wrong(IEnumerable<string> words) => new($"\"{string.Join(' ', words)}\" is no number in English words.");
}
