namespace Course.Grading.Marking;

/// <summary>What an exercise earned, and why.</summary>
public sealed record ExerciseMark
{
    /// <summary>The exercise.</summary>
    public required string Exercise { get; init; }

    /// <summary>What was asked.</summary>
    public required string Title { get; init; }

    /// <summary>What it earned: all points or none.</summary>
    public required double Earned { get; init; }

    /// <summary>What it is worth.</summary>
    public required double Points { get; init; }

    /// <summary>How it went.</summary>
    public required ExerciseStatus Status { get; init; }

    /// <summary>How many cases are right.</summary>
    public int Right { get; init; }

    /// <summary>How many cases were put.</summary>
    public int Cases { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>What to look at.</summary>
    public string? Hint { get; init; }

    /// <summary>Cases that are wrong: the first visible one and the first of each kind of hidden ones, a handful.</summary>
    public IReadOnlyList<FailedCase> Failed { get; init; } = [];
}
