using System.Text.Json.Serialization;

namespace Course.Grading;

/// <summary>What an exercise earned, and why.</summary>
public sealed record ExerciseMark
{
    /// <summary>The exercise.</summary>
    public required string Exercise { get; init; }

    /// <summary>The exercise's title.</summary>
    public required string Title { get; init; }

    /// <summary>The points it earned: all or none.</summary>
    public required double Earned { get; init; }

    /// <summary>The points it is worth.</summary>
    public required double Points { get; init; }

    /// <summary>The outcome.</summary>
    public required ExerciseStatus Status { get; init; }

    /// <summary>The number of right cases.</summary>
    public int Right { get; init; }

    /// <summary>The number of cases that were tried.</summary>
    public int Cases { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>Advice for the student.</summary>
    public string? Hint { get; init; }

    /// <summary>Wrong cases, a handful: first those of the notebook, then the smallest of each hidden kind.</summary>
    public IReadOnlyList<FailedCase> Failed { get; init; } = [];

    /// <summary>Every kind of case in which it is wrong.</summary>
    public IReadOnlyList<string> WrongKinds { get; init; } = [];

    /// <summary>The mark of an exercise that earned nothing.</summary>
    internal static ExerciseMark NoPoints(Exercise exercise, ExerciseStatus status, string message, string? hint = null) => new()
    {
        Exercise = exercise.Id,
        Title = exercise.Title,
        Points = exercise.Points,
        Earned = 0,
        Status = status,
        Message = message,
        Hint = hint,
    };
}

/// <summary>The outcome of an exercise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExerciseStatus>))]
public enum ExerciseStatus
{
    /// <summary>Every case is right: full points.</summary>
    Passed,

    /// <summary>A case is wrong.</summary>
    Failed,

    /// <summary>The answer has not been written yet.</summary>
    NotAttempted,

    /// <summary>The answer uses something that its exercise forbids.</summary>
    Forbidden,

    /// <summary>There is no callable answer: its cell does not compile, does not run, or has a different signature.</summary>
    NoAnswer,

    /// <summary>The answer took too long, or ended its process.</summary>
    Stopped,
}

/// <summary>A case that an answer gets wrong, as it is shown to the student.</summary>
/// <param name="Kind">The kind of case.</param>
/// <param name="Call">The call.</param>
/// <param name="Expected">The expected result.</param>
/// <param name="Got">The actual result.</param>
/// <param name="IsHidden">Whether the case is hidden from the notebook.</param>
public sealed record FailedCase(string Kind, string Call, string Expected, string Got, bool IsHidden)
{
    /// <summary>The name of a case of no particular kind.</summary>
    internal const string Random = "a random case";
}
