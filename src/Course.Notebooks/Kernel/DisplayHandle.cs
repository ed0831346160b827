using Course.Notebooks.Kernel.Formatting;

namespace Course.Notebooks.Kernel;

/// <summary>A display that can be replaced in place.</summary>
public sealed class DisplayHandle
{
    internal DisplayHandle(string displayId) => DisplayId = displayId;

    /// <summary>The id for updating the display.</summary>
    public string DisplayId { get; }

    /// <summary>Replaces the displayed value.</summary>
    /// <param name="value">The new value.</param>
    public void Update(object? value) =>
        KernelSession.CurrentOrLatest?.Output?.Show(new DisplayUpdated(DisplayId, ValueFormatter.Format(value)));
}
