using System.Globalization;
using Course.Notebooks.Kernel.Compiler;
using Course.Notebooks.Kernel.References;
using Course.Notebooks.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>Compiles a cell as the kernel does, and splits it into units.</summary>
internal sealed class CellReader(IReadOnlyList<MetadataReference> references)
{
    private int count;

    public ReadCell Read(StudyCell asked, ReadCell? before, IEnumerable<ReadCell> earlier)
    {
        var cell = new ReadCell(asked.IsOwn) { Last = before?.Last };
        var places = new CodeUnitIndex(earlier);
        try
        {
            foreach (CellPart part in CellParser.Parse(asked.Code).Parts)
            {
                cell.Problem = ProblemOf(part);
                if (cell.Problem is null && part is CodePart code)
                    Read(code, cell, places);
                if (cell.Problem is not null)
                    break;
            }
        }
        catch (DirectiveException e)
        {
            cell.Problem = (e.Line, e.Message);
        }

        return cell;
    }

    private static (int Line, string Message)? ProblemOf(CellPart part) => part switch
    {
        PackagePart package => (package.Line, $"the package {package.Name} cannot be fetched while grading"),
        ImportPart import => (import.Line, $"{import.Path} cannot be imported while grading"),
        LibraryPart library when Path.GetFileName(library.Path) != "Course.dll" && !FrameworkReferences.Has(library.Path) =>
            (library.Line, $"{library.Path} cannot be loaded while grading"),
        _ => null,
    };

    private void Read(CodePart code, ReadCell cell, CodeUnitIndex places)
    {
        SyntaxTree tree = CellSyntax.Parse(code.Code);
        CSharpCompilation compilation = SubmissionChain.Compilation(
            string.Create(CultureInfo.InvariantCulture, $"study{++count}"), tree, cell.Last is null ? references : [], cell.Last);
        if (compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            cell.Problem = (error.Location.GetLineSpan().StartLinePosition.Line + 1,
                $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
            return;
        }

        cell.Last = compilation;
        var root = (CompilationUnitSyntax)tree.GetRoot();
        cell.OpensNames |= root.Usings.Count > 0;
        CodeUnit[] units = [.. root.Members.Select(member => new CodeUnit(cell, member))];
        cell.Units.AddRange(units);
        places.Add(units);
        SemanticModel model = compilation.GetSemanticModel(tree);
        foreach (CodeUnit unit in units)
            new CodeUnitReader(unit, model, places).Read();
    }
}
