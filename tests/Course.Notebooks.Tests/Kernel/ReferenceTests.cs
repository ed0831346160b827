using System.Reflection;
using Course.Notebooks.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.Tests.Kernel;

public sealed class ReferenceTests : IDisposable
{
    private readonly KernelTrial trial = new();
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose()
    {
        trial.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_library_and_what_lies_beside_it_can_be_used()
    {
        string under = Library("Under", "public class Lower { public int Value => 40; }");
        string over = Library("Over", "public class Upper : Lower { public int More => Value + 2; }", under);

        Assert.Equal("42", await trial.Value($"#r \"{over}\"\nnew Upper().More"));
        Assert.Equal("40", await trial.Value("new Lower().Value"));
    }

    [Fact]
    public async Task A_second_reference_loads_nothing_again()
    {
        string path = Library("Once", "public static class Counted { public static int Count; }");
        await trial.Value($"#r \"{path}\"\nCounted.Count = 5;");

        Assert.Equal("5", await trial.Value($"#r \"{path}\"\nCounted.Count"));
        using var other = new KernelTrial();
        Assert.Equal("5", await other.Value($"#r \"{path}\"\nCounted.Count"));
        Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly =>
            assembly.GetName().Name == Path.GetFileNameWithoutExtension(path));
    }

    [Fact]
    public async Task The_formatting_library_of_cells_is_the_kernel_s_own() =>
        Assert.Equal("1",
        await trial.Value(
            "AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"Microsoft.DotNet.Interactive.Formatting\")"));

    [Fact]
    public async Task A_missing_course_library_gives_a_sentence_that_says_how_to_build()
    {
        ErrorReport error = await trial.Failure("#r \"../nowhere/Course.dll\"\nusing Course;");

        Assert.Equal((ErrorKind.Directive, 1), (error.Kind, error.Line));
        Assert.Contains("run ./course once, or dotnet build", error.Message, StringComparison.Ordinal);
        Assert.Single(error.Traceback);
    }

    [Fact]
    public async Task Another_missing_library_says_where_it_was_looked_for()
    {
        string path = Path.Combine(folder, "nope.dll");

        Assert.Contains(folder, (await trial.Failure($"#r \"{path}\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_library_says_so()
    {
        string path = Path.Combine(folder, "text.dll");
        await File.WriteAllTextAsync(path, "text", TestContext.Current.CancellationToken);

        Assert.Contains("is not a .NET library", (await trial.Failure($"#r \"{path}\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_after_code_does_not_compile() =>
        Assert.Equal("CS7009", (await trial.Failure("int x = 1;\n#r \"a.dll\"")).Name);

    [Fact]
    public async Task A_part_of_NET_may_be_named_although_it_is_there_anyway() =>
        Assert.Equal("1", await trial.Value("#r \"System.Text.Json\"\n1"));

    // The package is one that this repository restores itself, so that no network is needed.
    [Fact]
    public async Task A_package_can_be_referenced_anywhere_in_a_cell() =>
        Assert.Equal("1",
        await trial.Value(
            "int length = 1;\n#r \"nuget: Apache.Arrow, 23.0.0\"\nnew Apache.Arrow.Int32Array.Builder().Append(3).Build().Length"));

    [Fact]
    public async Task A_package_that_is_not_there_is_named_in_one_line()
    {
        ErrorReport error = await trial.Failure("1;\n#r \"nuget: No.Such.Package.In.The.World, 1.2.3\"");

        Assert.Equal((ErrorKind.Directive, 2), (error.Kind, error.Line));
        Assert.Contains("No.Such.Package.In.The.World 1.2.3 cannot be restored", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private string Library(string name, string code, params string[] references)
    {
        name += Guid.NewGuid().ToString("N");
        string path = Path.Combine(folder, name + ".dll");
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            [
                MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
                MetadataReference.CreateFromFile(Assembly.Load("System.Runtime").Location),
                .. references.Select(reference => MetadataReference.CreateFromFile(reference)),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path, cancellationToken: TestContext.Current.CancellationToken).Success);
        return path;
    }
}
