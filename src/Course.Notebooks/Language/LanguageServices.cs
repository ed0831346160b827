using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Kernel.References;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Language;

/// <summary>
/// Answers questions on a cell that is being written, with what earlier cells of a kernel declared. May be asked on any thread, and while a
/// cell runs. Costs nothing until it is asked: it loads as much again as the compiler, of which running a cell needs nothing.
/// </summary>
/// <param name="kernel">The kernel that runs the cells; it is asked for a snapshot at each question, and is not disposed with this.</param>
public sealed class LanguageServices(CSharpKernel kernel) : IDisposable
{
    private static readonly Lazy<Task> warm = new(WarmUpCore);

    private readonly Lazy<CellSolution> solution = new(() => new CellSolution());

    /// <summary>
    /// Loads the language services and asks them something small, so that the first answer does not wait for that. Best after
    /// <see cref="CSharpKernel.WarmUp"/>.
    /// </summary>
    /// <returns>A task that need not be awaited.</returns>
    public static Task WarmUp() => warm.Value;

    /// <summary>Tells whether a cell can be run as it stands, or a console should let the typing go on.</summary>
    /// <param name="code">What has been typed.</param>
    /// <returns>Whether it is complete and, where more lines are to come, how the next one is indented.</returns>
    public static CompletenessAnswer IsComplete(string code) => CompletenessCheck.Check(code);

    /// <summary>Tells how a cell may go on at a place, with what earlier cells declared.</summary>
    /// <param name="code">The cell as it stands.</param>
    /// <param name="position">The place: an offset in UTF-16 code units; one outside the cell counts as its nearer end.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The ways to go on, and the span that they replace.</returns>
    public Task<CellCompletions> CompleteAsync(string code, int position, CancellationToken cancellation = default) =>
        Task.Run(() => CompleteCoreAsync(code, Math.Clamp(position, 0, code.Length), cancellation), cancellation);

    /// <summary>
    /// Explains the name at a place or, where none stands there, the call in whose parentheses the place lies: the declaration, the
    /// documentation, the overloads, and which parameter the place belongs to.
    /// </summary>
    /// <param name="code">The cell as it stands.</param>
    /// <param name="position">The place: an offset in UTF-16 code units; one outside the cell counts as its nearer end.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The explanation as <c>text/plain</c> and <c>text/html</c>; null where there is nothing to explain.</returns>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation = default) =>
        Task.Run(() => InspectCoreAsync(code, Math.Clamp(position, 0, code.Length), cancellation), cancellation);

    /// <summary>Forgets the cells.</summary>
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
