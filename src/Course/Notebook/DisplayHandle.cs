namespace Course;

/// <summary>Something on display; made by <see cref="Display.Show"/>.</summary>
public sealed class DisplayHandle
{
    private readonly Action<object?> update;

    internal DisplayHandle(Action<object?> update, bool isLive)
    {
        this.update = update;
        IsLive = isLive;
    }

    /// <summary>Whether an update replaces what is shown; on a plain console it is only written below.</summary>
    internal bool IsLive { get; }

    /// <summary>Replaces what is shown with <paramref name="value"/>.</summary>
    /// <param name="value">The new value; it may have another type than the first value.</param>
    public void Update(object? value) => update(value);
}
