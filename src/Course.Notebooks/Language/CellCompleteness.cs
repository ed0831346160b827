namespace Course.Notebooks.Language;

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
