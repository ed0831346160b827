using Course.Notebooks.Results;

namespace Course.Notebooks.Runner;

/// <summary>An event while a notebook runs: <see cref="CellStarted"/>, <see cref="CellShowed"/> or <see cref="CellFinished"/>.</summary>
public abstract record RunEvent
{
    private protected RunEvent()
    {
    }
}

/// <summary>A cell starts to run.</summary>
/// <param name="Number">The number the learner sees beside it: code cells are counted from 1.</param>
/// <param name="Of">The number of code cells in the notebook.</param>
/// <param name="Id">The cell's id.</param>
public sealed record CellStarted(int Number, int Of, string? Id) : RunEvent;

/// <summary>A running cell showed something with a plain-text representation.</summary>
/// <param name="Number">The cell's number.</param>
/// <param name="Text">That text.</param>
public sealed record CellShowed(int Number, string Text) : RunEvent;

/// <summary>A cell ended, successfully or not.</summary>
/// <param name="Cell">Its outcome.</param>
/// <param name="Of">The number of code cells in the notebook.</param>
public sealed record CellFinished(CellReport Cell, int Of) : RunEvent;
