namespace Course.Notebooks.Kernel;

/// <summary>
/// Where the code of one cell goes on after an await: on the kernel's thread, until the cell is stopped. What it would still do then is
/// dropped, or it would go on in the middle of later cells.
/// </summary>
internal sealed class CellContext(CellThread thread) : SynchronizationContext
{
    private volatile bool dropped;

    /// <summary>The cell was stopped.</summary>
    internal void Drop() => dropped = true;

    public override void Post(SendOrPostCallback d, object? state) => thread.Post(UnlessDropped(d), state);

    public override void Send(SendOrPostCallback d, object? state) => thread.Send(UnlessDropped(d), state);

    public override SynchronizationContext CreateCopy() => this;

    private SendOrPostCallback UnlessDropped(SendOrPostCallback d) => state =>
    {
        if (dropped)
            return;
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            d(state);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    };
}
