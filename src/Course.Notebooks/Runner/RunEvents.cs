namespace Course.Notebooks.Runner;

/// <summary>Something that happened while a notebook runs: <see cref="CellStarted"/>, <see cref="CellShowed"/> or <see cref="CellFinished"/>.</summary>
public abstract record RunEvent
{
    private protected RunEvent()
    {
    }
}
