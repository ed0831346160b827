using Course.Notebooks.Results;

namespace Course.Notebooks.Runner;

/// <summary>A cell ended, well or not.</summary>
/// <param name="Cell">How it went.</param>
/// <param name="Of">The number of code cells of the notebook.</param>
public sealed record CellFinished(CellReport Cell, int Of) : RunEvent;
