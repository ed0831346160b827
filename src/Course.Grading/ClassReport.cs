using System.Text.Json.Serialization;

namespace Course.Grading;

/// <summary>The grading of a class.</summary>
public sealed record ClassReport
{
    /// <summary>When the grading started.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The seed of the hidden cases; with it, the grading can be repeated exactly.</summary>
    public required long Seed { get; init; }

    /// <summary>The sandbox in which the submissions ran.</summary>
    public required string Sandbox { get; init; }

    /// <summary>The commit of the course; null if unknown.</summary>
    public string? Commit { get; init; }

    /// <summary>The marks, in the order of the submissions.</summary>
    public required IReadOnlyList<SubmissionMark> Submissions { get; init; }

    /// <summary>The exercises, lesson by lesson, each in its notebook's order.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Exercises =>
    [
        .. (from mark in Submissions from exercise in mark.Exercises select exercise.Exercise)
            .Distinct().OrderBy(LessonOf, StringComparer.Ordinal),
    ];

    private static string LessonOf(string exercise) => exercise.Split('.')[0];
}
