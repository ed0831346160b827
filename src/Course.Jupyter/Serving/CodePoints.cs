namespace Course.Jupyter.Serving;

/// <summary>
/// Cursor positions: Jupyter counts characters of Unicode, .NET counts the units of UTF-16, of which some characters take two.
/// </summary>
internal static class CodePoints
{
    /// <summary>The position in units of a position in characters; beyond the end, the end.</summary>
    public static int ToUnits(string text, int characters)
    {
        int at = 0;
        for (; characters > 0 && at < text.Length; characters--)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>The position in characters of a position in units.</summary>
    public static int FromUnits(string text, int units)
    {
        int characters = 0;
        for (int at = 0; at < units && at < text.Length; characters++)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return characters;
    }
}
