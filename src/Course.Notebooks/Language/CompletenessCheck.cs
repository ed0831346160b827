using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.Language;

/// <summary>
/// Checks whether a cell can be run as it stands. An ordinary string that is not closed on its line can never become valid. A later line
/// may close a raw or verbatim string, a comment, a bracket or a statement.
/// </summary>
internal static class CompletenessCheck
{
    private const int IndentSize = 4;

    internal static CompletenessAnswer Check(string code)
    {
        CellPlan plan;
        try
        {
            plan = CellParser.Parse(code);
        }
        catch (DirectiveException)
        {
            return new CompletenessAnswer(CellCompleteness.Invalid, "");
        }
        CodePart[] parts = [.. plan.Parts.OfType<CodePart>()];
        CellCompleteness completeness = CellCompleteness.Complete;
        foreach (CodePart part in parts)
        {
            completeness = Of(part.Code);
            // A magic ends the C# before it, so only the last part may be incomplete.
            if (completeness == CellCompleteness.Incomplete && (part != parts[^1] || part != plan.Parts[^1]))
                completeness = CellCompleteness.Invalid;
            if (completeness == CellCompleteness.Invalid)
                break;
        }
        return new CompletenessAnswer(completeness, completeness == CellCompleteness.Incomplete ? Indent(parts[^1].Code) : "");
    }

    private static CellCompleteness Of(string code)
    {
        SyntaxTree tree = CellSyntax.Parse(code);
        Diagnostic[] errors = [.. tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length == 0)
            return SyntaxFactory.IsCompleteSubmission(tree) ? CellCompleteness.Complete : CellCompleteness.Incomplete;
        // Errors at the end can be fixed by more text; an earlier error remains.
        int end = code.AsSpan().TrimEnd().Length;
        return SyntaxFactory.IsCompleteSubmission(tree) || tree.GetRoot().ContainsSkippedText
            || errors.Any(error => error.Location.SourceSpan.End < end && !IsOpen(error.Id))
            ? CellCompleteness.Invalid
            : CellCompleteness.Incomplete;
    }

    // Unclosed comments and strings are reported where they begin.
    private static bool IsOpen(string id) => id is "CS1035" or "CS1039" or "CS8997";

    private static string Indent(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, SubmissionChain.ParseOptions);
        if (tree.GetDiagnostics().Any(error => IsOpen(error.Id)))
            return "";
        int depth = tree.GetRoot().DescendantTokens().Where(token => !token.IsMissing).Sum(token => token.Kind() switch
        {
            SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
            SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
            _ => 0,
        });
        return new string(' ', IndentSize * Math.Max(depth, 0));
    }
}
