using System.Text.Json.Serialization;

namespace Course.Grading;

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

/// <summary>How an exercise went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExerciseStatus>))]
public enum ExerciseStatus
{
    /// <summary>Every case is right: full points.</summary>
    Passed,

    /// <summary>A case is wrong.</summary>
    Failed,

    /// <summary>The answer is still to be written.</summary>
    NotAttempted,

    /// <summary>The answer uses what its exercise forbids.</summary>
    Forbidden,

    /// <summary>There is no answer that could be called: its cell does not compile, does not run, or has another signature.</summary>
    NoAnswer,

    /// <summary>The answer took too long, or ended its process.</summary>
    Stopped,
}

/// <summary>A case that an answer gets wrong, as the student is shown it.</summary>
/// <param name="Kind">What kind of case it is.</param>
/// <param name="Call">The call.</param>
/// <param name="Expected">What it should give.</param>
/// <param name="Got">What it gave.</param>
/// <param name="IsHidden">Whether the notebook does not show it.</param>
public sealed record FailedCase(string Kind, string Call, string Expected, string Got, bool IsHidden);
