namespace Course;

/// <summary>
/// A live bar for long work, with loss, speed and time left. It is redrawn about ten times a second at most, however often it is told.
/// </summary>
/// <example><code>
/// foreach (int epoch in Progress.Over(Enumerable.Range(1, 10), "training"))
/// {
///     Progress.Note(loss: Train(epoch));
/// }
///
/// using var bar = Progress.Start("training", total: 2000);
/// for (int step = 1; step &lt;= 2000; step++) { bar.Report(step, loss: Step()); }
/// </code></example>
public sealed class Progress : IDisposable
{
    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>On a console a redrawing is a new line: one in a while will do.</summary>
    private static readonly TimeSpan ConsoleInterval = TimeSpan.FromSeconds(10);

    private static readonly AsyncLocal<Progress?> Innermost = new();

    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly DisplayHandle? _shown;
    private readonly Progress? _outer;
    private ProgressState _state;
    private long _drawn;

    internal Progress(string title, long total, TimeProvider clock, Progress? outer = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        _clock = clock;
        _started = _drawn = clock.GetTimestamp();
        _outer = outer;
        _state = new ProgressState(title, total);
        _shown = Display.Show(_state);
    }

    /// <summary>Shows a bar at nothing done. Dispose of it when the work is done or given up.</summary>
    /// <param name="title">What is being done: "training".</param>
    /// <param name="total">How many steps there are; 0 where that is not known.</param>
    /// <returns>The bar.</returns>
    public static Progress Start(string title, long total = 0) => new(title, total, TimeProvider.System);

    /// <summary>
    /// Goes through <paramref name="items"/> and shows how far it is. Inside the loop <see cref="Note"/> adds a loss or a remark.
    /// </summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">What to go through.</param>
    /// <param name="title">What is being done: "training".</param>
    /// <returns>The same items, one by one.</returns>
    public static IEnumerable<T> Over<T>(IEnumerable<T> items, string title = "working") => Over(items, title, TimeProvider.System);

    /// <summary>
    /// Tells the innermost running <see cref="Over{T}(IEnumerable{T}, string)"/> the loss or a remark; outside of one it does nothing.
    /// </summary>
    /// <param name="note">A remark: "test error 8.4 %".</param>
    /// <param name="loss">The loss, in the caller's unit.</param>
    public static void Note(string? note = null, double? loss = null)
    {
        if (Innermost.Value is { } bar)
        {
            bar.Report(bar._state.Done, loss, note);
        }
    }

    /// <summary>Tells how much is done.</summary>
    /// <param name="done">Steps done since the start, not since the last report.</param>
    /// <param name="loss">The loss; where it is left out, the last one stands.</param>
    /// <param name="note">A remark; where it is left out, the last one stands.</param>
    public void Report(long done, double? loss = null, string? note = null)
    {
        if (_state.Ended)
        {
            return;
        }

        _state = _state with
        {
            Done = done,
            Loss = loss ?? _state.Loss,
            Note = note
            ?? _state.Note,
            Elapsed = _clock.GetElapsedTime(_started)
        };
        if (_clock.GetElapsedTime(_drawn) >= (_shown!.IsLive ? LiveInterval : ConsoleInterval))
        {
            Draw();
        }
    }

    /// <summary>Ends the bar: what stands is the time it took, or how far it came. A second call does nothing.</summary>
    public void Dispose()
    {
        if (!_state.Ended)
        {
            _state = _state with { Ended = true, Elapsed = _clock.GetElapsedTime(_started) };
            Draw();
        }
    }

    internal static IEnumerable<T> Over<T>(IEnumerable<T> items, string title, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        return Through(items, title, clock);
    }

    private static IEnumerable<T> Through<T>(IEnumerable<T> items, string title, TimeProvider clock)
    {
        long total = items.TryGetNonEnumeratedCount(out int count) ? count : 0;
        using var bar = new Progress(title, total, clock, outer: Innermost.Value);
        try
        {
            long done = 0;
            foreach (T item in items)
            {
                // An iterator's body runs in its caller's context: what is set here is seen in the loop, until the next item.
                Innermost.Value = bar;
                yield return item;
                bar.Report(++done);
            }
        }
        finally
        {
            Innermost.Value = bar._outer;
        }
    }

    private void Draw()
    {
        _drawn = _clock.GetTimestamp();
        _shown!.Update(_state);
    }
}
