namespace Course.Notebooks.Language;

/// <summary>How a cell may go on at a place.</summary>
/// <param name="Start">Where what is replaced begins: an offset in UTF-16 code units.</param>
/// <param name="End">Where it ends; the same as the start where nothing is replaced.</param>
/// <param name="Items">The ways to go on that fit what has been typed, the likeliest order first; none where there are none.</param>
public sealed record CellCompletions(int Start, int End, IReadOnlyList<CellCompletion> Items);

/// <summary>One way to go on at a place in a cell.</summary>
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

    /// <summary>
    /// The text that takes the place of what is replaced (<see cref="CellCompletions.Start"/> to <see cref="CellCompletions.End"/>).
    /// </summary>
    public string Text { get; }

    /// <summary>What a list shows, for example <c>List&lt;&gt;</c> where the text is <c>List</c>.</summary>
    public string DisplayText { get; }

    /// <summary>
    /// What it is, in lower case: <c>class</c>, <c>structure</c>, <c>interface</c>, <c>enum</c>, <c>delegate</c>, <c>namespace</c>,
    /// <c>method</c>, <c>extensionmethod</c>, <c>property</c>, <c>field</c>, <c>event</c>, <c>constant</c>, <c>enummember</c>,
    /// <c>local</c>, <c>parameter</c>, <c>typeparameter</c>, <c>keyword</c>, <c>magic</c>, <c>path</c> or <c>text</c>.
    /// </summary>
    public string Kind { get; }

    /// <summary>
    /// Its signature and documentation. Worked out when asked for, since a list may have a thousand items of which one is looked at.
    /// </summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Plain text: the signature, and after a line break the summary where there is one.</returns>
    public Task<string> DescribeAsync(CancellationToken cancellation = default) => describe(cancellation);
}
