using System.Text;

namespace Course.Transformers.Tasks;

/// <summary>
/// Whole numbers in Chinese numerals, both ways. They count in groups of four digits: 万 is 10⁴ and 亿 is 10⁸. A gap of zeros inside is
/// spoken as one 零: 100,500 is 十万零五百. Defined in lesson 12.
/// </summary>
public static class ChineseNumerals
{
    /// <summary>The largest number that is written here.</summary>
    public const long Largest = 999_999_999_999;

    private const string Digits = "零一二三四五六七八九";

    private static readonly (string Name, long Size)[] groups = [("亿", 100_000_000), ("万", 10_000), ("", 1)];

    private static readonly (string Name, int Size)[] places = [("千", 1_000), ("百", 100), ("十", 10), ("", 1)];

    /// <summary>The numerals of a number: 2,017 is 二千零一十七.</summary>
    /// <param name="number">From 0 to <see cref="Largest"/>.</param>
    public static string Write(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);
        if (number == 0) return "零";
        var text = new StringBuilder();
        bool gap = false;
        foreach ((string group, long size) in groups)
        {
            int four = (int)(number / size % 10_000);
            foreach ((string place, int unit) in places)
            {
                int digit = four / unit % 10;
                if (digit == 0)
                {
                    gap = text.Length > 0;
                    continue;
                }
                if (gap) text.Append('零');
                gap = false;
                text.Append(Digits[digit]).Append(place);
            }
            if (four == 0) continue;
            text.Append(group);
            gap = false;                        // zeros at the end of a group are silent, unless the next group begins with zeros, too
        }
        // Ten is 十 and not 一十 at the beginning.
        return text.ToString(0, Math.Min(2, text.Length)) == "一十" ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    /// <summary>The number that some numerals name.</summary>
    /// <param name="text">Numerals as <see cref="Write"/> gives them.</param>
    /// <exception cref="FormatException">The text is not in that form.</exception>
    public static long Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        long total = 0, four = 0, digit = 0;
        foreach (char sign in text)
        {
            string name = sign.ToString();
            if (Digits.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var value) digit = value;
            else if (places.FirstOrDefault(place => place.Name == name) is { Size: > 0 } place)
                (four, digit) = (four + (digit == 0 ? 1 : digit) * place.Size, 0);      // 十 alone is one ten
            else if (groups.FirstOrDefault(group => group.Name == name) is { Size: > 0 } group)
                (total, four, digit) = (total + (four + digit) * group.Size, 0, 0);
            else throw Wrong(text);
        }
        long number = total + four + digit;
        return number <= Largest && Write(number) == text ? number : throw Wrong(text);
    }

    private static FormatException Wrong(string text) => new($"\"{text}\" is no number in Chinese numerals.");
}
