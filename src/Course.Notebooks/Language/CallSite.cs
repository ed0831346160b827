using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Language;

/// <summary>A call that is being written: <c>Math.Max(1, </c>, <c>new Perceptron(</c>, <c>table[</c>.</summary>
/// <param name="Arguments">The arguments in its parentheses.</param>
/// <param name="Index">The index of the argument at the caret, from 0.</param>
internal sealed record CallSite(BaseArgumentListSyntax Arguments, int Index)
{
    private const int Misfit = 1000;

    /// <summary>The innermost call whose parentheses contain a position; null if there is none.</summary>
    internal static CallSite? Around(SyntaxNode root, int position)
    {
        SyntaxToken left = root.FindToken(Math.Max(position - 1, 0));
        if (left.SpanStart >= position)
            left = left.GetPreviousToken(includeZeroWidth: true);
        for (SyntaxNode? node = left.Parent; node is not null and not BlockSyntax and not TypeDeclarationSyntax; node = node.Parent)
        {
            if (node is BaseArgumentListSyntax list && Contains(list, position))
                return new CallSite(list, list.Arguments.GetSeparators().Count(comma => !comma.IsMissing && comma.Span.End <= position));
        }
        return null;
    }

    /// <summary>The possible targets of the call, the most likely first.</summary>
    internal IReadOnlyList<ISymbol> Candidates(SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode call = Arguments.Parent!;
        ISymbol? chosen = model.GetSymbolInfo(call, cancellation).Symbol;
        ImmutableArray<ISymbol> all = call switch
        {
            InvocationExpressionSyntax invocation => Methods(model, invocation.Expression, cancellation),
            BaseObjectCreationExpressionSyntax creation =>
                [.. (model.GetTypeInfo(creation, cancellation).Type as INamedTypeSymbol)?.InstanceConstructors ?? []],
            ElementAccessExpressionSyntax access => [.. Indexers(model.GetTypeInfo(access.Expression, cancellation).Type)],
            _ => model.GetMemberGroup(call, cancellation),
        };
        return
        [
            .. all.Where(symbol => model.IsAccessible(Arguments.SpanStart, symbol))
                .OrderByDescending(symbol => SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, chosen?.OriginalDefinition))
                .ThenByDescending(symbol => Fit(model, symbol))
                .ThenBy(symbol => SignatureText.Parameters(symbol).Count),
        ];
    }

    /// <summary>The index of the parameter that receives the argument at the caret.</summary>
    internal int ParameterOf(ISymbol symbol)
    {
        string? name = Index < Arguments.Arguments.Count ? Arguments.Arguments[Index].NameColon?.Name.Identifier.ValueText : null;
        IReadOnlyList<IParameterSymbol> parameters = SignatureText.Parameters(symbol);
        return name is not null && parameters.FirstOrDefault(parameter => parameter.Name == name) is { } named ? named.Ordinal : Index;
    }

    // How well the existing arguments fit the parameters, and whether there is a parameter for the argument at the caret.
    private int Fit(SemanticModel model, ISymbol symbol) =>
        (Arguments.Arguments.Count > 0 && SignatureText.ParameterAt(symbol, Index) is null ? -Misfit : 0)
        + Arguments.Arguments.Where(argument => argument.NameColon is null && !argument.Expression.IsMissing).Select((argument, i) =>
            SignatureText.ParameterAt(symbol, i) is not { } parameter ? -Misfit
            : model.ClassifyConversion(argument.Expression, parameter.Type) is not { IsImplicit: true } conversion ? -Misfit
            : conversion.IsIdentity ? 1 : 0).Sum();

    private static bool Contains(BaseArgumentListSyntax list, int position)
    {
        SyntaxToken close = list.GetLastToken(includeZeroWidth: true);
        return list.GetFirstToken(includeZeroWidth: true).Span.End <= position && (close.IsMissing || position <= close.SpanStart);
    }

    private static IEnumerable<ISymbol> Indexers(ITypeSymbol? type) =>
        type?.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsIndexer) ?? [];

    private static ImmutableArray<ISymbol> Methods(SemanticModel model, ExpressionSyntax called, CancellationToken cancellation)
    {
        ImmutableArray<ISymbol> group = model.GetMemberGroup(called, cancellation);
        return group.IsEmpty && model.GetTypeInfo(called, cancellation).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
            ? [invoke]
            : group;
    }
}
