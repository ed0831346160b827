using System.Collections.Immutable;
using System.Text;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Language;

/// <summary>
/// What later cells can see of one cell or of several: their declarations, without the statements. Roslyn looks every name up in every
/// submission of a chain, so that a chain of two hundred cells would make completion slow; in one submission many cells cost no more than
/// one.
/// </summary>
internal sealed record CellGroup
{
    // A group is read anew when a cell joins it.
    private const int MostCells = 32;

    private int cells = 1;
    private bool isAlone;

    /// <summary>The declarations as C#, the usings first.</summary>
    internal required string Code { get; init; }

    /// <summary>What it declares.</summary>
    internal required ImmutableHashSet<string> Names { get; init; }

    /// <summary>All names that stand anywhere in its code.</summary>
    internal required ImmutableHashSet<string> Identifiers { get; init; }

    /// <summary>The usings that no earlier cell had.</summary>
    internal required ImmutableArray<string> Usings { get; init; }

    /// <summary>The assemblies that no earlier cell referred to.</summary>
    internal required ImmutableArray<MetadataReference> References { get; init; }

    /// <summary>What later cells see of a cell; null where it leaves nothing behind.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="references">The assemblies that no group so far refers to.</param>
    /// <param name="known">The usings of earlier cells.</param>
    internal static CellGroup? Of(SubmittedCode cell, ImmutableArray<MetadataReference> references, IReadOnlySet<string> known)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(cell.Code,
            SubmissionChain.ParseOptions.WithDocumentationMode(DocumentationMode.Parse)).GetRoot();
        ImmutableHashSet<string> names = [.. cell.Names];
        ImmutableArray<string> usings = [.. root.Usings.Select(directive => directive.ToString()).Where(text => !known.Contains(text))];
        if (names.IsEmpty && usings.IsEmpty)
            return null;
        return new CellGroup
        {
            // Between #if and #endif nothing can be taken out.
            Code = root.ContainsDirectives ? cell.Code : Declarations(root, usings),
            Names = names,
            Identifiers = [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.ValueText)],
            Usings = usings,
            References = references,
            isAlone = root.ContainsDirectives,
        };
    }

    /// <summary>This group and the one after it as one; null where some name would then mean something else.</summary>
    internal CellGroup? With(CellGroup next) =>
        isAlone || next.isAlone || cells + next.cells > MostCells || next.Usings.Length > 0 || next.References.Length > 0
        || Names.Overlaps(next.Names) || Identifiers.Overlaps(next.Names)
            ? null
            : this with
            {
                Code = Code + "\n" + next.Code,
                Names = Names.Union(next.Names),
                Identifiers = Identifiers.Union(next.Identifiers),
                cells = cells + next.cells,
            };

    /// <summary>
    /// Whether nothing of a group can be seen any more: later ones declare all its names anew, and none that they follow uses them.
    /// </summary>
    internal bool IsHiddenBy(IEnumerable<CellGroup> later)
    {
        if (Usings.Length > 0 || References.Length > 0)
            return false;
        ImmutableHashSet<string> visible = Names;
        foreach (CellGroup group in later)
        {
            visible = visible.Except(group.Names);
            if (group.Identifiers.Overlaps(visible))
                return false;
        }
        return visible.IsEmpty;
    }

    private static string Declarations(CompilationUnitSyntax root, ImmutableArray<string> usings)
    {
        var code = new StringBuilder().AppendJoin('\n', usings).Append('\n');
        foreach (MemberDeclarationSyntax member in root.Members)
        {
            // int.TryParse(text, out var number) declares a variable; a statement that does not, leaves nothing behind.
            if (member is not GlobalStatementSyntax statement)
                code.Append(member.ToFullString()).Append('\n');
            else if (statement.DescendantNodes().Any(node => node is VariableDesignationSyntax or VariableDeclaratorSyntax))
                code.Append(statement.ToFullString()).Append("\n;\n");
        }
        return code.ToString();
    }
}
