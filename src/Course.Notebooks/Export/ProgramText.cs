using System.Globalization;
using System.Text;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.Export;

/// <summary>
/// The text of a program. Where a cell declares a name anew, a class begins that derives from the one before it: as in a notebook, earlier
/// cells go on with the earlier meaning.
/// </summary>
internal static class ProgramText
{
    // What the kernel opens for every cell.
    private static readonly string[] usings =
        ["System", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks", "Course"];

    public static string Of(IReadOnlyList<ProgramCell> cells, ProgramFrame frame)
    {
        List<List<ProgramCell>> parts = Parts(cells);
        string NameOf(int part) => parts.Count == 1 ? frame.ClassName
            : string.Create(CultureInfo.InvariantCulture, $"{frame.ClassName}Part{part + 1}");
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"// {frame.Heading}").AppendLine();
        foreach (string directive in frame.Directives)
            text.AppendLine(directive);
        text.AppendLine("#pragma warning disable").AppendLine();
        foreach (string line in usings.Select(name => $"using {name};").Concat(cells.SelectMany(cell => cell.Usings)).Distinct().OrderBy(Rank))
            text.AppendLine(line);

        text.AppendLine().AppendLine("string here = (string)AppContext.GetData(\"EntryPointFileDirectoryPath\");");
        foreach (string line in frame.Opening)
            text.AppendLine(line);
        text.AppendLine(CultureInfo.InvariantCulture, $"OutputPage.Open(System.IO.Path.Combine(here, \"{frame.PageName}\"));").AppendLine();
        foreach ((int number, List<ProgramCell> part) in parts.Index())
        {
            foreach (ProgramCell cell in part.Where(cell => cell.Statements.Count > 0))
                text.AppendLine(CultureInfo.InvariantCulture, $"{(cell.IsAsync ? "await " : "")}{NameOf(number)}.{cell.Method}();");
        }

        foreach ((int number, List<ProgramCell> part) in parts.Index())
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"class {NameOf(number)}{(number > 0 ? $" : {NameOf(number - 1)}" : "")}").AppendLine("{");
            if (number == 0 && cells.Any(cell => cell.Displays))
                text.AppendLine("    protected static DisplayHandle display(object value) => Display.Show(value);");
            foreach (ProgramCell cell in part)
                Write(cell, parts.Count > 1, text);
            text.AppendLine("}");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    // First namespaces, then static ones, then aliases, as they usually stand.
    private static int Rank(string line) =>
        line.Contains('=', StringComparison.Ordinal) ? 2 : line.StartsWith("using static ", StringComparison.Ordinal) ? 1 : 0;

    private static List<List<ProgramCell>> Parts(IEnumerable<ProgramCell> cells)
    {
        List<List<ProgramCell>> parts = [[]];
        HashSet<string> declared = [];
        foreach (ProgramCell cell in cells)
        {
            if (cell.Names.Overlaps(declared))
            {
                parts.Add([]);
                declared.Clear();
            }

            parts[^1].Add(cell);
            declared.UnionWith(cell.Names);
        }

        return parts;
    }

    private static void Write(ProgramCell cell, bool isDerivedFrom, StringBuilder text)
    {
        text.AppendLine();
        if (cell.Prose is { } prose)
        {
            foreach (string line in prose.ReplaceLineEndings("\n").Split('\n'))
                text.AppendLine($"    // {line}".TrimEnd());
            return;
        }

        bool hasMembers = false;
        foreach (string member in cell.Members)
        {
            bool isBlock = member.Trim('\n').Contains('\n', StringComparison.Ordinal);
            if (hasMembers && isBlock)
                text.AppendLine();
            Indent(member.Replace(ProgramCell.Access, isDerivedFrom ? "protected " : "", StringComparison.Ordinal), 4, text);
            hasMembers = true;
        }

        if (cell.Statements.Count == 0)
            return;
        if (hasMembers)
            text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"    internal static {(cell.IsAsync ? "async Task" : "void")} {cell.Method}()").AppendLine("    {");
        Indent(string.Concat(cell.Statements.Select(WithEnd)), 8, text);
        text.AppendLine("    }");
    }

    private static string WithEnd(string statement) => statement.EndsWith('\n') ? statement : statement + "\n";

    /// <summary>Indents each line, except those that begin inside a string: there blanks would be content.</summary>
    private static void Indent(string code, int columns, StringBuilder text)
    {
        code = code.ReplaceLineEndings("\n").Trim('\n');
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, SubmissionChain.ParseOptions).GetRoot();
        int position = 0;
        foreach (string line in code.Split('\n'))
        {
            SyntaxToken token = root.FindToken(position);
            bool isString = token.SpanStart < position && position < token.Span.End;
            text.Append(' ', isString || line.Length == 0 ? 0 : columns).Append(line).Append('\n');
            position += line.Length + 1;
        }
    }
}
