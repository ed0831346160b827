using System.Text;

namespace Course.Notebooks.Results;

/// <summary>Turns text written by a notebook into one line for the console.</summary>
internal static class OneLine
{
    private const int Longest = 400;

    /// <summary>
    /// The text with line ends and control characters (which could manipulate a terminal) replaced by single blanks, and cut if it is long.
    /// </summary>
    public static string Of(string text)
    {
        var line = new StringBuilder();
        foreach (char c in text)
        {
            if (line.Length >= Longest)
            {
                if (char.IsHighSurrogate(line[^1]))
                    line.Length--;
                return line.Append("...").ToString();
            }

            if (!char.IsControl(c) && !char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }
}
