namespace Course.Notebooks.Results;

/// <summary>How one code cell went.</summary>
/// <param name="Number">The number the learner sees beside it: code cells are counted from 1.</param>
/// <param name="Id">The cell's id.</param>
/// <param name="Seconds">How long it ran.</param>
/// <param name="Succeeded">Whether it ran to its end.</param>
public sealed record CellReport(int Number, string? Id, double Seconds, bool Succeeded);
