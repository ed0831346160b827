using System.Collections.Immutable;
using System.Globalization;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Language;

/// <summary>
/// What the cells that have run left behind, as a chain of script projects that see one another as the kernel's submissions do, and a
/// project for the cell that is being written. Many cells share a project, so that an answer costs about the same after two cells and after
/// two hundred.
/// </summary>
internal sealed class CellSolution : IDisposable
{
    private static readonly Lazy<MefHostServices> Host = new(() => MefHostServices.DefaultHost);

    // With comments for documentation, which cells have too.
    private static readonly CSharpParseOptions ParseOptions = SubmissionChain.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);

    private readonly AdhocWorkspace _workspace = new(Host.Value);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HashSet<string> _usings = [];
    private readonly HashSet<MetadataReference> _referenced = [];
    private readonly List<CellGroup> _groups = [];

    // The solution up to and with each group; shorter than the groups where some have changed.
    private readonly List<(Solution Solution, ProjectId? Project)> _chain = [];
    private ImmutableArray<MetadataReference> _waiting = [];
    private int _read;

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
            for (; _read < earlier.Count; _read++)
                Read(earlier[_read]);
            (Solution chain, ProjectId? last) = await ChainAsync(cancellation).ConfigureAwait(false);
            Solution solution = Add(chain, last, code, references.Where(reference => !_referenced.Contains(reference)),
                out ProjectId project);
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

    private void Read(SubmittedCode cell)
    {
        _waiting = _waiting.AddRange(cell.References);
        if (CellGroup.Of(cell, _waiting, _usings) is not { } group)
            return;
        _waiting = [];
        _usings.UnionWith(group.Usings);
        _referenced.UnionWith(group.References);
        if (_groups is [.., var last] && last.With(group) is { } joined)
        {
            Replace(_groups.Count - 1, joined);
            return;
        }
        _groups.Add(group);
        for (int i = _groups.Count - 2; i >= 0; i--)
        {
            if (_groups[i].IsHiddenBy(_groups.Skip(i + 1)))
                Replace(i, null);
        }
    }

    private void Replace(int index, CellGroup? group)
    {
        if (group is null)
            _groups.RemoveAt(index);
        else
            _groups[index] = group;
        if (_chain.Count > index)
            _chain.RemoveRange(index, _chain.Count - index);
    }

    private async Task<(Solution Solution, ProjectId? Project)> ChainAsync(CancellationToken cancellation)
    {
        (Solution solution, ProjectId? last) = _chain is [.., var built] ? built : (_workspace.CurrentSolution, null);
        foreach (CellGroup group in _groups.Skip(_chain.Count).ToArray())
        {
            solution = Add(solution, last, group.Code, group.References, out ProjectId project);
            // A compilation is kept with the solution for which it was made, and later ones take it over.
            await solution.GetProject(project)!.GetCompilationAsync(cancellation).ConfigureAwait(false);
            last = project;
            _chain.Add((solution, last));
        }
        return (solution, last);
    }

    private static Solution Add(Solution solution, ProjectId? previous, string code, IEnumerable<MetadataReference> references,
        out ProjectId project)
    {
        project = ProjectId.CreateNewId();
        // Every submission has a name of its own.
        string name = string.Create(CultureInfo.InvariantCulture, $"cells{solution.ProjectIds.Count}");
        var text = DocumentInfo.Create(
            DocumentId.CreateNewId(project),
            name,
            sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default)));
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
