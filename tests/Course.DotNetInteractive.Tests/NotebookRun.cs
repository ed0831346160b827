using Microsoft.DotNet.Interactive.Events;

namespace Course.DotNetInteractive.Tests;

/// <summary>What came of a notebook.</summary>
/// <param name="Cells">The code cells that were run.</param>
/// <param name="Failure">The cell that failed and why; null when all ran.</param>
internal sealed record NotebookRun(IReadOnlyList<CellRun> Cells, string? Failure)
{
    /// <summary>Everything that was displayed, updated, printed or returned.</summary>
    internal IEnumerable<DisplayEvent> Shown => Cells.SelectMany(cell => cell.Shown);

    /// <summary>All values shown of one mime type.</summary>
    internal IEnumerable<string> Of(string mimeType) =>
        Shown.SelectMany(display => display.FormattedValues).Where(value => value.MimeType == mimeType).Select(value => value.Value);
}

/// <summary>What a code cell showed, in order.</summary>
/// <param name="Shown">Everything that was displayed, updated, printed or returned.</param>
internal sealed record CellRun(IReadOnlyList<DisplayEvent> Shown);
