using Course.Notebooks.Results;

namespace Course.Notebooks.Runner;

/// <summary>
/// Something that happened while a notebook runs: <see cref="CellStarted"/>, <see cref="CellShowed"/> or <see cref="CellFinished"/>.
/// </summary>
public abstract record RunEvent
{
    private protected RunEvent()
    {
    }
}

/// <summary>A cell begins to run.</summary>
/// <param name="Number">The number the learner sees beside it: code cells are counted from 1.</param>
/// <param name="Of">The number of code cells of the notebook.</param>
/// <param name="Id">The cell's id.</param>
public sealed record CellStarted(int Number, int Of, string? Id) : RunEvent;

/// <summary>A running cell showed something that has a plain text face.</summary>
/// <param name="Number">The cell's number.</param>
/// <param name="Text">That text.</param>
public sealed record CellShowed(int Number, string Text) : RunEvent;

/// <summary>A cell ended, well or not.</summary>
/// <param name="Cell">How it went.</param>
/// <param name="Of">The number of code cells of the notebook.</param>
public sealed record CellFinished(CellReport Cell, int Of) : RunEvent;
