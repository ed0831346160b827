namespace Course.Cli.Commands;

/// <summary>What the user asked <c>course run</c> to do.</summary>
internal sealed record RunPlan
{
    public required IReadOnlyList<string> Words { get; init; }

    public string? Output { get; init; }

    public string? Html { get; init; }

    public string? Charts { get; init; }

    public string? Report { get; init; }

    public TimeSpan? Timeout { get; init; }

    public int Parallel { get; init; } = 1;
}
