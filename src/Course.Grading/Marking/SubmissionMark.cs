using System.Text.Json.Serialization;
using Course.Grading.Submissions;

namespace Course.Grading.Marking;

/// <summary>What a submission earned, and why.</summary>
public sealed record SubmissionMark
{
    /// <summary>The student.</summary>
    public required string Student { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file; null where it could not be read.</summary>
    public string? Hash { get; init; }

    /// <summary>The lesson; null where it is not known.</summary>
    public int? Lesson { get; init; }

    /// <summary>Why it could not be graded; null where it was.</summary>
    public string? Problem { get; init; }

    /// <summary>The exercises.</summary>
    public IReadOnlyList<ExerciseMark> Exercises { get; init; } = [];

    /// <summary>In what its cells differ from the course's.</summary>
    public CellChanges? Changes { get; init; }

    /// <summary>What a teacher may want to look at: cells that do not run, reflection.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How many of its cells ran; the rest has no bearing on the answers.</summary>
    public int CellsRun { get; init; }

    /// <summary>How many code cells it has.</summary>
    public int Cells { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>What it earned.</summary>
    public double Earned => Exercises.Sum(exercise => exercise.Earned);

    /// <summary>What the lesson's exercises are worth.</summary>
    public double Points => Exercises.Sum(exercise => exercise.Points);

    /// <summary>Whether it could be graded.</summary>
    [JsonIgnore]
    public bool IsGraded => Problem is null;
}
