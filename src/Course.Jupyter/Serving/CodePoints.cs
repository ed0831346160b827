namespace Course.Jupyter.Serving;

/// <summary>
/// Converts cursor positions: Jupyter counts Unicode characters, .NET counts UTF-16 units, and some characters take two units.
/// </summary>
internal static class CodePoints
{
    /// <summary>Converts a position in characters to one in units; a position beyond the end becomes the end.</summary>
    public static int ToUnits(string text, int characters)
    {
        int at = 0;
        for (; characters > 0 && at < text.Length; characters--)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>Converts a position in units to one in characters.</summary>
    public static int FromUnits(string text, int units)
    {
        int characters = 0;
        for (int at = 0; at < units && at < text.Length; characters++)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return characters;
    }
}
