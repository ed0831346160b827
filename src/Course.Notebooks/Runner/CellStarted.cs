namespace Course.Notebooks.Runner;

/// <summary>A cell begins to run.</summary>
/// <param name="Number">The number the learner sees beside it: code cells are counted from 1.</param>
/// <param name="Of">The number of code cells of the notebook.</param>
/// <param name="Id">The cell's id.</param>
public sealed record CellStarted(int Number, int Of, string? Id) : RunEvent;
