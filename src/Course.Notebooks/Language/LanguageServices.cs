using System.Collections.Immutable;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernels;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Language;

/// <summary>Answers questions on a cell that is being written, with what earlier cells of a kernel declared. May be asked on any thread, and while a cell runs.</summary>
internal sealed class LanguageServices(SubmissionChain chain, ReferenceSet references) : IDisposable
{
    private readonly CellSolution _solution = new();

    internal async Task<CellCompletions> CompleteAsync(string cell, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, cell.Length);
        if (DirectiveCompleter.Complete(cell, position) is { } completions)
            return completions;
        Document document = await DocumentAsync(cell, cancellation).ConfigureAwait(false);
        return await CodeCompleter.CompleteAsync(document, position, cancellation).ConfigureAwait(false);
    }

    internal async Task<MimeBundle?> InspectAsync(string cell, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, cell.Length);
        if (DirectiveCompleter.At(cell, position) is { } directive)
            return new Explanation(new SignatureText(directive.Name), new Documentation { Summary = directive.Description }).ToBundle();
        Document document = await DocumentAsync(cell, cancellation).ConfigureAwait(false);
        return (await Inspector.InspectAsync(document, position, cancellation).ConfigureAwait(false))?.ToBundle();
    }

    public void Dispose() => _solution.Dispose();

    private Task<Document> DocumentAsync(string cell, CancellationToken cancellation)
    {
        // In this order: what is referred to must not be older than the cells that refer to it.
        ImmutableList<SubmittedCode> earlier = chain.Submitted;
        ReferenceSet known = references.Copy();
        MaskedCell masked = MaskedCell.Of(cell);
        foreach (string library in masked.Libraries)
            AddLibrary(known, library);
        return _solution.DocumentAsync(masked.Code, earlier, known.All, cancellation);
    }

    // One that the cell itself names is known to it before it has run; one that is no library is the matter of the run.
    private static void AddLibrary(ReferenceSet known, string path)
    {
        try
        {
            known.Add(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
        }
    }
}
