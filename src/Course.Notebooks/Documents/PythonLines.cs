namespace Course.Notebooks.Documents;

/// <summary>Splits text as Python's <c>str.splitlines(True)</c> does; Jupyter lays out long text in a file this way.</summary>
internal static class PythonLines
{
    internal static IReadOnlyList<string> Split(string text)
    {
        var lines = new List<string>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!EndsLine(text[i]))
                continue;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            lines.Add(text[start..(i + 1)]);
            start = i + 1;
        }
        if (start < text.Length)
            lines.Add(text[start..]);
        return lines;
    }

    // Python treats more characters as line ends than C# does; without them a file would differ from Jupyter's.
    private static bool EndsLine(char c) =>
        c is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029';
}
