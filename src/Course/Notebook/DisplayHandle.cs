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

    /// <summary>Whether an update replaces what is shown; on a plain console it can only be written below.</summary>
    internal bool IsLive { get; }

    /// <summary>Puts <paramref name="value"/> in the place of what is shown.</summary>
    /// <param name="value">The new value; it need not be of the first value's type.</param>
    public void Update(object? value) => update(value);
}
