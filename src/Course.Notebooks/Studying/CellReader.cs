using System.Globalization;
using Course.Notebooks.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Studying;

/// <summary>Compiles a cell as the kernel does, and takes it apart into pieces.</summary>
internal sealed class CellReader(IReadOnlyList<MetadataReference> references)
{
    private int _count;

    public ReadCell Read(StudyCell asked, ReadCell? before, IEnumerable<ReadCell> earlier)
    {
        var cell = new ReadCell(asked.IsOwn) { Last = before?.Last };
        var places = new PieceIndex(earlier);
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
        LibraryPart library when Path.GetFileName(library.Path) != "Course.dll" && !FrameworkReferences.ByName.ContainsKey(library.Path) =>
            (library.Line, $"{library.Path} cannot be loaded while grading"),
        _ => null,
    };

    private void Read(CodePart code, ReadCell cell, PieceIndex places)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code.Code, SubmissionChain.ParseOptions);
        CSharpCompilation compilation = SubmissionChain.Compilation(
            string.Create(CultureInfo.InvariantCulture, $"study{++_count}"), tree, cell.Last is null ? references : [], cell.Last);
        if (compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            cell.Problem = (error.Location.GetLineSpan().StartLinePosition.Line + 1, $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
            return;
        }

        cell.Last = compilation;
        var root = (CompilationUnitSyntax)tree.GetRoot();
        cell.OpensNames |= root.Usings.Count > 0;
        Piece[] pieces = [.. root.Members.Select(member => new Piece(cell, member))];
        cell.Pieces.AddRange(pieces);
        places.Add(pieces);
        SemanticModel model = compilation.GetSemanticModel(tree);
        foreach (Piece piece in pieces)
            new PieceReader(piece, model, places).Read();
    }
}
