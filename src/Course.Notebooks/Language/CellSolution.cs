using System.Collections.Immutable;
using System.Globalization;
using Course.Notebooks.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Language;

/// <summary>
/// The cells that have run as a chain of script projects, each seeing those before it as the kernel's submissions do, and a project for the cell that is being written.
/// A cell that has run is added once; so an answer costs about the same after two cells and after two hundred.
/// </summary>
internal sealed class CellSolution : IDisposable
{
    private static readonly Lazy<MefHostServices> Host = new(() => MefHostServices.DefaultHost);

    // With comments for documentation, which cells have too.
    private static readonly CSharpParseOptions ParseOptions = SubmissionChain.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);

    private readonly AdhocWorkspace _workspace = new(Host.Value);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HashSet<MetadataReference> _referenced = [];
    private Solution _solution;
    private ProjectId? _last;
    private int _count;

    internal CellSolution() => _solution = _workspace.CurrentSolution;

    /// <summary>A document for a cell that sees the cells before it.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="earlier">The cells before it; each list that is given begins with the one given before.</param>
    /// <param name="references">All assemblies it may use.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<Document> DocumentAsync(
        string code, ImmutableList<SubmittedCode> earlier, IEnumerable<MetadataReference> references, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await AddAsync(earlier, cancellation).ConfigureAwait(false);
            Solution solution = Add(_solution, _last, code, references.Where(reference => !_referenced.Contains(reference)), out ProjectId project);
            return solution.GetProject(project)!.Documents.Single();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _turn.Dispose();
    }

    private async Task AddAsync(ImmutableList<SubmittedCode> earlier, CancellationToken cancellation)
    {
        for (; _count < earlier.Count; _count++)
        {
            Solution solution = Add(_solution, _last, earlier[_count].Code, earlier[_count].References, out ProjectId project);
            // A compilation is kept with the solution for which it was made, and later ones take it over.
            await solution.GetProject(project)!.GetCompilationAsync(cancellation).ConfigureAwait(false);
            (_solution, _last) = (solution, project);
            _referenced.UnionWith(earlier[_count].References);
        }
    }

    private Solution Add(Solution solution, ProjectId? previous, string code, IEnumerable<MetadataReference> references, out ProjectId project)
    {
        project = ProjectId.CreateNewId();
        string name = string.Create(CultureInfo.InvariantCulture, $"cell{_count + 1}");
        var text = DocumentInfo.Create(
            DocumentId.CreateNewId(project), name, sourceCodeKind: SourceCodeKind.Script, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default)));
        return solution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: previous is null ? SubmissionChain.FirstOptions : SubmissionChain.NextOptions,
            parseOptions: ParseOptions,
            documents: [text],
            projectReferences: previous is null ? [] : [new ProjectReference(previous)],
            metadataReferences: references,
            isSubmission: true));
    }
}
