namespace Course.Notebooks.Html;

/// <summary>What a page may say about the run that made it, and where its pictures lie.</summary>
public sealed record HtmlPageOptions
{
    /// <summary>The notebook's folder, against which the text's pictures resolve; null leaves only pictures that the notebook itself carries.</summary>
    public string? Directory { get; init; }

    /// <summary>The notebook's file name, for the footer.</summary>
    public string? FileName { get; init; }

    /// <summary>When the notebook was run, for the footer.</summary>
    public DateTimeOffset? Executed { get; init; }

    /// <summary>How long all its cells took, for the footer.</summary>
    public TimeSpan? Elapsed { get; init; }
}
