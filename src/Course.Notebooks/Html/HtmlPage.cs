using Course.Notebooks.Documents;

namespace Course.Notebooks.Html;

/// <summary>An executed notebook as one page for reading: prose with formulas, highlighted code, and the outputs of each cell.</summary>
/// <remarks>
/// The page contains everything it needs, and its own content security policy forbids it to fetch anything. So it reads the same without
/// a network, and never reports that it is read. A cell's <c>text/html</c> output is copied into the page unchanged and its scripts run,
/// so trust a page only as far as the notebook that made it.
/// </remarks>
public static class HtmlPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="executed">The notebook, with its outputs.</param>
    /// <param name="writer">The destination of the page; encode it as UTF-8.</param>
    /// <param name="options">The page's information about the run.</param>
    public static void Write(NotebookDocument executed, TextWriter writer, HtmlPageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(executed);
        ArgumentNullException.ThrowIfNull(writer);
        new PageWriter(executed, options ?? new HtmlPageOptions()).Write(writer);
    }
}

/// <summary>A page's information about the run that made it, and the location of its pictures.</summary>
public sealed record HtmlPageOptions
{
    /// <summary>
    /// The notebook's folder, against which the text's pictures are resolved; null allows only pictures inside the notebook itself.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>The notebook's file name, for the footer.</summary>
    public string? FileName { get; init; }

    /// <summary>When the notebook was run, for the footer.</summary>
    public DateTimeOffset? Executed { get; init; }

    /// <summary>The total time of all cells, for the footer.</summary>
    public TimeSpan? Elapsed { get; init; }
}
