using System.Collections.Immutable;
using System.Text;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Language;

/// <summary>
/// What later cells can see of one or more cells: their declarations, without the statements. Roslyn looks up every name in every
/// submission of a chain, so a chain of two hundred cells would make completion slow. Many cells in one submission cost no more than one
/// cell.
/// </summary>
internal sealed record CellGroup
{
    // A group is parsed again when a cell joins it.
    private const int MostCells = 32;

    private int cells = 1;
    private bool isAlone;

    /// <summary>The declarations as C#, the usings first.</summary>
    internal required string Code { get; init; }

    /// <summary>The names it declares.</summary>
    internal required ImmutableHashSet<string> Names { get; init; }

    /// <summary>All names that occur anywhere in its code.</summary>
    internal required ImmutableHashSet<string> Identifiers { get; init; }

    /// <summary>The usings that no earlier cell had.</summary>
    internal required ImmutableArray<string> Usings { get; init; }

    /// <summary>The assemblies that no earlier cell referenced.</summary>
    internal required ImmutableArray<MetadataReference> References { get; init; }

    /// <summary>What later cells see of a cell; null if it leaves nothing behind.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="references">The assemblies that no group so far references.</param>
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
            // Between #if and #endif nothing can be removed.
            Code = root.ContainsDirectives ? cell.Code : Declarations(root, usings),
            Names = names,
            Identifiers = [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.ValueText)],
            Usings = usings,
            References = references,
            isAlone = root.ContainsDirectives,
        };
    }

    /// <summary>Combines this group and the next one; null if some name would then change its meaning.</summary>
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
    /// Whether nothing of a group is visible any more: later groups redeclare all its names, and no group in between uses them.
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
            // int.TryParse(text, out var number) declares a variable; a statement without a declaration leaves nothing behind.
            if (member is not GlobalStatementSyntax statement)
                code.Append(member.ToFullString()).Append('\n');
            else if (statement.DescendantNodes().Any(node => node is VariableDesignationSyntax or VariableDeclaratorSyntax))
                code.Append(statement.ToFullString()).Append("\n;\n");
        }
        return code.ToString();
    }
}
