namespace Course.Notebooks.Kernel;

/// <summary>Something on display, which may be replaced in place.</summary>
public sealed class DisplayHandle
{
    internal DisplayHandle(string displayId) => DisplayId = displayId;

    /// <summary>The name by which the display is updated.</summary>
    public string DisplayId { get; }

    /// <summary>Shows something else in its place.</summary>
    /// <param name="value">What to show.</param>
    public void Update(object? value) =>
        KernelSession.CurrentOrLatest?.Output?.Show(new DisplayUpdated(DisplayId, ValueFormatter.Format(value)));
}
