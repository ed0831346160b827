using System.Globalization;
using System.Text;

namespace Course.Generation;

/// <summary>
/// Splits a text into words before pairs are merged, so that no token reaches across the border of two words. It does what the pattern of
/// OpenAI's code for GPT-2 does (github.com/openai/gpt-2, encoder.py), with code points as its characters. .NET's regular expressions take
/// UTF-16 units instead, to which no letter and no digit beyond U+FFFF is one. Defined in lesson 14.
/// </summary>
public static class PreTokenizer
{
    /// <summary>The pattern: contractions; letters, digits or other signs, each with one space before; spaces.</summary>
    public const string Pattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private enum Kind
    {
        Letter,
        Digit,
        Space,
        Other,
    }

    /// <summary>The words of a text; together they are the text.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = FirstWord(text.AsSpan(at));
            words.Add(text.Substring(at, length));
        }
        return words;
    }

    /// <summary>The length of the first word.</summary>
    /// <param name="text">A text that is not empty.</param>
    /// <returns>UTF-16 units, at least 1.</returns>
    public static int FirstWord(ReadOnlySpan<char> text)
    {
        if (Contraction(text) is > 0 and int length) return length;
        int from = text[0] == ' ' && text.Length > 1 ? 1 : 0;                       // " ?"
        Kind kind = KindAt(text[from..], out _);
        if (kind != Kind.Space) return EndOfRun(text, from, kind);
        int end = EndOfRun(text, 0, Kind.Space);
        return end < text.Length && end > 1 ? end - 1 : end;                        // the last space belongs to the word behind it
    }

    /// <summary>The length of a contraction at the beginning, or 0. Only small letters count, as published.</summary>
    private static int Contraction(ReadOnlySpan<char> text) => text switch
    {
        ['\'', 's' or 't' or 'm' or 'd', ..] => 2,
        ['\'', 'r' or 'v', 'e', ..] or ['\'', 'l', 'l', ..] => 3,
        _ => 0,
    };

    private static int EndOfRun(ReadOnlySpan<char> text, int from, Kind kind)
    {
        int end = from;
        while (end < text.Length && KindAt(text[end..], out int units) == kind) end += units;
        return end;
    }

    private static Kind KindAt(ReadOnlySpan<char> text, out int units)
    {
        Rune.DecodeFromUtf16(text, out Rune rune, out units);                       // half a pair counts as U+FFFD, which is a sign
        if (Rune.IsWhiteSpace(rune)) return Kind.Space;
        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherLetter => Kind.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Digit,
            _ => Kind.Other,
        };
    }
}
