using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>
/// What code uses without its name standing in it: <c>foreach</c> calls a GetEnumerator, <c>await</c> a GetAwaiter, an initializer an Add,
/// a query a Select. The compiler's operations and what it says of single nodes name it.
/// </summary>
internal static class ImpliedUses
{
    private static readonly string[] comparing = ["op_Equality", "op_Inequality", "op_True", "op_False"];

    /// <summary>The symbols that a node implies, with the nodes that imply them.</summary>
    public static IEnumerable<(ISymbol? Symbol, SyntaxNode Node)> Of(SyntaxNode node, SemanticModel model)
    {
        foreach (ISymbol? symbol in OfNode(node, model))
            yield return (symbol, node);
        // Only the outermost: it contains all others.
        if (model.GetOperation(node) is not { Parent: null } outermost)
            yield break;
        foreach (IOperation operation in outermost.DescendantsAndSelf())
        {
            yield return (operation.Type, operation.Syntax);
            foreach (ISymbol? symbol in OfOperation(operation))
                yield return (symbol, operation.Syntax);
        }
    }

    private static ISymbol?[] OfNode(SyntaxNode node, SemanticModel model) => node switch
    {
        ForEachVariableStatementSyntax loop =>
            [.. OfLoop(model.GetForEachStatementInfo(loop)), .. OfParts(model.GetDeconstructionInfo(loop))],
        CommonForEachStatementSyntax loop => OfLoop(model.GetForEachStatementInfo(loop)),
        AwaitExpressionSyntax wait => OfAwait(model.GetAwaitExpressionInfo(wait)),
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } parts =>
            OfParts(model.GetDeconstructionInfo(parts)),
        QueryClauseSyntax clause =>
            [model.GetQueryClauseInfo(clause).CastInfo.Symbol, model.GetQueryClauseInfo(clause).OperationInfo.Symbol],
        ExpressionSyntax item when item.Parent.IsKind(SyntaxKind.CollectionInitializerExpression) =>
            [model.GetCollectionInitializerSymbolInfo(item).Symbol],
        FixedStatementSyntax pinned => [.. pinned.Declaration.Variables.SelectMany(variable => Pinning(variable, model))],
        _ => [],
    };

    private static ImmutableArray<ISymbol> Pinning(VariableDeclaratorSyntax variable, SemanticModel model) =>
        variable.Initializer?.Value is { } value && model.GetTypeInfo(value).Type is INamedTypeSymbol pinned
            ? model.LookupSymbols(value.SpanStart, pinned, "GetPinnableReference", includeReducedExtensionMethods: true)
            : [];

    private static ISymbol?[] OfLoop(ForEachStatementInfo loop) =>
    [
        loop.GetEnumeratorMethod, loop.MoveNextMethod, loop.CurrentProperty, loop.DisposeMethod, loop.ElementConversion.MethodSymbol,
        loop.CurrentConversion.MethodSymbol, .. OfAwait(loop.MoveNextAwaitableInfo), .. OfAwait(loop.DisposeAwaitableInfo),
    ];

    private static ISymbol?[] OfAwait(AwaitExpressionInfo wait) => [wait.GetAwaiterMethod, wait.IsCompletedProperty, wait.GetResultMethod];

    private static IEnumerable<ISymbol?> AllParts(DeconstructionInfo parts) =>
        [parts.Method, parts.Conversion?.MethodSymbol, .. parts.Nested.SelectMany(AllParts)];

    private static ISymbol?[] OfParts(DeconstructionInfo parts) => [.. AllParts(parts)];

    private static ISymbol?[] OfOperation(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IObjectCreationOperation made => [made.Constructor],
        IMemberReferenceOperation member => [member.Member],
        IBinaryOperation binary => [binary.OperatorMethod],
        IUnaryOperation unary => [unary.OperatorMethod],
        IIncrementOrDecrementOperation step => [step.OperatorMethod],
        ICompoundAssignmentOperation change => [change.OperatorMethod, change.InConversion.MethodSymbol, change.OutConversion.MethodSymbol],
        IConversionOperation conversion => [conversion.OperatorMethod],
        ITupleBinaryOperation pair => [.. Comparing(pair.LeftOperand.Type), .. Comparing(pair.RightOperand.Type)],
        IRecursivePatternOperation pattern => [pattern.DeconstructSymbol, pattern.MatchedType],
        IListPatternOperation list => [list.LengthSymbol, list.IndexerSymbol],
        ISlicePatternOperation slice => [slice.SliceSymbol],
        IImplicitIndexerReferenceOperation index => [index.LengthSymbol, index.IndexerSymbol],
        ICollectionExpressionOperation collection => [collection.ConstructMethod],
        ISpreadOperation spread => [spread.ElementType, spread.ElementConversion.MethodSymbol],
        IWithOperation copy => [copy.CloneMethod],
        _ => [],
    };

    /// <summary>The operations do not say by which methods the parts of two tuples are compared: all that might be.</summary>
    private static IEnumerable<ISymbol> Comparing(ITypeSymbol? tuple) =>
        tuple is not INamedTypeSymbol { IsTupleType: true } parts ? []
            : parts.TupleElements.Select(part => part.Type).SelectMany(type => type is INamedTypeSymbol { IsTupleType: true } inner
                ? Comparing(inner) : comparing.SelectMany(name => type.GetMembers(name)));
}
