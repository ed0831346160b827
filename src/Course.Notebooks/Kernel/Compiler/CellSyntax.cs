using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>
/// Parses a cell's C#. A script knows no <c>using</c> declaration at its top level, though every program does. Here the keyword becomes a
/// comment of the same length, so that lines and columns stay; the comment marks the variable as one to be disposed of.
/// </summary>
internal static class CellSyntax
{
    // As long as the words, and with a character that nobody types.
    private const string UsingMark = "/*\u2060*/";
    private const string AwaitMark = "/*\u2061*/";

    /// <summary>The tree of a cell's code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="path">The name of the code in stack traces.</param>
    /// <param name="cancellation">Stops the parser.</param>
    internal static SyntaxTree Parse(string code, string path = "", CancellationToken cancellation = default) =>
        CSharpSyntaxTree.ParseText(SourceText.From(Marked(code), Encoding.UTF8), SubmissionChain.ParseOptions, path, cancellation);

    /// <summary>Whether a declaration's variables are to be disposed of at the cell's end, and whether that is awaited.</summary>
    internal static (bool Used, bool Awaited) Disposal(MemberDeclarationSyntax member)
    {
        string before = member is FieldDeclarationSyntax ? member.GetLeadingTrivia().ToString() : "";
        return (before.Contains(UsingMark, StringComparison.Ordinal), before.Contains(AwaitMark, StringComparison.Ordinal));
    }

    /// <summary>The code with the keywords of its top-level using declarations as comments.</summary>
    internal static string Marked(string code)
    {
        if (!code.Contains("using", StringComparison.Ordinal))
            return code;
        SyntaxToken[] tokens = [.. SyntaxFactory.ParseTokens(code, options: SubmissionChain.ParseOptions)];
        var marked = new StringBuilder(code);
        int depth = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            depth += Depth(tokens[i]);
            if (depth != 0 || !tokens[i].IsKind(SyntaxKind.UsingKeyword) || !Declares(tokens.AsSpan(i + 1)))
                continue;
            Mark(marked, tokens[i], UsingMark);
            if (i > 0 && tokens[i - 1].Text == "await")
                Mark(marked, tokens[i - 1], AwaitMark);
        }
        return marked.ToString();
    }

    private static void Mark(StringBuilder code, SyntaxToken word, string mark)
    {
        code.Remove(word.SpanStart, word.Span.Length);
        code.Insert(word.SpanStart, mark);
    }

    private static int Depth(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
        SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
        _ => 0,
    };

    // using TYPE NAME = ...; an alias has no type: using NAME = ...
    private static bool Declares(ReadOnlySpan<SyntaxToken> next)
    {
        if (next is [] || next[0].Kind() is SyntaxKind.OpenParenToken or SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword)
            return false;
        int equals = 0;
        while (equals < next.Length && next[equals].Kind() is not (SyntaxKind.EqualsToken or SyntaxKind.SemicolonToken))
            equals++;
        return equals >= 2 && equals < next.Length && next[equals].IsKind(SyntaxKind.EqualsToken)
            && next[equals - 1].IsKind(SyntaxKind.IdentifierToken) && !next[equals - 2].IsKind(SyntaxKind.DotToken);
    }
}
