using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Kernel.References;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Language;

/// <summary>
/// Answers questions about a cell being edited, taking into account what earlier cells declared. Can be called on any thread, and while a
/// cell runs. It costs nothing before the first question. Then it loads as much again as the compiler, none of which is needed to run a
/// cell.
/// </summary>
/// <param name="kernel">The kernel that runs the cells. Each question takes a snapshot of it; it is not disposed with this object.</param>
public sealed class LanguageServices(CSharpKernel kernel) : IDisposable
{
    private static readonly Lazy<Task> warm = new(WarmUpCore);

    private readonly Lazy<CellSolution> solution = new(() => new CellSolution());

    /// <summary>
    /// Loads the language services and asks them a small question, so that the first real answer comes quickly. Best called after <see
    /// cref="CSharpKernel.WarmUp"/>.
    /// </summary>
    /// <returns>A task that need not be awaited.</returns>
    public static Task WarmUp() => warm.Value;

    /// <summary>Checks whether a cell can be run as it stands, or whether a console should wait for more.</summary>
    /// <param name="code">The typed text.</param>
    /// <returns>Whether it is complete and, if more lines are needed, how to indent the next one.</returns>
    public static CompletenessAnswer IsComplete(string code) => CompletenessCheck.Check(code);

    /// <summary>Completes a cell at a position, taking into account what earlier cells declared.</summary>
    /// <param name="code">The cell's current text.</param>
    /// <param name="position">The position: an offset in UTF-16 code units, clamped to the cell.</param>
    /// <param name="cancellation">Cancels the request.</param>
    /// <returns>The completions, and the span that they replace.</returns>
    public Task<CellCompletions> CompleteAsync(string code, int position, CancellationToken cancellation = default) =>
        Task.Run(() => CompleteCoreAsync(code, Math.Clamp(position, 0, code.Length), cancellation), cancellation);

    /// <summary>
    /// Explains the name at a position or, if there is none, the call whose parentheses contain the position: the declaration, the
    /// documentation, the overloads, and the parameter at the position.
    /// </summary>
    /// <param name="code">The cell's current text.</param>
    /// <param name="position">The position: an offset in UTF-16 code units, clamped to the cell.</param>
    /// <param name="cancellation">Cancels the request.</param>
    /// <returns>The explanation as <c>text/plain</c> and <c>text/html</c>; null if there is nothing to explain.</returns>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation = default) =>
        Task.Run(() => InspectCoreAsync(code, Math.Clamp(position, 0, code.Length), cancellation), cancellation);

    /// <summary>Releases the stored cells.</summary>
    public void Dispose()
    {
        if (solution.IsValueCreated)
            solution.Value.Dispose();
    }

    private async Task<CellCompletions> CompleteCoreAsync(string cell, int position, CancellationToken cancellation)
    {
        if (DirectiveCompleter.Complete(cell, position) is { } completions)
            return completions;
        Document document = await DocumentAsync(cell, cancellation).ConfigureAwait(false);
        return await CodeCompleter.CompleteAsync(document, position, cancellation).ConfigureAwait(false);
    }

    private async Task<MimeBundle?> InspectCoreAsync(string cell, int position, CancellationToken cancellation)
    {
        if (DirectiveCompleter.At(cell, position) is { } directive)
            return new QuickInfo(new SignatureText(directive.Name), new Documentation { Summary = directive.Description }).ToBundle();
        Document document = await DocumentAsync(cell, cancellation).ConfigureAwait(false);
        return (await Inspector.InspectAsync(document, position, cancellation).ConfigureAwait(false))?.ToBundle();
    }

    private Task<Document> DocumentAsync(string cell, CancellationToken cancellation)
    {
        KernelSnapshot earlier = kernel.Snapshot();
        MaskedCell masked = MaskedCell.Of(cell);
        foreach (string library in masked.Libraries)
            AddLibrary(earlier.References, library);
        return solution.Value.DocumentAsync(masked.Code, earlier.Cells, earlier.References.All, cancellation);
    }

    // A library that the cell itself names is available before the cell has run; if it is not a library, running the cell reports that.
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

    private static async Task WarmUpCore()
    {
        await Task.Yield();
        using var kernel = new CSharpKernel();
        using var language = new LanguageServices(kernel);
        await kernel.RunAsync("int[] warm = [];", _ => { }).ConfigureAwait(false);
        const string cell = "Cons; warm.Select(n => Math.Max(1, ";
        foreach (string typed in (string[])["Cons", "Cons; warm.", cell])
        {
            CellCompletions completions = await language.CompleteAsync(cell, typed.Length).ConfigureAwait(false);
            if (completions.Items is [var first, ..])
                await first.DescribeAsync().ConfigureAwait(false);
        }
        await language.InspectAsync(cell, cell.Length).ConfigureAwait(false);
    }
}
