using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Kernels;

/// <summary>
/// The pieces of code that a kernel has compiled, each seeing those before it. This is what Roslyn's CSharpScript does, by the compiler's own public means:
/// CSharpScript would load every library into a context of its own, beside the copy that the kernel and other libraries use.
/// </summary>
internal sealed class SubmissionChain
{
    internal static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The class that holds a submission's variables and methods; readers see it in the names of types declared in cells.</summary>
    internal const string ScriptClass = "Cell";

    private static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(CellFunctions).FullName!,
    ];

    // Portable symbols, and the optimiser: hot loops in cells run three to four times slower without.
    private static readonly CSharpCompilationOptions FirstOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        scriptClassName: ScriptClass,
        allowUnsafe: true,
        usings: Usings,
        // Libraries were compiled against older versions of others; newer ones stand in, as they do at run time.
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    private static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private static int s_chains;

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"cells{Interlocked.Increment(ref s_chains)}");
    private CSharpCompilation? _last;
    private object?[] _states = new object?[8];
    private int _count;

    /// <summary>Compiles code that sees everything before it; nothing changes until it is started.</summary>
    /// <param name="code">The code.</param>
    /// <param name="path">What stack traces call the code.</param>
    /// <param name="references">The assemblies it may use.</param>
    /// <param name="errors">The compiler's errors; empty when it compiles.</param>
    /// <param name="cancellation">Stops the compiler.</param>
    /// <returns>The compiled code; null where there are errors.</returns>
    internal Submission? Compile(
        string code, string path, IEnumerable<MetadataReference> references, out ImmutableArray<Diagnostic> errors, CancellationToken cancellation)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path, cancellation);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            string.Create(CultureInfo.InvariantCulture, $"{_name}.{_count + 1}"),
            tree,
            references,
            FirstOptions,
            _last,
            typeof(object));
        var assembly = new MemoryStream();
        var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(assembly, symbols, options: Emitting, cancellationToken: cancellation);
        errors = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        return result.Success ? new Submission(compilation, assembly, symbols) : null;
    }

    /// <summary>Starts compiled code. From here on later code sees it, whether it throws or not: what it set before stays set.</summary>
    internal Task<object?> Start(Submission submission)
    {
        Func<object?[], Task<object?>> entry = submission.Load();
        _last = submission.Compilation;
        _count++;
        if (_states.Length < _count + 2)
            Array.Resize(ref _states, _states.Length * 2);
        return entry(_states);
    }

    /// <summary>The variables that cells have declared, the latest of each name.</summary>
    internal IReadOnlyList<KernelVariable> Variables()
    {
        var variables = new Dictionary<string, KernelVariable>();
        foreach (object state in _states.OfType<object>())
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
