using System.Globalization;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel.Compiler;
using Course.Notebooks.Kernel.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Export;

/// <summary>
/// Writes a notebook as a program in one file, which <c>dotnet run FILE</c> runs with the .NET SDK 10. Variables and methods of the cells
/// become members of a class, the rest of each cell a method, and a value at the end of a cell is displayed.
/// </summary>
public static class ProgramExport
{
    /// <summary>Translates a notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The notebook's folder, from which its <c>#r</c> count.</param>
    /// <param name="frame">What the program is called, and where it finds the library.</param>
    /// <returns>The program's text.</returns>
    /// <exception cref="ExportException">It has something that a program cannot have, or does not compile.</exception>
    public static string Write(NotebookDocument document, string folder, ProgramFrame frame)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(frame);
        var references = new ReferenceSet();
        var cells = new List<ProgramCell>();
        CSharpCompilation? last = null;
        foreach (NotebookCell cell in document.Cells)
        {
            var translated = new ProgramCell(cells.Count + 1, cell.Id ?? "", cell is MarkdownCell ? cell.Source : null);
            if (cell is CodeCell code)
                Translate(code, translated, folder, references, ref last);
            cells.Add(translated);
        }

        return ProgramText.Of(cells, frame);
    }

    private static void Translate(
        CodeCell cell, ProgramCell translated, string folder, ReferenceSet references, ref CSharpCompilation? last)
    {
        try
        {
            foreach (CellPart part in CellParser.Parse(cell.Source).Parts)
            {
                switch (part)
                {
                    case LibraryPart library when Path.GetFileName(library.Path) == "Course.dll":
                        references.Add(Path.GetFullPath(library.Path, folder));
                        break;
                    case LibraryPart library when FrameworkReferences.Has(library.Path):
                        break;
                    case LibraryPart library:
                        throw Problem(translated, library.Line, $"#r \"{library.Path}\" has no place in a program; it may use Course.dll alone");
                    case CodePart code:
                        last = Compile(code, translated, references, last);
                        break;
                    default:
                        throw Problem(translated, part.Line, "only C# can stand in a program, and this line is for the kernel");
                }
            }
        }
        catch (DirectiveException e)
        {
            throw Problem(translated, e.Line, e.Message);
        }
    }

    private static CSharpCompilation Compile(CodePart code, ProgramCell cell, ReferenceSet references, CSharpCompilation? last)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code.Code, SubmissionChain.ParseOptions);
        CSharpCompilation compilation = SubmissionChain.Compilation(
            string.Create(CultureInfo.InvariantCulture, $"exported{cell.Number}"), tree, last is null ? references.All : [], last);
        if (compilation.GetDiagnostics().FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error) is { } error)
            throw Problem(cell, error.Location.GetLineSpan().StartLinePosition.Line + 1,
                $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
        new CellTranslator(cell, compilation.GetSemanticModel(tree)).Translate((CompilationUnitSyntax)tree.GetRoot());
        return compilation;
    }

    internal static ExportException Problem(ProgramCell cell, int line, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"cell {cell.Id}, line {line}: {message}"));
}

/// <summary>What surrounds the cells in a program.</summary>
/// <param name="Heading">The first comment, in one line.</param>
/// <param name="ClassName">The class that holds the cells: <c>Lesson01</c>.</param>
/// <param name="PageName">The file name of the page that the program writes beside itself.</param>
/// <param name="Directives">The <c>#:</c> lines, which say where the library is.</param>
/// <param name="Opening">Statements before the first cell; <c>here</c> is the program's folder.</param>
public sealed record ProgramFrame(
    string Heading, string ClassName, string PageName, IReadOnlyList<string> Directives, IReadOnlyList<string> Opening);
