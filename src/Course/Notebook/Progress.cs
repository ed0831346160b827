namespace Course;

/// <summary>
/// A live bar for long work, with loss, speed and time left. It is redrawn at most about ten times a second, however often it is updated.
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
    private static readonly TimeSpan liveInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>On a console each redraw is a new line, so it is redrawn less often.</summary>
    private static readonly TimeSpan consoleInterval = TimeSpan.FromSeconds(10);

    private static readonly AsyncLocal<Progress?> innermost = new();

    private readonly TimeProvider clock;
    private readonly long started;
    private readonly DisplayHandle? shown;
    private readonly Progress? outer;
    private ProgressState state;
    private long drawn;

    internal Progress(string title, long total, TimeProvider clock, Progress? outer = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        this.clock = clock;
        started = drawn = clock.GetTimestamp();
        this.outer = outer;
        state = new ProgressState(title, total);
        shown = Display.Show(state);
    }

    /// <summary>Shows an empty bar. Dispose of it when the work is done or abandoned.</summary>
    /// <param name="title">What is being done, for example "training".</param>
    /// <param name="total">The number of steps; 0 if unknown.</param>
    /// <returns>The bar.</returns>
    public static Progress Start(string title, long total = 0) => new(title, total, TimeProvider.System);

    /// <summary>
    /// Iterates over <paramref name="items"/> and shows the progress. Inside the loop, <see cref="Note"/> adds a loss or a remark.
    /// </summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items to iterate over.</param>
    /// <param name="title">What is being done, for example "training".</param>
    /// <returns>The same items, one by one.</returns>
    public static IEnumerable<T> Over<T>(IEnumerable<T> items, string title = "working") => Over(items, title, TimeProvider.System);

    /// <summary>
    /// Gives the innermost running <see cref="Over{T}(IEnumerable{T}, string)"/> a loss or a remark; outside of one it does nothing.
    /// </summary>
    /// <param name="note">A remark, for example "test error 8.4 %".</param>
    /// <param name="loss">The loss, in the caller's unit.</param>
    public static void Note(string? note = null, double? loss = null)
    {
        if (innermost.Value is { } bar)
        {
            bar.Report(bar.state.Done, loss, note);
        }
    }

    /// <summary>Reports how much is done.</summary>
    /// <param name="done">Steps done since the start, not since the last report.</param>
    /// <param name="loss">The loss; if omitted, the last one stays.</param>
    /// <param name="note">A remark; if omitted, the last one stays.</param>
    public void Report(long done, double? loss = null, string? note = null)
    {
        if (state.Ended)
        {
            return;
        }

        state = state with
        {
            Done = done,
            Loss = loss ?? state.Loss,
            Note = note
            ?? state.Note,
            Elapsed = clock.GetElapsedTime(started)
        };
        if (clock.GetElapsedTime(drawn) >= (shown!.IsLive ? liveInterval : consoleInterval))
        {
            Draw();
        }
    }

    /// <summary>Ends the bar, which then shows the elapsed time, or how far it came. A second call does nothing.</summary>
    public void Dispose()
    {
        if (!state.Ended)
        {
            state = state with { Ended = true, Elapsed = clock.GetElapsedTime(started) };
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
        using var bar = new Progress(title, total, clock, outer: innermost.Value);
        try
        {
            long done = 0;
            foreach (T item in items)
            {
                // An iterator's body runs in its caller's context: a value set here is visible in the loop until the next item.
                innermost.Value = bar;
                yield return item;
                bar.Report(++done);
            }
        }
        finally
        {
            innermost.Value = bar.outer;
        }
    }

    private void Draw()
    {
        drawn = clock.GetTimestamp();
        shown!.Update(state);
    }
}
