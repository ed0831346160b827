using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>Splits a cell into C# and lines addressed to the kernel: those that begin with <c>#r</c>, <c>#i</c>,
/// <c>#load</c> or <c>#!</c>.</summary>
internal sealed class CellParser
{
    private readonly string[] lines;
    private readonly List<CellPart> parts = [];
    private bool timed;

    private CellParser(string code) => lines = code.Split('\n');

    /// <exception cref="DirectiveException">A line contains a directive that the kernel does not know.</exception>
    internal static CellPlan Parse(string code)
    {
        code = code.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
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
                else if (DirectiveLine.DividesCode(line))
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
        var directive = DirectiveLine.Of(line);
        switch (directive.Name)
        {
            case "#r" when directive.Package is { } package:
                parts.Add(new PackagePart(at + 1, package.Name, package.Version));
                return true;
            case "#r" when directive.IsPackage:
                throw new DirectiveException($"{line} is not understood: write #r \"nuget: Name, Version\".", at + 1);
            case "#r" when beforeCode:
                parts.Add(new LibraryPart(at + 1, directive.Argument));
                return true;
            case "#i":
                parts.Add(new SourcePart(at + 1, directive.Source));
                return true;
            case "#!time":
                timed = true;
                return true;
            case ['#', '!', '/', ..] when at == 0:
                // The line that makes a script executable.
                return true;
            default:
                return false;
        }
    }

    /// <summary>Adds what a magic asks for, and returns the line at which C# continues.</summary>
    private int Obey(string magic, int at)
    {
        var directive = DirectiveLine.Of(magic);
        switch (directive.Name)
        {
            case "#!csharp" or "#!c#" when directive.Argument == "":
                return at + 1;
            case "#!who" or "#!whos" when directive.Argument == "":
                parts.Add(new WhoPart(at + 1, WithValues: directive.Name == "#!whos"));
                return at + 1;
            case "#!import" or "#load" when directive.Argument != "":
                parts.Add(new ImportPart(at + 1, directive.Argument));
                return at + 1;
            case "#!import" or "#load":
                throw new DirectiveException($"{directive.Name} wants a file: #!import other.ipynb (or .dib, .csx, .cs).", at + 1);
            case "#!markdown":
                return AddText("text/markdown", at, text => text);
            case "#!html":
                return AddText("text/html", at, text => text);
            case "#!mermaid":
                // Front ends that know Mermaid draw such a block; others show its text.
                return AddText("text/markdown", at, text => $"```mermaid\n{text}\n```");
            default:
                string known = string.Join(", ", KernelDirective.Magics.SkipLast(1).Select(directive => directive.Name));
                throw new DirectiveException(
                    $"{directive.Name} is not understood here: this kernel runs C#, and knows {known} and "
                        + $"{KernelDirective.Magics[^1].Name}.",
                    at + 1);
        }
    }

    private int AddText(string mimeType, int at, Func<string, string> shown)
    {
        int end = Array.FindIndex(lines, at + 1, line => line.StartsWith("#!", StringComparison.Ordinal));
        if (end < 0)
            end = lines.Length;
        parts.Add(new TextPart(at + 1, mimeType, shown(string.Join('\n', lines[(at + 1)..end]).Trim('\n'))));
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
        DirectiveLine.IsOne(line)
            && root.FindTrivia(position).GetStructure() is DirectiveTriviaSyntax { IsActive: false };

    private static bool BeforeCode(SyntaxNode root, int position)
    {
        SyntaxToken first = ((CompilationUnitSyntax)root).GetFirstToken(includeZeroWidth: true);
        return position <= first.SpanStart;
    }
}
