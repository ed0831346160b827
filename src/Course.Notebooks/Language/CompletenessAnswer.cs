namespace Course.Notebooks.Language;

/// <summary>Whether a cell can be run as it stands.</summary>
/// <param name="Completeness">Whether it can.</param>
/// <param name="Indent">The blanks that the next line should begin with; empty unless more lines are to come.</param>
public sealed record CompletenessAnswer(CellCompleteness Completeness, string Indent);
