using System.Globalization;

namespace Course.Notebooks.Kernel;

/// <summary>Cuts text between characters as readers see them, never inside one.</summary>
internal static class WholeCharacters
{
    // A character with its accents and joined parts (a flag, a family) is shorter than this.
    private const int Longest = 64;

    /// <summary>How many UTF-16 units of the text fit into a limit without dividing a character.</summary>
    internal static int Fitting(ReadOnlySpan<char> text, int limit)
    {
        if (text.Length <= limit)
            return text.Length;
        int at = Math.Max(0, limit - Longest);
        if (at > 0 && char.IsLowSurrogate(text[at]))
            at++;
        while (at + StringInfo.GetNextTextElementLength(text[at..]) is var next && next <= limit)
            at = next;
        return at;
    }
}
