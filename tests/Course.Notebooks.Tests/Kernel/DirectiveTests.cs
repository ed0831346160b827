using System.IO.Compression;
using Course.Notebooks.Kernel;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.Tests.Kernel;

/// <summary>The forms in which people write lines addressed to the kernel.</summary>
public sealed class DirectiveTests : IDisposable
{
    private readonly KernelTrial trial = new();
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose()
    {
        trial.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("#r \"nuget: A.B, 1.2.3\"")]
    [InlineData("#r \"nuget:A.B,1.2.3\"")]
    [InlineData("#r \"nuget:A.B,1.2.3\" // a comment")]
    [InlineData("#r \"nuget: A.B, 1.2.3\"// see https://example.org")]
    [InlineData("#r \"nuget: A.B, 1.2.3\";")]
    [InlineData("#r \"nuget: A.B, 1.2.3\"; // both")]
    [InlineData("#r nuget:A.B,1.2.3")]
    [InlineData("#r nuget: A.B, 1.2.3 // no quotes")]
    [InlineData("#r \"nuget: A.B, 1.2.3")]
    [InlineData("#r nuget: A.B, 1.2.3\"")]
    [InlineData("#r 'nuget: A.B, 1.2.3'")]
    [InlineData("#r \u201Cnuget: A.B, 1.2.3\u201D")]
    [InlineData("  #r\t\"NuGet: A.B , 1.2.3 \"  ")]
    public void A_package_may_be_named_in_many_forms(string line) =>
        Assert.Equal([new PackagePart(1, "A.B", "1.2.3"), new CodePart(1, "\nx")], CellParser.Parse(line + "\nx").Parts);

    [Theory]
    [InlineData("#r \"nuget: A.B\"", null)]
    [InlineData("#r nuget:A.B;", null)]
    [InlineData("#r \"nuget: A.B, [1.0,2.0)\"", "[1.0,2.0)")]
    [InlineData("#r \"nuget: A.B, 1.*-*\"", "1.*-*")]
    public void A_version_may_be_missing_or_a_range(string line, string? version) =>
        Assert.Equal([new PackagePart(1, "A.B", version)], CellParser.Parse(line).Parts);

    [Fact]
    public async Task A_package_in_no_known_form_says_which_is_wanted()
    {
        ErrorReport error = await trial.Failure("1;\n#r \"nuget: A.B 1.2.3\"");

        Assert.Equal((ErrorKind.Directive, 2), (error.Kind, error.Line));
        Assert.Contains("write #r \"nuget: Name, Version\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#i \"nuget:https://example.org/v3/index.json\"")]
    [InlineData("#i nuget: https://example.org/v3/index.json")]
    [InlineData("#i \"https://example.org/v3/index.json\"; // ours")]
    public void A_source_of_packages_may_be_named(string line) =>
        Assert.Equal([new SourcePart(1, "https://example.org/v3/index.json")], CellParser.Parse(line).Parts);

    [Theory]
    [InlineData("#r \"a b/c.dll\" // ours", "a b/c.dll")]
    [InlineData("#r \"../c.dll\";", "../c.dll")]
    [InlineData("#r ../c.dll", "../c.dll")]
    [InlineData("#r \"../c.dll", "../c.dll")]
    public void A_library_may_be_named_in_many_forms(string line, string path) =>
        Assert.Equal([new LibraryPart(1, path)], CellParser.Parse(line).Parts);

    [Theory]
    [InlineData("#!import a.dib // the helpers", "a.dib")]
    [InlineData("#!import \"a b.dib\";", "a b.dib")]
    [InlineData("#load \"a.csx\"", "a.csx")]
    [InlineData("#load a.csx // ours", "a.csx")]
    public void A_file_may_be_imported_in_many_forms(string line, string path) =>
        Assert.Equal([new ImportPart(1, path)], CellParser.Parse(line).Parts);

    [Theory]
    [InlineData("#!who // list")]
    [InlineData("#!who;")]
    public void A_magic_may_be_followed_by_a_comment(string line)
    {
        Assert.Equal([new WhoPart(1, WithValues: false)], CellParser.Parse(line).Parts);
        Assert.True(CellParser.Parse("#!time // how long?").Timed);
        Assert.Equal([new TextPart(1, "text/markdown", "a // b;")], CellParser.Parse("#!markdown // text\na // b;").Parts);
    }

    [Theory]
    [InlineData("#if false\n#r \"nuget: A.B, 1\"\n#endif\n1")]
    [InlineData("/*\n#r \"nuget: A.B, 1\"\n*/\n1")]
    [InlineData("#!/usr/bin/env dotnet-script\n1")]
    [InlineData("#region r\n#endregion\n1")]
    [InlineData("#if true\n1\n#endif")]
    [InlineData("#line 1\n1")]
    public async Task Other_lines_with_that_sign_are_no_directives(string code) => Assert.Equal("1", await trial.Value(code));

    [Fact]
    public async Task A_package_is_found_in_a_named_source()
    {
        Package("Course.Trial.Source", "public static class Found { public static int Here => 7; }");

        Assert.Equal("7", await trial.Value($"#i \"nuget:{folder}\"\n#r \"nuget: Course.Trial.Source, 1.0.0\"\nFound.Here"));
    }

    [Fact]
    public async Task A_file_is_found_beside_the_file_that_imports_it()
    {
        Write("sub/b.csx", "#!import \"c.csx\"\n#load deep/d.cs\nint FromB() => FromC() + D.One;");
        Write("sub/c.csx", "int FromC() => 3;");
        Write("sub/deep/d.cs", "public static class D { public static int One => 1; }");

        Assert.Equal("4", await trial.Value($"#!import {folder}/sub/b.csx\nFromB()"));
    }

    [Fact]
    public async Task Load_runs_the_file_where_it_stands()
    {
        Write("a.csx", "int a = 1;");

        Assert.Equal("2", await trial.Value($"#load \"{folder}/a.csx\"\na + 1"));
    }

    [Fact]
    public async Task A_path_may_have_the_slashes_of_Windows()
    {
        Write("sub/b.csx", "#!import deep\\d.csx\nint b = d + 1;");
        Write("sub/deep/d.csx", "int d = 1;");

        Assert.Equal("2", await trial.Value($"#!import {folder}\\sub\\b.csx\nb"));
    }

    [Fact]
    public async Task Files_that_import_each_other_are_named()
    {
        Write("one.csx", "#load \"two.csx\"");
        Write("two.csx", "#load \"one.csx\"");

        Assert.Contains("one.csx imports itself", (await trial.Failure($"#load {folder}/one.csx")).Message, StringComparison.Ordinal);
    }

    private void Write(string path, string text)
    {
        path = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // A package is an archive with a description and the library.
    private void Package(string name, string code)
    {
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using ZipArchive archive = ZipFile.Open(Path.Combine(folder, $"{name}.1.0.0.nupkg"), ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(archive.CreateEntry($"{name}.nuspec").Open()))
        {
            nuspec.Write($"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                <id>{name}</id><version>1.0.0</version><authors>a test</authors><description>A trial.</description>
                </metadata></package>
                """);
        }
        using Stream library = archive.CreateEntry($"lib/net10.0/{name}.dll").Open();
        Assert.True(compilation.Emit(library, cancellationToken: TestContext.Current.CancellationToken).Success);
    }
}
