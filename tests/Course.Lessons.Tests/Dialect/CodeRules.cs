using Course.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Lessons.Tests.Dialect;

/// <summary>What C# a notebook may use so that every engine of the dialect takes it.</summary>
internal static class CodeRules
{
    private static readonly HashSet<string> magics = ["#!import", "#!time", "#!who", "#!whos", "#!csharp", "#!markdown", "#!html"];

    internal static IEnumerable<string> ForbiddenForms(LessonFile file) =>
        from cell in file.CodeCells
        from node in LessonFile.SyntaxOf(cell).DescendantNodes(descendIntoTrivia: true)
        let form = Form(node)
        where form is not null
        select $"cell {cell.Id}, line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {form}";

    internal static IEnumerable<string> Directives(LessonFile file)
    {
        foreach (CodeCell cell in file.CodeCells)
        {
            bool code = false;
            foreach ((string line, int number) in cell.Source.Split('\n').Select((line, index) => (line.Trim(), index + 1)))
            {
                string word = line.Split(' ')[0];
                if (word.StartsWith("#!", StringComparison.Ordinal) && !magics.Contains(word))
                    yield return $"cell {cell.Id}, line {number}: {word} is not in the dialect";
                if (word is "#i" or "#load") yield return $"cell {cell.Id}, line {number}: {word} is not in the dialect";
                if (word == "#r" && code) yield return $"cell {cell.Id}, line {number}: #r stands after code";
                code |= line.Length > 0 && line[0] != '#' && !line.StartsWith("//", StringComparison.Ordinal);
            }
        }
    }

    private static string? Form(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax => "a namespace",
        ExtensionBlockDeclarationSyntax => "an extension block",
        BaseTypeDeclarationSyntax type when type.Modifiers.Any(SyntaxKind.FileKeyword) => "a file type",
        ParameterSyntax parameter when parameter.Modifiers.Any(SyntaxKind.ThisKeyword) => "an extension method",
        // In a script "using var x = ..." is read as a using directive that lacks its semicolon, or, after other code, skipped.
        UsingDirectiveSyntax { SemicolonToken.IsMissing: true } => "a using declaration at the top level",
        SkippedTokensTriviaSyntax skipped when skipped.Tokens.Any(token => token.IsKind(SyntaxKind.UsingKeyword)) =>
        "a using declaration at the top level",
        VariableDeclarationSyntax { Parent: FieldDeclarationSyntax { Parent: CompilationUnitSyntax } } variable when IsSpan(variable) =>
        "a span at the top level",
        _ => null,
    };

    private static bool IsSpan(VariableDeclarationSyntax variable) =>
        variable.Type is GenericNameSyntax { Identifier.Text: "Span" or "ReadOnlySpan" }
        || variable.Variables.Any(declarator => declarator.Initializer?.Value is StackAllocArrayCreationExpressionSyntax
            or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "AsSpan" } });
}
