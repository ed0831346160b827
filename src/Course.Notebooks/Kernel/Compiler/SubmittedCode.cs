using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>A piece of code that has been started.</summary>
/// <param name="Code">The code in its original form.</param>
/// <param name="Compilation">Its compilation.</param>
internal sealed record SubmittedCode(string Code, CSharpCompilation Compilation)
{
    /// <summary>The assemblies that it was the first to reference.</summary>
    internal ImmutableArray<MetadataReference> References => Compilation.ExternalReferences;

    /// <summary>The names of the variables, methods and types that it declares for later code.</summary>
    internal IEnumerable<string> Names =>
        Compilation.ScriptClass?.GetMembers().Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared)
            .Select(member => member.Name).Distinct() ?? [];
}
