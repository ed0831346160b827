using System.Buffers;
using System.Text;
using Course.Notebooks.Kernel.Compiler;

namespace Course.Notebooks.Language;

/// <summary>
/// A cell's C# at its original positions: lines addressed to the kernel (<c>#r</c>, <c>#!time</c>, the text after <c>#!markdown</c>) are
/// replaced by as many blanks.
/// </summary>
/// <param name="Code">The C#, with the same length as the cell.</param>
/// <param name="Libraries">The paths that <c>#r</c> names.</param>
internal sealed record MaskedCell(string Code, IReadOnlyList<string> Libraries)
{
    // The characters at which the parser splits a cell into lines.
    private static readonly SearchValues<char> lineEnds = SearchValues.Create("\r\n");

    internal static MaskedCell Of(string cell)
    {
        if (!cell.Contains('#', StringComparison.Ordinal))
            return new MaskedCell(cell, []);
        CellPlan plan;
        try
        {
            plan = CellParser.Parse(cell);
        }
        catch (DirectiveException)
        {
            // An unknown magic, perhaps because it is still being typed.
            return new MaskedCell(Blank(cell, (_, line) => line.TrimStart().StartsWith("#!", StringComparison.Ordinal)), []);
        }
        var kept = new HashSet<int>();
        foreach (CodePart part in plan.Parts.OfType<CodePart>())
        {
            string[] lines = part.Code.Split('\n');
            kept.UnionWith(Enumerable.Range(0, lines.Length).Where(i => lines[i].Length > 0));
        }
        return new MaskedCell(Blank(cell, (i, _) => !kept.Contains(i)),
            [.. plan.Parts.OfType<LibraryPart>().Select(library => library.Path)]);
    }

    private static string Blank(string cell, Func<int, string, bool> isBlank)
    {
        var text = new StringBuilder(cell.Length);
        int number = 0;
        int start = 0;
        while (start < cell.Length)
        {
            int length = cell.AsSpan(start).IndexOfAny(lineEnds);
            int end = length < 0 ? cell.Length : start + length;
            string line = cell[start..end];
            text.Append(isBlank(number++, line) ? new string(' ', line.Length) : line);
            int next = Math.Min(cell.Length, cell.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1);
            text.Append(cell, end, next - end);
            start = next;
        }
        return text.ToString();
    }
}
