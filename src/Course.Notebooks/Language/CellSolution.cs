using System.Collections.Immutable;
using System.Globalization;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Language;

/// <summary>
/// The cells that have run, as a chain of script projects that see one another like the kernel's submissions, and a project for the cell
/// being edited. Many cells share a project, so an answer costs about the same after two cells as after two hundred.
/// </summary>
internal sealed class CellSolution : IDisposable
{
    private static readonly Lazy<MefHostServices> host = new(() => MefHostServices.DefaultHost);

    // With documentation comments, which cells may have too.
    private static readonly CSharpParseOptions parseOptions = SubmissionChain.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);

    private readonly AdhocWorkspace workspace = new(host.Value);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly HashSet<string> usings = [];
    private readonly HashSet<MetadataReference> referenced = [];
    private readonly List<CellGroup> groups = [];

    // The solution up to and including each group; shorter than the list of groups if some have changed.
    private readonly List<(Solution Solution, ProjectId? Project)> chain = [];
    private ImmutableArray<MetadataReference> waiting = [];
    private int read;

    /// <summary>A document for a cell that sees the earlier cells.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="earlier">The earlier cells; each list begins with the list of the previous call.</param>
    /// <param name="references">All assemblies that it may use.</param>
    /// <param name="cancellation">Cancels the request.</param>
    internal async Task<Document> DocumentAsync(
        string code, ImmutableList<SubmittedCode> earlier, IEnumerable<MetadataReference> references, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (; read < earlier.Count; read++)
                Read(earlier[read]);
            (Solution chain, ProjectId? last) = await ChainAsync(cancellation).ConfigureAwait(false);
            Solution solution = Add(chain, last, code, references.Where(reference => !referenced.Contains(reference)),
                out ProjectId project);
            return solution.GetProject(project)!.Documents.Single();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        workspace.Dispose();
        turn.Dispose();
    }

    private void Read(SubmittedCode cell)
    {
        waiting = waiting.AddRange(cell.References);
        if (CellGroup.Of(cell, waiting, usings) is not { } group)
            return;
        waiting = [];
        usings.UnionWith(group.Usings);
        referenced.UnionWith(group.References);
        if (groups is [.., var last] && last.With(group) is { } joined)
        {
            Replace(groups.Count - 1, joined);
            return;
        }
        groups.Add(group);
        for (int i = groups.Count - 2; i >= 0; i--)
        {
            if (groups[i].IsHiddenBy(groups.Skip(i + 1)))
                Replace(i, null);
        }
    }

    private void Replace(int index, CellGroup? group)
    {
        if (group is null)
            groups.RemoveAt(index);
        else
            groups[index] = group;
        if (chain.Count > index)
            chain.RemoveRange(index, chain.Count - index);
    }

    private async Task<(Solution Solution, ProjectId? Project)> ChainAsync(CancellationToken cancellation)
    {
        (Solution solution, ProjectId? last) = chain is [.., var built] ? built : (workspace.CurrentSolution, null);
        foreach (CellGroup group in groups.Skip(chain.Count).ToArray())
        {
            solution = Add(solution, last, group.Code, group.References, out ProjectId project);
            // A compilation is cached with the solution for which it was made, and later solutions reuse it.
            await solution.GetProject(project)!.GetCompilationAsync(cancellation).ConfigureAwait(false);
            last = project;
            chain.Add((solution, last));
        }
        return (solution, last);
    }

    private static Solution Add(Solution solution, ProjectId? previous, string code, IEnumerable<MetadataReference> references,
        out ProjectId project)
    {
        project = ProjectId.CreateNewId();
        // Every submission has its own name.
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
            parseOptions: parseOptions,
            documents: [text],
            projectReferences: previous is null ? [] : [new ProjectReference(previous)],
            metadataReferences: references,
            isSubmission: true));
    }
}
