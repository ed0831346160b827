namespace Course;

/// <summary>Breaks long lines of C#, so that code written for an editor fits a notebook's cell.</summary>
internal static class SourceLines
{
    private const int Columns = 90;

    // No piece of a line is so short that reading stumbles over it.
    private const int Shortest = 30;

    private static readonly string[] operators = ["=>", "&&", "||", "??", "?", ":", "+", "-", "*", "/"];

    /// <summary>The same code with no line longer than 90 columns, unless a literal or a name makes it so.</summary>
    internal static string Wrap(string code)
    {
        string[] outline = SourceScanner.Blank(code).Split('\n');
        return string.Join('\n', code.Split('\n').SelectMany((line, i) => line.Length > Columns ? Pieces(line, outline[i]) : [line]));
    }

    private static IEnumerable<string> Pieces(string line, string outline)
    {
        int indent = line.Length - line.TrimStart().Length, code = outline.TrimEnd().Length;
        if (line[code..].TrimStart().StartsWith("//", StringComparison.Ordinal))
        {
            // A remark behind code goes above it.
            foreach (string remark in Remark(line[code..].Trim(), line[..indent])) yield return remark;
            if (code == 0) yield break;
            (line, outline) = (line[..code], outline[..code]);
        }

        string margin = line[..indent] + "    ";
        while (line.Length > Columns && Break(outline, indent) is > 0 and int at)
        {
            yield return line[..at];
            (line, outline, indent) = (margin + line[(at + 1)..], margin + outline[(at + 1)..], margin.Length);
        }

        yield return line;
    }

    /// <summary>The last place to break at, among those inside the fewest brackets; -1 if there is none.</summary>
    private static int Break(string outline, int indent)
    {
        int best = -1, fewest = int.MaxValue, depth = 0;
        for (int i = indent; i <= Columns; i++)
        {
            depth += outline[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (i >= indent + Shortest && depth <= fewest && MayBreak(outline, i)) (best, fewest) = (i, depth);
        }

        return best;
    }

    // After a comma, and before an operator.
    private static bool MayBreak(string outline, int space) =>
        outline[space] == ' '
        && (outline[space - 1] == ','
            || operators.Any(op => string.CompareOrdinal(outline, space + 1, op + " ", 0, op.Length + 1) == 0));

    private static IEnumerable<string> Remark(string remark, string margin)
    {
        string line = margin;
        foreach (string word in remark.Split(' '))
        {
            if (line.Length + word.Length > Columns)
            {
                yield return line.TrimEnd();
                line = margin + "// ";
            }

            line += word + ' ';
        }

        yield return line.TrimEnd();
    }
}
