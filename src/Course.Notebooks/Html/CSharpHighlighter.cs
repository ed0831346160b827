using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Html;

/// <summary>
/// Highlights C# by its syntax alone: the text stays unchanged, with pieces of it wrapped in <c>span</c>s with a one-letter class.
/// </summary>
/// <remarks>
/// Classes: <c>k</c> keyword, <c>s</c> string or character, <c>n</c> number, <c>c</c> comment, <c>t</c> type, <c>m</c> method, <c>d</c>
/// directive. Nothing is compiled, so whether a name is a type is guessed from its position; see <see cref="NameClass"/>.
/// </remarks>
internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions options =
        new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The code as HTML, for use inside <c>&lt;pre&gt;&lt;code&gt;</c>.</summary>
    /// <param name="code">A cell's text. It need not compile.</param>
    internal static string ToHtml(string code)
    {
        code = code.ReplaceLineEndings("\n");
        List<TextSpan> directives = DirectiveLines(code);
        SyntaxNode root = CSharpSyntaxTree.ParseText(Blanked(code, directives), options).GetRoot();
        var names = new NameClass(root);
        var pieces = new List<(TextSpan Span, string? Class)>();
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            pieces.AddRange(token.LeadingTrivia.Select(Piece));
            pieces.Add((token.Span, TokenClass(token, names)));
            pieces.AddRange(token.TrailingTrivia.Select(Piece));
        }

        // A directive was blanked out, so it lies inside white space. If it lies inside a string that contains such a line, the string
        // wins.
        var html = new StringBuilder();
        foreach ((TextSpan span, string? kind) in pieces.Where(piece => !piece.Span.IsEmpty))
        {
            if (kind is null && directives.Exists(span.OverlapsWith))
                AppendWithDirectives(html, code, span, directives);
            else
                Append(html, code, span, kind);
        }

        return html.ToString();
    }

    // "#r", "#i" and "#!" lines are addressed to the notebook; the parser would fail on the last.
    private static List<TextSpan> DirectiveLines(string code) =>
        [.. SourceText.From(code).Lines
            .Where(line => IsDirective(line.ToString().TrimStart()))
            .Select(line => line.Span)];

    private static bool IsDirective(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal)
        || ((line.StartsWith("#r", StringComparison.Ordinal) || line.StartsWith("#i", StringComparison.Ordinal))
            && line.AsSpan(2).TrimStart() is ['"', ..]);

    private static string Blanked(string code, List<TextSpan> spans)
    {
        char[] text = code.ToCharArray();
        foreach (TextSpan span in spans)
            Array.Fill(text, ' ', span.Start, span.Length);
        return new string(text);
    }

    private static (TextSpan Span, string? Class) Piece(SyntaxTrivia trivia) => (trivia.FullSpan, trivia.Kind() switch
    {
        SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia => null,
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia => "c",
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => "c",
        _ => trivia.IsDirective ? "d" : null,
    });

    private static string? TokenClass(SyntaxToken token, NameClass names) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken => "s",
        SyntaxKind.IdentifierToken => names.Of(token),
        _ => token.IsKeyword() || SyntaxFacts.IsContextualKeyword(token.Kind()) ? "k" : null,
    };

    private static void AppendWithDirectives(StringBuilder html, string code, TextSpan span, List<TextSpan> directives)
    {
        int at = span.Start;
        foreach (TextSpan directive in directives)
        {
            if (directive.Intersection(span) is not { IsEmpty: false } part) continue;
            Append(html, code, TextSpan.FromBounds(at, part.Start), null);
            Append(html, code, part, "d");
            at = part.End;
        }

        Append(html, code, TextSpan.FromBounds(at, span.End), null);
    }

    private static void Append(StringBuilder html, string code, TextSpan span, string? kind)
    {
        if (span.IsEmpty) return;
        string text = WebUtility.HtmlEncode(code.Substring(span.Start, span.Length));
        if (kind is null)
            html.Append(text);
        else
            html.Append("<span class=\"").Append(kind).Append("\">").Append(text).Append("</span>");
    }
}
