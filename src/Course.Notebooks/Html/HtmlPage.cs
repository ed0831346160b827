using Course.Notebooks.Documents;

namespace Course.Notebooks.Html;

/// <summary>A notebook that has run, as one page to read: prose with formulas, coloured code, and what each cell showed.</summary>
/// <remarks>
/// The page holds all that it needs and is forbidden, by a content security policy of its own, to fetch anything: it reads the
/// same without a network, and never tells anyone that it is read. What a cell showed as <c>text/html</c> stands in the page as it is
/// and its scripts run, so a page is to be trusted as far as the notebook that made it.
/// </remarks>
public static class HtmlPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="executed">The notebook, with its outputs.</param>
    /// <param name="writer">Where the page goes; encode it as UTF-8.</param>
    /// <param name="options">What the page may say about the run.</param>
    public static void Write(NotebookDocument executed, TextWriter writer, HtmlPageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(executed);
        ArgumentNullException.ThrowIfNull(writer);
        new PageWriter(executed, options ?? new HtmlPageOptions()).Write(writer);
    }
}

/// <summary>What a page may say about the run that made it, and where its pictures lie.</summary>
public sealed record HtmlPageOptions
{
    /// <summary>
    /// The notebook's folder, against which the text's pictures resolve; null leaves only pictures that the notebook itself carries.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>The notebook's file name, for the footer.</summary>
    public string? FileName { get; init; }

    /// <summary>When the notebook was run, for the footer.</summary>
    public DateTimeOffset? Executed { get; init; }

    /// <summary>How long all its cells took, for the footer.</summary>
    public TimeSpan? Elapsed { get; init; }
}
