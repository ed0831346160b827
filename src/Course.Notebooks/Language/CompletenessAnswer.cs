namespace Course.Notebooks.Language;

/// <summary>Whether a cell can be run as it stands.</summary>
/// <param name="Completeness">Whether it can.</param>
/// <param name="Indent">The blanks that the next line should begin with; empty unless more lines are to come.</param>
public sealed record CompletenessAnswer(CellCompleteness Completeness, string Indent);

/// <summary>Whether a console should run what has been typed, or let the typing go on.</summary>
public enum CellCompleteness
{
    /// <summary>It can be run.</summary>
    Complete,

    /// <summary>More lines are to come.</summary>
    Incomplete,

    /// <summary>It is wrong, and no further line would make it right.</summary>
    Invalid,
}
