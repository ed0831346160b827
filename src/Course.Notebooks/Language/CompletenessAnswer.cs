namespace Course.Notebooks.Language;

/// <summary>Whether a cell can be run as it stands.</summary>
/// <param name="Completeness">The answer.</param>
/// <param name="Indent">The indentation of the next line; empty unless more lines are needed.</param>
public sealed record CompletenessAnswer(CellCompleteness Completeness, string Indent);

/// <summary>Whether a console should run the typed text or wait for more.</summary>
public enum CellCompleteness
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>More lines are needed.</summary>
    Incomplete,

    /// <summary>It is wrong, and no further line would make it right.</summary>
    Invalid,
}
