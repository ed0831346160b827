using Microsoft.DotNet.Interactive.Events;

namespace Course.DotNetInteractive.Tests;

/// <summary>What came of a notebook.</summary>
/// <param name="Cells">How many code cells were run.</param>
/// <param name="Failure">The cell that failed and why; null when all ran.</param>
/// <param name="Shown">Everything that was displayed, updated or returned.</param>
/// <param name="Printed">What was written to the console.</param>
internal sealed record NotebookRun(int Cells, string? Failure, IReadOnlyList<DisplayEvent> Shown, string Printed)
{
    /// <summary>All values shown of one mime type.</summary>
    internal IEnumerable<string> Of(string mimeType) =>
        Shown.SelectMany(display => display.FormattedValues).Where(value => value.MimeType == mimeType).Select(value => value.Value);
}
