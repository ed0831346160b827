using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>One compiled piece of code, not yet run.</summary>
internal sealed class CompiledCell(string code, CSharpCompilation compilation, MemoryStream assembly, MemoryStream symbols)
{
    /// <summary>What the code declares that a script cannot hold; usually nothing.</summary>
    internal TypeLibrary? Library { get; init; }

    /// <summary>The code as it was written.</summary>
    internal string Code => code;

    internal CSharpCompilation Compilation => compilation;

    /// <summary>The portable symbols.</summary>
    internal MemoryStream Symbols => symbols;

    /// <summary>Whether some code contains nothing to run.</summary>
    internal static bool IsNothing(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count == 0;

    /// <summary>
    /// Loads the code into the default load context, where the libraries are that it references. A separate context would ask for second
    /// copies of them.
    /// </summary>
    /// <returns>A delegate that takes the states of all submissions so far and starts this one.</returns>
    internal Func<object?[], Task<object?>> Load()
    {
        IMethodSymbol entry = compilation.GetEntryPoint(CancellationToken.None)!;
        assembly.Position = 0;
        symbols.Position = 0;
        Assembly loaded = AssemblyLoadContext.Default.LoadFromStream(assembly, symbols);
        MethodInfo method = loaded.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return method.CreateDelegate<Func<object?[], Task<object?>>>();
    }

    /// <summary>Whether the code ends with an expression that has a value, null included.</summary>
    internal bool HasValue()
    {
        SyntaxTree tree = compilation.SyntaxTrees[0];
        MemberDeclarationSyntax? end = ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault();
        return end is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void;
    }
}
