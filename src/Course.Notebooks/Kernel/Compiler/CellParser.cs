using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>Splits a cell into C# and lines addressed to the kernel: those that begin with <c>#r</c> or <c>#!</c>.</summary>
internal sealed partial class CellParser
{
    private readonly string[] lines;
    private readonly List<CellPart> parts = [];
    private bool timed;

    private CellParser(string code) => lines = code.ReplaceLineEndings("\n").Split('\n');

    /// <exception cref="DirectiveException">A line contains a directive that the kernel does not know.</exception>
    internal static CellPlan Parse(string code)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
            return new CellPlan([new CodePart(1, code)], Timed: false);
        var parser = new CellParser(code);
        parser.ReadCode(0);
        return new CellPlan(parser.parts, parser.timed);
    }

    private void ReadCode(int from)
    {
        while (from < lines.Length)
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(string.Join('\n', lines[from..]), SubmissionChain.ParseOptions).GetRoot();
            int[] starts = Starts(from);
            var code = new string[lines.Length];
            lines.CopyTo(code, 0);
            int at = from;
            string? magic = null;
            for (; at < lines.Length; at++)
            {
                string line = lines[at].Trim();
                if (line is not ['#', ..])
                    continue;
                int position = starts[at - from] + lines[at].IndexOf('#');
                if (IsInsideToken(root, position))
                    continue;
                if (IsSwitchedOff(root, position, line) || Take(line, at, BeforeCode(root, starts[at - from])))
                {
                    code[at] = "";
                }
                else if (line.StartsWith("#!", StringComparison.Ordinal))
                {
                    magic = line;
                    break;
                }
            }
            AddCode(code, from, at);
            from = magic is null ? lines.Length : Obey(magic, at);
        }
    }

    /// <summary>
    /// Handles a line that is addressed to the kernel and does not divide the code around it; returns whether it was one.
    /// </summary>
    private bool Take(string line, int at, bool beforeCode)
    {
        if (Package().Match(line) is { Success: true } package)
        {
            string? version = package.Groups["version"] is { Success: true } said ? said.Value : null;
            parts.Add(new PackagePart(at + 1, package.Groups["name"].Value, version));
        }
        else if (beforeCode && Library().Match(line) is { Success: true } library)
            parts.Add(new LibraryPart(at + 1, library.Groups["path"].Value));
        else if (line == "#!time")
            timed = true;
        else
            return false;
        return true;
    }

    /// <summary>Adds what a magic asks for, and returns the line at which C# continues.</summary>
    private int Obey(string magic, int at)
    {
        string[] words = magic.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (words)
        {
            case ["#!csharp"]:
                return at + 1;
            case ["#!who"]:
            case ["#!whos"]:
                parts.Add(new WhoPart(at + 1, WithValues: words[0] == "#!whos"));
                return at + 1;
            case ["#!import", var file]:
                parts.Add(new ImportPart(at + 1, file.Trim('"')));
                return at + 1;
            case ["#!import"]:
                throw new DirectiveException("#!import wants a file: #!import other.ipynb (or .dib, .csx).", at + 1);
            case ["#!markdown"]:
                return AddText("text/markdown", at);
            case ["#!html"]:
                return AddText("text/html", at);
            default:
                string known = string.Join(", ", KernelDirective.Magics.SkipLast(1).Select(directive => directive.Name));
                throw new DirectiveException(
                    $"{words[0]} is not understood here: this kernel runs C#, and knows {known} and {KernelDirective.Magics[^1].Name}.",
                        at + 1);
        }
    }

    private int AddText(string mimeType, int at)
    {
        int end = Array.FindIndex(lines, at + 1, line => line.StartsWith("#!", StringComparison.Ordinal));
        if (end < 0)
            end = lines.Length;
        parts.Add(new TextPart(at + 1, mimeType, string.Join('\n', lines[(at + 1)..end]).Trim('\n')));
        return end;
    }

    private void AddCode(string[] code, int from, int to)
    {
        if (code[from..to].All(string.IsNullOrWhiteSpace))
            return;
        var text = new StringBuilder().Append('\n', from).AppendJoin('\n', code[from..to]);
        parts.Add(new CodePart(from + 1, text.ToString()));
    }

    private int[] Starts(int from)
    {
        var starts = new int[lines.Length - from];
        for (int i = 1; i < starts.Length; i++)
            starts[i] = starts[i - 1] + lines[from + i - 1].Length + 1;
        return starts;
    }

    // A line inside a raw string or a comment may begin with #!, but it is not a directive.
    internal static bool IsInsideToken(SyntaxNode root, int position)
    {
        SyntaxToken token = root.FindToken(position);
        if (token.Span.Contains(position))
            return true;
        SyntaxTrivia trivia = root.FindTrivia(position);
        return trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.DisabledTextTrivia);
    }

    // A magic between #if false and #endif; even there the compiler would reject it.
    private static bool IsSwitchedOff(SyntaxNode root, int position, string line) =>
        line.StartsWith("#!", StringComparison.Ordinal)
            && root.FindTrivia(position).GetStructure() is DirectiveTriviaSyntax { IsActive: false };

    private static bool BeforeCode(SyntaxNode root, int position)
    {
        SyntaxToken first = ((CompilationUnitSyntax)root).GetFirstToken(includeZeroWidth: true);
        return position <= first.SpanStart;
    }

    [GeneratedRegex("""^#r\s+"nuget:\s*(?<name>[^,"\s]+)\s*(,\s*(?<version>[^"\s]+)\s*)?"$""", RegexOptions.IgnoreCase)]
    private static partial Regex Package();

    [GeneratedRegex("""^#r\s+"(?<path>[^"]*)"(\s*//.*)?$""")]
    private static partial Regex Library();
}
