namespace Course;

/// <summary>
/// Blanks out everything in a C# text that is not code: comments, literals, directives. Positions stay the same, so braces and names can be
/// found reliably. Roslyn would do it better, but the library that a notebook loads does not ship a compiler.
/// </summary>
internal static class SourceScanner
{
    internal static string Blank(string text)
    {
        char[] outline = text.ToCharArray();
        int i = 0;
        while (i < text.Length)
        {
            int end = SkipNonCode(text, i);
            for (int j = i; j < end; j++)
            {
                if (outline[j] != '\n') outline[j] = ' ';
            }

            i = Math.Max(end, i + 1);
        }

        return new string(outline);
    }

    /// <summary>
    /// The end of the comment, literal or directive that begins at <paramref name="i"/>, or <paramref name="i"/> itself if none does.
    /// </summary>
    private static int SkipNonCode(string text, int i)
    {
        if (Starts(text, i, "//") || (text[i] == '#' && IsFirstOnLine(text, i))) return EndOf(text, "\n", i, included: false);
        if (Starts(text, i, "/*")) return EndOf(text, "*/", i + 2, included: true);
        if (text[i] == '\'') return SkipEscaped(text, i + 1, '\'');

        int quote = i;
        while (quote < text.Length && text[quote] is '$' or '@') quote++;
        return quote < text.Length && text[quote] == '"'
            ? SkipString(text, quote, dollars: text[i..quote].Count(c => c == '$'), verbatim: text[i..quote].Contains('@')) : i;
    }

    private static int SkipString(string text, int quote, int dollars, bool verbatim)
    {
        int quotes = Run(text, quote, '"');
        if (verbatim) return SkipVerbatim(text, quote + 1, dollars);
        if (quotes >= 3) return SkipRaw(text, quote + quotes, quotes, dollars);
        return quotes == 2 ? quote + 2 : SkipEscaped(text, quote + 1, '"', dollars);
    }

    private static int SkipEscaped(string text, int i, char end, int dollars = 0)
    {
        while (i < text.Length && text[i] != '\n')
        {
            if (text[i] == end) return i + 1;
            i = text[i] == '\\' ? i + 2 : dollars > 0 && text[i] == '{' ? SkipHole(text, i, dollars) : i + 1;
        }

        return Math.Min(i, text.Length);
    }

    private static int SkipVerbatim(string text, int i, int dollars)
    {
        while (i < text.Length)
        {
            if (Starts(text, i, "\"\"")) i += 2;
            else if (text[i] == '"') return i + 1;
            else i = dollars > 0 && text[i] == '{' ? SkipHole(text, i, dollars) : i + 1;
        }

        return i;
    }

    private static int SkipRaw(string text, int i, int quotes, int dollars)
    {
        while (i < text.Length)
        {
            int run = Run(text, i, '"');
            if (run >= quotes) return i + run;
            i = run > 0 ? i + run : dollars > 0 && text[i] == '{' ? SkipHole(text, i, dollars) : i + 1;
        }

        return i;
    }

    /// <summary>
    /// Skips an interpolation, which may contain strings of its own. A hole opens with as many braces as the string has dollars. An
    /// ordinary string escapes a brace by doubling it; a raw string treats fewer braces as text.
    /// </summary>
    private static int SkipHole(string text, int i, int dollars)
    {
        int braces = Run(text, i, '{');
        bool isText = braces < dollars || (dollars == 1 && braces % 2 == 0);
        i += braces;
        if (isText) return i;

        for (int depth = 1; i < text.Length && depth > 0;)
        {
            int end = SkipNonCode(text, i);
            if (end == i)
            {
                depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
                end++;
            }

            i = end;
        }

        return i;
    }

    private static int Run(string text, int i, char c)
    {
        int end = i;
        while (end < text.Length && text[end] == c) end++;
        return end - i;
    }

    private static bool Starts(string text, int i, string what) => string.CompareOrdinal(text, i, what, 0, what.Length) == 0;

    private static int EndOf(string text, string what, int from, bool included)
    {
        int found = text.IndexOf(what, from, StringComparison.Ordinal);
        return found < 0 ? text.Length : included ? found + what.Length : found;
    }

    private static bool IsFirstOnLine(string text, int i)
    {
        int line = i == 0 ? 0 : text.LastIndexOf('\n', i - 1) + 1;
        return text.AsSpan(line, i - line).IsWhiteSpace();
    }
}
