using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>
/// Records everything that a unit mentions: by name, by the types of its expressions, and without a name, as the compiler's operations say.
/// </summary>
internal sealed class CodeUnitReader(CodeUnit unit, SemanticModel model, CodeUnitIndex places)
{
    public void Read()
    {
        foreach (SyntaxNode node in unit.Syntax.DescendantNodesAndSelf())
        {
            if (model.GetDeclaredSymbol(node) is { } declared)
                unit.HoldsState |= declared is IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol && IsShared(declared);
            if (node is not (ExpressionSyntax or ConstructorInitializerSyntax or AttributeSyntax or SelectOrGroupClauseSyntax
                or OrderingSyntax))
                continue;
            int line = LineOf(node);
            SymbolInfo named = model.GetSymbolInfo(node);
            foreach (ISymbol symbol in named.Symbol is { } found ? [found] : named.CandidateSymbols)
            {
                // For Perceptron.Learn only the method is recorded, which includes its type; so a single member of a type can be allowed.
                if (symbol is not INamedTypeSymbol || !IsQualifier(node))
                    Note(symbol, line);
            }

            if (node is ExpressionSyntax expression && named.Symbol is not (INamedTypeSymbol or INamespaceSymbol))
            {
                TypeInfo type = model.GetTypeInfo(expression);
                Note(type.Type, line);
                Note(type.ConvertedType, line);
                Note(model.GetConversion(expression).MethodSymbol, line);
            }
        }

        // After what stands there by name: of two uses in a line, the learner recognises that one.
        foreach ((ISymbol? implied, SyntaxNode by) in unit.Syntax.DescendantNodesAndSelf().SelectMany(node => ImpliedUses.Of(node, model)))
            Note(implied, LineOf(by));
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>
    /// Whether a member follows the type's name, as in <c>Perceptron.Learn</c> and <c>Course.Perceptrons.Perceptron.Learn</c>.
    /// </summary>
    private static bool IsQualifier(SyntaxNode name)
    {
        SyntaxNode whole = name;
        while (whole.Parent is MemberAccessExpressionSyntax longer && longer.Name == whole)
            whole = longer;
        return whole.Parent is MemberAccessExpressionSyntax access && access.Expression == whole;
    }

    // A cell's variable is a field of the script's class; static members of a type declared in a cell are shared.
    private static bool IsShared(ISymbol declared) => declared.IsStatic || declared.ContainingType?.IsScriptClass == true;

    private void Note(ISymbol? symbol, int line)
    {
        switch (symbol)
        {
            case null or INamespaceSymbol or ILabelSymbol or IRangeVariableSymbol or IDiscardSymbol or IPreprocessingSymbol:
                break;
            case IAliasSymbol alias:
                Note(alias.Target, line);
                break;
            case ILocalSymbol or IParameterSymbol:
                break;
            case ITypeParameterSymbol:
                break;
            case IDynamicTypeSymbol:
                unit.Uses.TryAdd(("", "dynamic", null), line);
                break;
            case IArrayTypeSymbol array:
                Note(array.ElementType, line);
                break;
            case IPointerTypeSymbol pointer:
                Note(pointer.PointedAtType, line);
                break;
            case IFunctionPointerTypeSymbol function:
                unit.Uses.TryAdd(("", "delegate*", null), line);
                Note(function.Signature.ReturnType, line);
                break;
            case INamedTypeSymbol type:
                foreach (ITypeSymbol argument in type.TypeArguments)
                    Note(argument, line);
                NoteDefinition(type.OriginalDefinition, null, line);
                break;
            case IMethodSymbol
            {
                MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke
                or MethodKind.BuiltinOperator
            }:
                break;
            case IMethodSymbol method:
                foreach (ITypeSymbol argument in method.TypeArguments)
                    Note(argument, line);
                NoteMember((method.ReducedFrom ?? method).OriginalDefinition, line);
                break;
            default:
                NoteMember(symbol.OriginalDefinition, line);
                break;
        }
    }

    private void NoteMember(ISymbol member, int line)
    {
        if (member.ContainingType is not { } type)
            return;
        foreach (ITypeSymbol argument in type.TypeArguments)
            Note(argument, line);
        NoteDefinition(type.OriginalDefinition, member, line);
    }

    private void NoteDefinition(INamedTypeSymbol type, ISymbol? member, int line)
    {
        CodeUnit[] declaring = [.. places.Of(member ?? type)];
        if (declaring.Length > 0)
        {
            unit.Mentions.UnionWith(declaring.Where(other => other != unit));
            return;
        }

        // Members that the compiler generated for a type in a cell, such as a record's.
        CodeUnit[] around = [.. places.Of(type)];
        unit.Mentions.UnionWith(around.Where(other => other != unit));
        if (around.Length == 0 && !type.IsAnonymousType && !type.IsScriptClass && !type.IsImplicitClass)
            unit.Uses.TryAdd((NamespaceOf(type), FullName(type), member?.Name), line);
    }

    private static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } inside ? inside.ToDisplayString() : "";

    private static string FullName(INamedTypeSymbol type) => string.Join(
        '.', Enumerable.Repeat(NamespaceOf(type), 1).Where(name => name.Length > 0)
            .Concat(Outward(type).Reverse().Select(outer => outer.Name)));

    private static IEnumerable<INamedTypeSymbol> Outward(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.ContainingType)
            yield return at;
    }
}
