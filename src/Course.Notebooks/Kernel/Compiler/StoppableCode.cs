using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>
/// Rewrites a cell so that it can be stopped and can report its line. Each loop checks in every iteration whether it may continue, except
/// innermost loops that count or iterate over a sequence. That is safer than an abort, which has been seen to end the process, and the line
/// is known. A catch-all clause in a loop, <c>catch</c>, becomes <c>catch when (CellGuard.MayGoOn)</c>. The reason: the runtime rethrows an
/// abort at the end of a catch block; if the loop starts with the try, that place is inside the same try, and the abort would be caught and
/// rethrown forever. <c>Environment.Exit</c> records its line, and <c>Console.Clear</c> clears the cell's output. The variables
/// of a using declaration are disposed of when the cell has ended. Lines stay the same;
/// columns may change, so errors are reported from the original.
/// </summary>
internal sealed class StoppableCode(SemanticModel model) : CSharpSyntaxRewriter
{
    private static readonly CatchFilterClauseSyntax guard = SyntaxFactory
        .CatchFilterClause(SyntaxFactory.ParseExpression($"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.MayGoOn)}"))
        .NormalizeWhitespace();

    private static readonly SymbolDisplayFormat withType = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private static readonly StatementSyntax spin = SyntaxFactory.ParseStatement(
        $"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.Spin)}();");
    private static readonly ExpressionSyntax exit = SyntaxFactory.ParseExpression(
        $"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.Exit)}");
    private static readonly ExpressionSyntax clear = SyntaxFactory.ParseExpression(
        $"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.Clear)}");

    /// <summary>The rewritten root of the model's tree; the same root if there is nothing to change.</summary>
    internal static SyntaxNode Rewrite(SemanticModel model) => new StoppableCode(model).Visit(model.SyntaxTree.GetRoot());

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        var visited = (CompilationUnitSyntax)base.VisitCompilationUnit(node)!;
        if (!node.Members.Any(IsStatement))
            return visited;
        var members = new List<MemberDeclarationSyntax>();
        for (int i = 0; i < node.Members.Count; i++)
        {
            MemberDeclarationSyntax member = visited.Members[i];
            if (IsStatement(node.Members[i]))
            {
                int line = node.Members[i].GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                members.Add(At(line).WithLeadingTrivia(member.GetLeadingTrivia()));
                member = member.WithoutLeadingTrivia();
            }
            members.Add(member);
            if (CellSyntax.Disposal(node.Members[i]) is (Used: true, var awaited))
            {
                members.AddRange(((FieldDeclarationSyntax)node.Members[i]).Declaration.Variables
                    .Select(variable => Use(variable.Identifier.Text, awaited)));
            }
        }
        return visited.WithMembers([.. members]);
    }

    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node)
    {
        var visited = (CatchClauseSyntax)base.VisitCatchClause(node)!;
        return node.Filter is null && CatchesAll(node.Declaration) && node.Ancestors().Any(IsLoop) ? visited.WithFilter(guard) : visited;
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(Stoppable(visited.Statement));
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var visited = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return visited.WithStatement(Stoppable(visited.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return Counts(node) && IsInnermost(node.Statement) ? visited : visited.WithStatement(Stoppable(visited.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return IsInnermost(node.Statement) ? visited : visited.WithStatement(Stoppable(visited.Statement));
    }

    // for (...; i < n; i++) ends by itself; as an innermost loop it takes most of a lesson's time.
    // A counter of eight or sixteen bits may wrap around before it reaches its bound.
    private static bool Counts(ForStatementSyntax node) =>
        node.Condition is BinaryExpressionSyntax
        && node.Declaration?.Type.ToString() is not ("byte" or "sbyte" or "short" or "ushort" or "char")
        && node.Incrementors is [var step]
        && (step is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax
            || step.IsKind(SyntaxKind.AddAssignmentExpression)
            || step.IsKind(SyntaxKind.SubtractAssignmentExpression));

    private static bool IsInnermost(StatementSyntax body) => !body.DescendantNodesAndSelf().Any(IsLoop);

    private static BlockSyntax Stoppable(StatementSyntax body) => body switch
    {
        BlockSyntax block => block.WithStatements(block.Statements.Insert(0, spin)),
        _ => SyntaxFactory.Block(spin, body),
    };

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        return Replacement(node) is { } other ? visited.WithExpression(other.WithTriviaFrom(node.Expression)) : visited;
    }

    // Only calls with these names are looked up, because that takes time.
    private ExpressionSyntax? Replacement(InvocationExpressionSyntax call)
    {
        SimpleNameSyntax? name = call.Expression as SimpleNameSyntax ?? (call.Expression as MemberAccessExpressionSyntax)?.Name;
        if (name?.Identifier.ValueText is not (nameof(Environment.Exit) or nameof(Console.Clear)))
            return null;
        return model.GetSymbolInfo(call).Symbol?.ToDisplayString(withType) switch
        {
            "System.Environment.Exit" => exit,
            "System.Console.Clear" => clear,
            _ => null,
        };
    }

    // At the top level of a script, a variable declaration counts as a field.
    private static bool IsStatement(MemberDeclarationSyntax member) => member is GlobalStatementSyntax or FieldDeclarationSyntax;

    private static GlobalStatementSyntax At(int line) => SyntaxFactory.GlobalStatement(
        SyntaxFactory.ParseStatement(FormattableString.Invariant($"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.At)}({line});")));

    private static GlobalStatementSyntax Use(string variable, bool awaited) => SyntaxFactory.GlobalStatement(SyntaxFactory.ParseStatement(
        $"global::{typeof(CellGuard).FullName}.{nameof(CellGuard.Use)}"
            + $"({variable}, {(awaited ? "true" : "false")}, \"{variable.TrimStart('@')}\");"));

    private static bool CatchesAll(CatchDeclarationSyntax? declaration) =>
        declaration is null || declaration.Type.ToString().Split('.')[^1] is "Exception" or "SystemException" or "ThreadAbortException"
            or "ThreadInterruptedException";

    private static bool IsLoop(SyntaxNode node) =>
        node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}
