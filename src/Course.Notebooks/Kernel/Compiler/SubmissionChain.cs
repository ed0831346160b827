using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>
/// The pieces of code that a kernel has compiled; each sees the earlier ones. Roslyn's CSharpScript does the same, using the compiler's
/// public API. But CSharpScript would load every library into a separate context, beside the copy that the kernel and other libraries use.
/// </summary>
internal sealed class SubmissionChain
{
    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>
    /// The class that holds a submission's variables and methods; readers see it in the names of types declared in cells.
    /// </summary>
    internal const string ScriptClass = "Cell";

    /// <summary>What every cell may use without saying so.</summary>
    internal static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(CellFunctions).FullName!,
    ];

    // Portable symbols, and the optimiser: without it, hot loops in cells run three to four times slower.
    internal static readonly CSharpCompilationOptions FirstOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        scriptClassName: ScriptClass,
        allowUnsafe: true,
        usings: Usings,
        // Cells are small, and notebooks run side by side, so each uses one thread.
        concurrentBuild: false,
        // Libraries were compiled against older versions of other libraries; newer versions replace them, as at run time.
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    // The usings of the first piece apply to all. Repeating them in every piece would make each piece slower by the number of pieces before
    // it.
    internal static readonly CSharpCompilationOptions NextOptions = FirstOptions.WithUsings();

    internal static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private static int chains;

    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"cells{Interlocked.Increment(ref chains)}");

    // The compiler passes on what earlier pieces referenced. Passing the list again would double it with every piece.
    private readonly HashSet<MetadataReference> referenced = [];
    private readonly TypeLibraries libraries;
    private CSharpCompilation? last;
    private volatile ImmutableList<SubmittedCode> submitted = [];
    private object?[] states = new object?[8];
    private int count;

    internal SubmissionChain() => libraries = new TypeLibraries(name);

    /// <summary>The code that has been started, in order, in its original form; can be read on any thread.</summary>
    internal ImmutableList<SubmittedCode> Submitted => submitted;

    /// <summary>Compiles code that sees all earlier code; nothing changes until it is started.</summary>
    /// <param name="code">The code.</param>
    /// <param name="path">The name of the code in stack traces.</param>
    /// <param name="references">The assemblies it may use.</param>
    /// <param name="errors">The compiler's errors; empty if it compiles.</param>
    /// <param name="cancellation">Stops the compiler.</param>
    /// <returns>The compiled code; null if there are errors.</returns>
    internal CompiledCell? Compile(
        string code,
        string path,
        IEnumerable<MetadataReference> references,
        out ImmutableArray<Diagnostic> errors,
        CancellationToken cancellation)
    {
        SyntaxTree tree = CellSyntax.Parse(code, path, cancellation);
        if (!TypeLibraries.AreIn(tree))
            return Compile(code, tree, references, null, out errors, cancellation);
        // Roslyn passes the references of earlier code on in scripts only.
        MetadataReference[] all = [.. references, .. referenced];
        if (libraries.Compile(CellSyntax.Marked(code), tree, all.Distinct(), out errors, cancellation) is not { } library)
            return null;
        // A type that an earlier cell has declared in the script would hide the library's.
        string aliases = string.Concat(TypeLibraries.PlainTypes(tree).Where(type => submitted.Any(cell => cell.Names.Contains(type)))
            .Select(type => $"using {type} = global::{type}; "));
        SyntaxTree rest = CellSyntax.Parse(aliases + TypeLibraries.Rest(code, tree), path, cancellation);
        return Compile(code, rest, all.Append(library.Reference), library, out errors, cancellation);
    }

    /// <summary>
    /// Starts compiled code. From here on later code sees it, even if it throws: variables set before the exception stay set.
    /// </summary>
    internal Task<object?> Start(CompiledCell submission)
    {
        submission.Library?.Load();
        libraries.Add(submission.Compilation.SyntaxTrees[0], submission.Library);
        // Code with only usings gets no slot among the states from the compiler, and there is nothing to run.
        Func<object?[], Task<object?>>? entry = CompiledCell.IsNothing(submission.Compilation.SyntaxTrees[0]) ? null : submission.Load();
        last = submission.Compilation;
        referenced.UnionWith(submission.Compilation.ExternalReferences);
        submitted = submitted.Add(new SubmittedCode(submission.Code, submission.Compilation));
        count++;
        if (entry is null)
            return Task.FromResult<object?>(null);
        if (states.Length < count + 2)
            Array.Resize(ref states, states.Length * 2);
        return entry(states);
    }

    /// <summary>A piece of code that follows another, not yet compiled.</summary>
    /// <param name="name">The name of its assembly.</param>
    /// <param name="tree">The code.</param>
    /// <param name="references">The assemblies it may use that earlier code did not reference.</param>
    /// <param name="previous">The code before it; null for the first.</param>
    internal static CSharpCompilation Compilation(
        string name, SyntaxTree tree, IEnumerable<MetadataReference> references, CSharpCompilation? previous) =>
        CSharpCompilation.CreateScriptCompilation(
            name, tree, references, previous is null ? FirstOptions : NextOptions, previous, typeof(object));

    private CompiledCell? Compile(
        string code,
        SyntaxTree tree,
        IEnumerable<MetadataReference> references,
        TypeLibrary? library,
        out ImmutableArray<Diagnostic> errors,
        CancellationToken cancellation)
    {
        CSharpCompilation written = Compilation(
            string.Create(CultureInfo.InvariantCulture, $"{name}.{count + 1}"),
            tree,
            references.Where(reference => !referenced.Contains(reference)),
            last);
        SyntaxNode stoppable = StoppableCode.Rewrite(written.GetSemanticModel(tree));
        if (ReferenceEquals(stoppable, tree.GetRoot(cancellation)))
            return Emit(code, written, library, out errors, cancellation);
        SyntaxTree other = CSharpSyntaxTree.Create((CSharpSyntaxNode)stoppable, ParseOptions, tree.FilePath, Encoding.UTF8);
        return Emit(code, written.ReplaceSyntaxTree(tree, other), library, out errors, cancellation)
            ?? Emit(code, written, library, out errors, cancellation);
    }

    private static CompiledCell? Emit(
        string code, CSharpCompilation compilation, TypeLibrary? library, out ImmutableArray<Diagnostic> errors,
        CancellationToken cancellation)
    {
        var assembly = new MemoryStream();
        var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(assembly, symbols, options: Emitting, cancellationToken: cancellation);
        errors = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        // If the code contains only usings or comments, there is nothing to emit. That is reported as a failure without errors.
        return result.Success || (errors.IsEmpty && CompiledCell.IsNothing(compilation.SyntaxTrees[0]))
            ? new CompiledCell(code, compilation, assembly, symbols) { Library = library }
            : null;
    }

    /// <summary>The variables that cells have declared, the latest of each name.</summary>
    internal IReadOnlyList<KernelVariable> Variables()
    {
        var variables = new Dictionary<string, KernelVariable>();
        foreach (object state in states.OfType<object>())
        {
            foreach (FieldInfo field in state.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public))
            {
                if (!field.Name.Contains('<'))
                    variables[field.Name] = new KernelVariable(field.Name, field.FieldType, field.GetValue(state));
            }
        }
        return [.. variables.Values.OrderBy(variable => variable.Name, StringComparer.Ordinal)];
    }
}
