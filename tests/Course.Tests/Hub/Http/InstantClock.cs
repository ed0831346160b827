namespace Course.Tests.Hub.Http;

/// <summary>A clock on which every wait is over at once; it notes how long each would have been.</summary>
internal sealed class InstantClock : TimeProvider
{
    internal List<double> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime.TotalSeconds);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
