using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Kernels;

/// <summary>
/// Makes a cell stop where and when it is told to, and say where it stopped. A catch-all clause in a loop, <c>catch</c>, becomes <c>catch when (CellGuard.MayGoOn)</c>: the runtime raises an abort again
/// at the end of a catch block, but where the loop begins with the try, that place lies inside the same try, and it would be caught and
/// raised for ever. An endless loop, and one without a body, asks in each round whether it may go on: that is safer than an abort, and the line is known. <c>Environment.Exit</c> notes its line.
/// Lines stay as they are; columns may not, so errors are reported from the original.
/// </summary>
internal sealed class StoppableCode : CSharpSyntaxRewriter
{
    private static readonly CatchFilterClauseSyntax Guard = SyntaxFactory
        .CatchFilterClause(SyntaxFactory.ParseExpression($"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.MayGoOn)}"))
        .NormalizeWhitespace();

    private static readonly StatementSyntax Spin = SyntaxFactory.ParseStatement($"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.Spin)}();");
    private static readonly ExpressionSyntax Exit = SyntaxFactory.ParseExpression($"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.Exit)}");

    /// <summary>The same node where there is nothing to change.</summary>
    internal static SyntaxNode Rewrite(SyntaxNode root) => new StoppableCode().Visit(root);

    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node)
    {
        var visited = (CatchClauseSyntax)base.VisitCatchClause(node)!;
        return node.Filter is null && CatchesAll(node.Declaration) && node.Ancestors().Any(IsLoop) ? visited.WithFilter(Guard) : visited;
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return IsEndless(node.Condition, node.Statement) ? visited.WithStatement(Stoppable(visited.Statement)) : visited;
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var visited = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return IsEndless(node.Condition, node.Statement) ? visited.WithStatement(Stoppable(visited.Statement)) : visited;
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return IsEndless(node.Condition, node.Statement) ? visited.WithStatement(Stoppable(visited.Statement)) : visited;
    }

    // Only these: a check would cost the hot inner loops of a lesson more than it is worth.
    private static bool IsEndless(ExpressionSyntax? condition, StatementSyntax body) =>
        condition is null || condition.IsKind(SyntaxKind.TrueLiteralExpression) || body is EmptyStatementSyntax or BlockSyntax { Statements.Count: 0 };

    private static BlockSyntax Stoppable(StatementSyntax body) => body switch
    {
        BlockSyntax block => block.WithStatements(block.Statements.Insert(0, Spin)),
        _ => SyntaxFactory.Block(Spin, body),
    };

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node) =>
        node.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Exit" } member
        && member.Expression.ToString() is ("Environment" or "System.Environment" or "global::System.Environment")
            ? node.WithExpression(Exit.WithTriviaFrom(node.Expression))
            : base.VisitInvocationExpression(node);

    private static bool CatchesAll(CatchDeclarationSyntax? declaration) =>
        declaration is null || declaration.Type.ToString().Split('.')[^1] is "Exception" or "SystemException" or "ThreadAbortException" or "ThreadInterruptedException";

    private static bool IsLoop(SyntaxNode node) =>
        node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}
