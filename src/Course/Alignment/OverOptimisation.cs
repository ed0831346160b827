namespace Course.Alignment;

/// <summary>
/// Whether a run has gone too far: the true score falls while the reward still rises. That is Goodhart's law in the words of L. Gao and
/// others, 2022. Defined in lesson 16.
/// </summary>
/// <param name="Start">The run's first point: the fine-tuned model.</param>
/// <param name="Peak">The point with the highest true score.</param>
/// <param name="End">The policy at the end, on new questions.</param>
public sealed record OverOptimisation(PpoPoint Start, PpoPoint Peak, PpoPoint End)
{
    /// <summary>Looks at a run.</summary>
    /// <param name="history">Its points, in order.</param>
    /// <param name="end">The policy at the end.</param>
    public static OverOptimisation Of(IReadOnlyList<PpoPoint> history, PpoPoint end)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new(history[0], history.MaxBy(point => point.True)!, end);
    }

    /// <summary>What the true score has gained since the start, in standard errors of the difference.</summary>
    public double Gain => InErrors(End, Start);

    /// <summary>What it has lost since the peak, in standard errors of the difference. The best of many noisy points lies one or two above
    /// its own mean by chance.</summary>
    public double Loss => InErrors(Peak, End);

    /// <summary>Whether it has lost more than chance explains, while the reward has risen.</summary>
    public bool Happened => Loss >= 4 && End.Proxy > Peak.Proxy;

    private static double InErrors(PpoPoint one, PpoPoint other) =>
        (one.True - other.True) / Math.Sqrt(one.TrueError * one.TrueError + other.TrueError * other.TrueError);
}
