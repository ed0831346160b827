using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Html;

/// <summary>Guesses what an identifier names from its position in one cell.</summary>
/// <param name="root">The cell's syntax.</param>
internal sealed class NameClass(SyntaxNode root)
{
    // Names that the cell itself gives to values, so that in "Rows.Length" a variable Rows is not taken for a type.
    private readonly HashSet<string> values = [.. root.DescendantNodes().Select(ValueName).OfType<string>()];

    /// <summary>The class of an identifier: <c>k</c>, <c>t</c>, <c>m</c> or none.</summary>
    internal string? Of(SyntaxToken identifier) => identifier.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        SimpleNameSyntax name => OfName(name),
        _ => null,
    };

    private string? OfName(SimpleNameSyntax name)
    {
        if (name is IdentifierNameSyntax { IsVar: true } or IdentifierNameSyntax { IsNint: true } or IdentifierNameSyntax { IsNuint: true })
            return "k";
        if (name.Parent is UsingDirectiveSyntax or QualifiedNameSyntax { Parent: UsingDirectiveSyntax or QualifiedNameSyntax }) return null;
        if (IsInvoked(name)) return name.Identifier.Text == "nameof" ? "k" : "m";
        if (SyntaxFacts.IsInTypeOnlyContext(name)) return name.Identifier.Text == "dynamic" ? "k" : "t";
        if (name is GenericNameSyntax) return "t";
        bool leftOfDot = name.Parent is MemberAccessExpressionSyntax access && access.Expression == name;
        return leftOfDot && char.IsUpper(name.Identifier.Text[0]) && !values.Contains(name.Identifier.Text) ? "t" : null;
    }

    private static bool IsInvoked(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access => access.Name == name && call.Expression == access,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax call } binding => call.Expression == binding,
        _ => false,
    };

    private static string? ValueName(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.Text,
        SingleVariableDesignationSyntax designation => designation.Identifier.Text,
        ParameterSyntax parameter => parameter.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ForEachStatementSyntax each => each.Identifier.Text,
        _ => null,
    };
}
