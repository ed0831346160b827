using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Language;

/// <summary>Explains the name at a position or, if there is none, the call whose parentheses contain the position.</summary>
internal static class Inspector
{
    internal static async Task<QuickInfo?> InspectAsync(Document document, int position, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        foreach (SyntaxToken token in Touched(root, position))
        {
            if (SymbolOf(model, token, cancellation) is { } symbol)
                return Explain(symbol, [.. model.GetMemberGroup(token.Parent!, cancellation)], parameter: null, cancellation);
        }
        return CallSite.Around(root, position) is { } call && call.Candidates(model, cancellation) is [var best, ..] candidates
            ? Explain(best, candidates, call.ParameterOf(best), cancellation)
            : null;
    }

    private static QuickInfo Explain(ISymbol symbol, IReadOnlyList<ISymbol> group, int? parameter, CancellationToken cancellation) =>
        new(SignatureText.Of(symbol, parameter), Documentation.Of(symbol, cancellation))
        {
            Overloads = [
                .. group.Where(other => !SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, symbol.OriginalDefinition))
                    .Select(other => SignatureText.Of(other)),
            ],
        };

    // The caret is before a name, in it, or right after it.
    private static IEnumerable<SyntaxToken> Touched(SyntaxNode root, int position)
    {
        SyntaxToken right = root.FindToken(position);
        if (right.SpanStart <= position)
            yield return right;
        if (position > 0 && root.FindToken(position - 1) is var left && left != right && left.Span.End == position)
            yield return left;
    }

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxToken token, CancellationToken cancellation)
    {
        if (token.Parent is not { } node || (!token.IsKind(SyntaxKind.IdentifierToken)
            && node is not (PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax)))
            return null;
        if (model.GetDeclaredSymbol(node, cancellation) is { } declared)
            return declared;
        SymbolInfo info = model.GetSymbolInfo(node, cancellation);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault()
            ?? model.GetMemberGroup(node, cancellation).FirstOrDefault();
        return symbol is IErrorTypeSymbol or { Name: "" } and not INamedTypeSymbol ? null : symbol;
    }
}
