using Course.Notebooks.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Export;

/// <summary>Divides a cell into members of a class and statements of a method.</summary>
/// <param name="cell">Where they are added.</param>
/// <param name="model">What the compiler knows of the cell.</param>
internal sealed class CellTranslator(ProgramCell cell, SemanticModel model)
{
    public void Translate(CompilationUnitSyntax root)
    {
        cell.Usings.AddRange(root.Usings.Select(each => each.ToString()));
        FindKernelFunctions(root);
        foreach (MemberDeclarationSyntax member in root.Members)
        {
            switch (member)
            {
                case GlobalStatementSyntax statement:
                    Add(statement, isLast: member == root.Members[^1]);
                    break;
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    Declare(field, field.Declaration.Variables.Select(variable => variable.Identifier.Text), "");
                    break;
                case FieldDeclarationSyntax field:
                    Add(field);
                    break;
                case MethodDeclarationSyntax method:
                    Declare(method, [method.Identifier.Text], Static(method.Modifiers));
                    break;
                case PropertyDeclarationSyntax property:
                    Declare(property, [property.Identifier.Text], Static(property.Modifiers));
                    break;
                case BaseTypeDeclarationSyntax type:
                    Declare(type, [type.Identifier.Text], "");
                    break;
                case DelegateDeclarationSyntax type:
                    Declare(type, [type.Identifier.Text], "");
                    break;
                default:
                    throw Problem(member, $"a {member.Kind()} has no place in a program");
            }
        }

        string end = root.EndOfFileToken.LeadingTrivia.ToFullString();
        if (!string.IsNullOrWhiteSpace(end))
            cell.Statements.Add(end);
    }

    private static string Static(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.StaticKeyword) ? "" : "static ";

    private void Declare(MemberDeclarationSyntax member, IEnumerable<string> names, string modifier)
    {
        cell.Names.UnionWith(names);
        string leading = member.GetLeadingTrivia().ToFullString();
        string access = member.Modifiers.Any(each => SyntaxFacts.IsAccessibilityModifier(each.Kind())) ? "" : ProgramCell.Access;
        cell.Members.Add($"{leading}{access}{modifier}{member.ToFullString()[leading.Length..]}");
    }

    /// <summary>A variable: declared as a member, and given its value in its place.</summary>
    private void Add(FieldDeclarationSyntax field)
    {
        var values = new List<string>();
        foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
        {
            var symbol = (IFieldSymbol)model.GetDeclaredSymbol(variable)!;
            string type = Declare(symbol, field, field.Declaration.Type);
            if (variable.Initializer is { } value)
                values.Add(value.Value is InitializerExpressionSyntax
                    ? $"{variable.Identifier} = new {type} {value.Value};"
                    : $"{variable.Identifier.ToFullString()}{value.ToFullString().TrimEnd()};");
        }

        string comments = field.GetLeadingTrivia().ToFullString();
        if (values.Count > 0 || !string.IsNullOrWhiteSpace(comments))
            cell.Statements.Add(comments + string.Join(' ', values) + field.GetTrailingTrivia().ToFullString());
    }

    private string Declare(IFieldSymbol variable, SyntaxNode at, TypeSyntax? written)
    {
        if (HasNoName(variable.Type))
            throw Problem(at, $"the type of {variable.Name} has no name, so the program cannot declare it");
        string type = written is null or { IsVar: true } ? variable.Type.ToMinimalDisplayString(model, at.SpanStart) : written.ToString();
        cell.Names.Add(variable.Name);
        cell.Members.Add($"{ProgramCell.Access}static {type} {variable.Name};");
        return type;
    }

    private static bool HasNoName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasNoName(array.ElementType),
        INamedTypeSymbol named => named.IsAnonymousType || named.TypeArguments.Any(HasNoName),
        _ => false,
    };

    private void Add(GlobalStatementSyntax member, bool isLast)
    {
        StatementSyntax statement = member.Statement;
        cell.IsAsync |= statement
            .DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is AwaitExpressionSyntax or ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 });
        string text = WithoutDeclarations(statement);
        if (!isLast || statement is not ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last)
            cell.Statements.Add(text);
        else
        {
            string leading = statement.GetLeadingTrivia().ToFullString(), trailing = last.Expression.GetTrailingTrivia().ToFullString();
            string value = text[leading.Length..(text.Length - trailing.Length)];
            bool isShown = model.GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void;
            cell.Statements.Add(leading + (isShown ? $"Display.Show({value});" : $"{value};") + trailing);
        }
    }

    /// <summary>
    /// A statement in which <c>var (a, b)</c> and <c>out var a</c> are names of members: a script's are variables of all cells.
    /// </summary>
    private string WithoutDeclarations(StatementSyntax statement)
    {
        string text = statement.ToFullString();
        int start = statement.FullSpan.Start;
        foreach (DeclarationExpressionSyntax declared in statement.DescendantNodes().OfType<DeclarationExpressionSyntax>().Reverse())
        {
            IFieldSymbol[] fields = [.. declared.Designation.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()
                .Select(name => model.GetDeclaredSymbol(name)).OfType<IFieldSymbol>()];
            if (fields.Length == 0)
                continue;
            foreach (IFieldSymbol field in fields)
                Declare(field, declared, null);
            text = text[..(declared.SpanStart - start)] + declared.Designation + text[(declared.Span.End - start)..];
        }

        return text;
    }

    /// <summary>What every cell can call without a library: <c>display</c> has its like in the library, the others have not.</summary>
    private void FindKernelFunctions(SyntaxNode root)
    {
        foreach (IdentifierNameSyntax name in root.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name).Symbol is not IMethodSymbol { ContainingType.Name: nameof(CellFunctions) } function)
                continue;
            if (function.Name != nameof(CellFunctions.display))
                throw Problem(name, $"{function.Name} is the kernel's, and a program has none");
            cell.Displays = true;
        }
    }

    private ExportException Problem(SyntaxNode at, string message) =>
        ProgramExport.Problem(cell, at.GetLocation().GetLineSpan().StartLinePosition.Line + 1, message);
}
