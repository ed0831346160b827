using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>
/// Compiles as libraries what cells declare and scripts cannot hold: namespaces, and classes with extension methods. Such types see each
/// other, libraries and the types of their own cell, but nothing that other cells declare.
/// </summary>
internal sealed class TypeLibraries(string name)
{
    private static readonly CSharpParseOptions parsing = SubmissionChain.ParseOptions.WithKind(SourceCodeKind.Regular);

    private static readonly CSharpCompilationOptions compiling = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, concurrentBuild: false,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    private readonly Dictionary<string, MetadataReference> earlier = [];
    private readonly HashSet<MetadataReference> all = [];
    private readonly HashSet<string> usings = [];
    private int count;

    /// <summary>Whether code has to be divided before it can be compiled.</summary>
    internal static bool AreIn(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members.Any(IsForeign);

    /// <summary>Code without the declarations that go into the library; lines and columns stay.</summary>
    internal static string Rest(string code, SyntaxTree tree)
    {
        TextSpan[] moved = [.. Moved(tree)];
        return Blanked(code, position => !moved.Any(span => span.Contains(position)));
    }

    /// <summary>The names of the types that go into the library, without those in namespaces and generic ones.</summary>
    internal static IEnumerable<string> PlainTypes(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members
        .OfType<BaseTypeDeclarationSyntax>().Where(type => type is not TypeDeclarationSyntax { TypeParameterList: not null })
        .Select(type => type.Identifier.Text);

    /// <summary>Compiles the library of a cell.</summary>
    /// <param name="code">The cell's code.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="references">The assemblies it may use.</param>
    /// <param name="errors">The compiler's errors.</param>
    /// <param name="cancellation">Stops the compiler.</param>
    /// <returns>The library; null if there are errors.</returns>
    internal TypeLibrary? Compile(
        string code, SyntaxTree tree, IEnumerable<MetadataReference> references, out ImmutableArray<Diagnostic> errors,
        CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        TextSpan[] kept = [.. Moved(tree), .. root.Usings.Select(directive => directive.Span)];
        SyntaxTree types = CSharpSyntaxTree.ParseText(
            Blanked(code, position => kept.Any(span => span.Contains(position))), parsing, tree.FilePath, Encoding.UTF8, cancellation);
        SyntaxTree visible = types.WithRootAndOptions(new Publisher().Visit(types.GetRoot(cancellation)), parsing);
        string library = $"{name}.{Hash(string.Join(' ', Names(root)))}";
        SyntaxTree common = CSharpSyntaxTree.ParseText(
            string.Join('\n', (string[])[.. SubmissionChain.Usings.Select(GlobalUsing), .. usings.Select(line => $"global {line}")])
                + string.Create(CultureInfo.InvariantCulture,
                    $"\n[assembly: System.Reflection.AssemblyVersion(\"1.0.{++count / 1000}.{count % 1000}\")]"),
            parsing, cancellationToken: cancellation);
        var compilation = CSharpCompilation.Create(
            library,
            [common, visible],
            [
                .. references.Where(other => !all.Contains(other)),
                .. earlier.Where(other => other.Key != library).Select(other => other.Value),
            ],
            compiling);
        SyntaxNode stoppable = StoppableCode.Rewrite(compilation.GetSemanticModel(visible));
        var assembly = new MemoryStream();
        var symbols = new MemoryStream();
        var result = compilation.ReplaceSyntaxTree(visible, visible.WithRootAndOptions(stoppable, parsing))
            .Emit(assembly, symbols, options: SubmissionChain.Emitting, cancellationToken: cancellation);
        errors = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        return result.Success
            ? new TypeLibrary(library, MetadataReference.CreateFromImage(assembly.ToArray()), assembly, symbols)
            : null;
    }

    /// <summary>Called when a cell has started: later libraries see its usings and its library.</summary>
    internal void Add(SyntaxTree tree, TypeLibrary? library)
    {
        if (library is not null)
        {
            earlier[library.Name] = library.Reference;
            all.Add(library.Reference);
        }
        usings.UnionWith(((CompilationUnitSyntax)tree.GetRoot()).Usings.Select(directive => directive.ToString()));
    }

    private static string GlobalUsing(string name) => $"global using {(name == typeof(CellFunctions).FullName ? "static " : "")}{name};";

    private static bool IsForeign(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax || (member is ClassDeclarationSyntax type && type.Members.Any(Extends));

    private static bool Extends(MemberDeclarationSyntax member) => member is ExtensionBlockDeclarationSyntax
        || (member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword));

    // The other types of the cell go with them, since they may be used there; the script sees them all the same.
    private static IEnumerable<TextSpan> Moved(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members
        .Where(member => IsForeign(member) || member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        .Select(member => member.Span);

    private static IEnumerable<string> Names(CompilationUnitSyntax root) => root.DescendantNodes(node => node is not TypeDeclarationSyntax)
        .Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            _ => "",
        })
        .Where(name => name.Length > 0).Order(StringComparer.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private static string Blanked(string code, Func<int, bool> isKept)
    {
        char[] text = code.ToCharArray();
        for (int i = 0; i < text.Length; i++)
            text[i] = text[i] is '\n' || isKept(i) ? text[i] : ' ';
        return new string(text);
    }

    /// <summary>Makes types public, so that later cells see them; in one program they would.</summary>
    private sealed class Publisher : CSharpSyntaxRewriter
    {
        private static readonly SyntaxToken word = SyntaxFactory.Token(SyntaxKind.PublicKeyword).WithTrailingTrivia(SyntaxFactory.Space);

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => Public(node);

        public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => Public(node);

        public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => Public(node);

        public override SyntaxNode? VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) => Public(node);

        public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => Public(node);

        public override SyntaxNode? VisitDelegateDeclaration(DelegateDeclarationSyntax node) => Public(node);

        private static MemberDeclarationSyntax Public(MemberDeclarationSyntax node)
        {
            if (node.Modifiers.Any(SyntaxKind.PublicKeyword) || node.Modifiers.Any(SyntaxKind.FileKeyword))
                return node;
            MemberDeclarationSyntax bare = node.WithoutLeadingTrivia();
            SyntaxTokenList others = [.. bare.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.InternalKeyword))];
            return bare.WithModifiers(others.Insert(0, word)).WithLeadingTrivia(node.GetLeadingTrivia());
        }
    }
}
