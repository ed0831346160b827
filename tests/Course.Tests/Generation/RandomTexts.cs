using System.Globalization;
using System.Text;

namespace Course.Tests.Generation;

/// <summary>
/// Texts that tokenizers stumble over: runs of spaces of all kinds, contractions, marks, digits, characters beyond U+FFFF.
/// </summary>
internal static class RandomTexts
{
    private static readonly string[] spaces =
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(char.IsWhiteSpace).Select(space => space.ToString())];

    private static readonly string[] contractions =
        ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d", "'S", "'T", "'Re", "'VE", "'M", "'lL", "'D", "'", "''", "’s"];

    private static readonly string[] beyond = ["𐐀", "𠀀", "𝟘", "😀", "👨‍👩‍👧", "🇩🇪", "𐄇", "\U0001F3FD", "\U000E0100"];

    /// <summary>Calls an action with texts.</summary>
    internal static void Sample(int count, int seed, Action<string> action)
    {
        var random = new Random(seed);
        for (int n = 0; n < count; n++) action(Draw(random));
    }

    /// <summary>One text; it may be empty, and it has no half of a surrogate pair.</summary>
    internal static string Draw(Random random)
    {
        var text = new StringBuilder();
        for (int parts = random.Next(0, 20); parts > 0; parts--)
        {
            string part = random.Next(12) switch
            {
                0 => spaces[random.Next(spaces.Length)],
                1 => " ",
                2 => contractions[random.Next(contractions.Length)],
                3 or 4 => ((char)('a' + random.Next(26))).ToString(),
                5 => random.Next(100_000).ToString(CultureInfo.InvariantCulture),
                6 => ((char)random.Next(0x300, 0x370)).ToString(),
                7 => beyond[random.Next(beyond.Length)],
                8 => ((char)random.Next(0x21, 0x7f)).ToString(),
                9 => ((char)random.Next(0x80, 0xD800)).ToString(),
                10 => new Rune(random.Next(0x10000, 0x110000)).ToString(),
                _ => ((char)random.Next(0, 0x20)).ToString(),
            };
            for (int times = random.Next(4) == 0 ? random.Next(1, 9) : 1; times > 0; times--) text.Append(part);
        }
        return text.ToString();
    }
}
