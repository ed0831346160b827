namespace Course;

/// <summary>Something that was shown and can be changed in place.</summary>
public sealed class Shown
{
    private readonly Action<object> update;

    internal Shown(Action<object> update) => this.update = update;

    /// <summary>Shows another value in its place.</summary>
    /// <param name="value">The new value.</param>
    public void Update(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        update(value);
    }
}
