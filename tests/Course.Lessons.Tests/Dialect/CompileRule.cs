using System.Globalization;
using System.Reflection.PortableExecutable;
using Course.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Course.Lessons.Tests.Dialect;

/// <summary>
/// Cell after cell compiles against the course's library with no other imports than the dialect promises: what needs System.IO or
/// System.Threading says so with a using of its own.
/// </summary>
internal static class CompileRule
{
    private static readonly Lazy<ScriptOptions> options = new(() => ScriptOptions.Default
        .WithReferences(ManagedAssemblies(Path.GetDirectoryName(typeof(object).Assembly.Location)!)
            .Concat(ManagedAssemblies(Path.Combine(Repository.Root, "artifacts", "course")))
            .Select(path => MetadataReference.CreateFromFile(path)))
        .WithImports("System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq")
        .WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14));

    // The functions that every engine of the dialect brings.
    private const string Prelude =
        "object display(object value, params string[] mimeTypes) => value; object HTML(string text) => text; object Javascript(string "
            + "text) => text; object CSS(string text) => text;";

    internal static IEnumerable<string> Compiles(LessonFile file)
    {
        Script<object> script = CSharpScript.Create<object>(Prelude, options.Value);
        foreach (CodeCell cell in file.CodeCells)
        {
            Script<object> next = script.ContinueWith<object>(LessonFile.CSharpOf(cell));
            // Not next.Compile(), which loads what it compiled, and a second copy of the library with it.
            Diagnostic[] errors = [.. next.GetCompilation().GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
            foreach (Diagnostic error in errors)
                yield return $"cell {cell.Id}, line {error.Location.GetLineSpan().StartLinePosition.Line + 1}: {error.Id} {error.GetMessage(CultureInfo.InvariantCulture)}";
            if (errors.Length > 0) yield break; // what follows would only repeat it
            script = next;
        }
    }

    private static IEnumerable<string> ManagedAssemblies(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged);

    private static bool IsManaged(string path)
    {
        using FileStream file = File.OpenRead(path);
        try
        {
            using var image = new PEReader(file);
            return image.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
