namespace Course.Notebooks.Language;

/// <summary>The completions at a position in a cell.</summary>
/// <param name="Start">Start of the replaced text: an offset in UTF-16 code units.</param>
/// <param name="End">End of the replaced text; equal to the start if nothing is replaced.</param>
/// <param name="Items">The completions that fit the typed text, the most likely first; empty if there are none.</param>
public sealed record CellCompletions(int Start, int End, IReadOnlyList<CellCompletion> Items);

/// <summary>One completion at a position in a cell.</summary>
public sealed class CellCompletion
{
    private readonly Func<CancellationToken, Task<string>> describe;

    internal CellCompletion(string text, string displayText, string kind, Func<CancellationToken, Task<string>> describe)
    {
        Text = text;
        DisplayText = displayText;
        Kind = kind;
        this.describe = describe;
    }

    /// <summary>The text that replaces the span from <see cref="CellCompletions.Start"/> to <see cref="CellCompletions.End"/>.</summary>
    public string Text { get; }

    /// <summary>The text to show in a list, for example <c>List&lt;&gt;</c> if the inserted text is <c>List</c>.</summary>
    public string DisplayText { get; }

    /// <summary>
    /// What it is, in lower case: <c>class</c>, <c>structure</c>, <c>interface</c>, <c>enum</c>, <c>delegate</c>, <c>namespace</c>,
    /// <c>method</c>, <c>extensionmethod</c>, <c>property</c>, <c>field</c>, <c>event</c>, <c>constant</c>, <c>enummember</c>,
    /// <c>local</c>, <c>parameter</c>, <c>typeparameter</c>, <c>keyword</c>, <c>magic</c>, <c>path</c> or <c>text</c>.
    /// </summary>
    public string Kind { get; }

    /// <summary>
    /// Its signature and documentation. They are computed on request, because a list may have a thousand items and usually one is looked
    /// at.
    /// </summary>
    /// <param name="cancellation">Cancels the request.</param>
    /// <returns>Plain text: the signature and, if there is a summary, the summary after a line break.</returns>
    public Task<string> DescribeAsync(CancellationToken cancellation = default) => describe(cancellation);
}
