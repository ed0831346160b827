namespace Course.Notebooks.Kernel;

/// <summary>
/// Continues the code of one cell after an await: on the kernel's thread, until the cell is stopped. Later continuations are dropped;
/// otherwise they would run in the middle of later cells.
/// </summary>
internal sealed class CellContext(CellThread thread) : SynchronizationContext
{
    private volatile bool dropped;

    /// <summary>Called when the cell was stopped.</summary>
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
