using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;

namespace Course.Notebooks.Language;

/// <summary>Completes C# with Roslyn's own completion.</summary>
internal static class CodeCompleter
{
    internal static async Task<CellCompletions> CompleteAsync(Document document, int position, CancellationToken cancellation)
    {
        CompletionService service = CompletionService.GetService(document)!;
        CompletionList list = await service.GetCompletionsAsync(document, position, cancellationToken: cancellation).ConfigureAwait(false);
        if (list.ItemsList.Count == 0)
            return new CellCompletions(position, position, []);
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        // Before the first letter of a word, the completion is inserted; within a word it replaces the word.
        TextSpan span = list.Span.Start == position ? new TextSpan(position, 0) : list.Span;
        string typed = text.ToString(TextSpan.FromBounds(span.Start, position));
        var items = new List<CellCompletion>();
        foreach (CompletionItem item in list.ItemsList
            .Where(item => !item.Tags.Contains(WellKnownTags.Snippet))
            .Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => item.FilterText.StartsWith(typed, StringComparison.Ordinal))
            .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase))
        {
            if (await InsertionAsync(service, document, item, list.Span, cancellation).ConfigureAwait(false) is { } insertion)
            {
                string shown = item.DisplayTextPrefix + item.DisplayText + item.DisplayTextSuffix;
                items.Add(new CellCompletion(insertion, shown, Kind(item), stop => DescribeAsync(service, document, item, stop)));
            }
        }
        return new CellCompletions(span.Start, span.End, items);
    }

    // An item that also changes other places, such as an override that writes a method, is not a word completion.
    private static async Task<string?> InsertionAsync(CompletionService service, Document document, CompletionItem item, TextSpan span,
        CancellationToken cancellation)
    {
        CompletionChange change = await service.GetChangeAsync(document, item, cancellationToken: cancellation).ConfigureAwait(false);
        if (change.TextChanges is not [{ NewText: { } text } only] || only.Span != span || text.Contains('\n', StringComparison.Ordinal))
            return null;
        // In an editor, the colon after a parameter's name is the key that accepts the completion.
        return item.DisplayTextSuffix == ":" ? text + ":" : text;
    }

    private static string Kind(CompletionItem item) => item.Tags is [{ } tag, ..] ? tag.ToLowerInvariant() : "text";

    private static async Task<string> DescribeAsync(CompletionService service, Document document, CompletionItem item,
        CancellationToken cancellation) =>
        (await service.GetDescriptionAsync(document, item, cancellation).ConfigureAwait(false))?.Text ?? "";
}
