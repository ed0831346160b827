using System.Text.Json.Serialization;

namespace Course.Grading;

/// <summary>The marks of a submission, with reasons.</summary>
public sealed record SubmissionMark
{
    /// <summary>The student.</summary>
    public required string Student { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file; null if it could not be read.</summary>
    public string? Hash { get; init; }

    /// <summary>The lesson; null if unknown.</summary>
    public int? Lesson { get; init; }

    /// <summary>Why it could not be graded; null if it was graded.</summary>
    public string? Problem { get; init; }

    /// <summary>The exercises.</summary>
    public IReadOnlyList<ExerciseMark> Exercises { get; init; } = [];

    /// <summary>How its cells differ from the course's.</summary>
    public CellChanges? Changes { get; init; }

    /// <summary>Things a teacher may want to look at: cells that do not run, reflection.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How many of its cells ran; the others have no influence on the answers.</summary>
    public int CellsRun { get; init; }

    /// <summary>The number of its code cells.</summary>
    public int Cells { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>The points it earned.</summary>
    public double Earned => Exercises.Sum(exercise => exercise.Earned);

    /// <summary>The points that the lesson's exercises are worth.</summary>
    public double Points => Exercises.Sum(exercise => exercise.Points);

    /// <summary>Whether it could be graded.</summary>
    [JsonIgnore]
    public bool IsGraded => Problem is null;
}

/// <summary>How a submission's code cells differ from the course's, apart from the answers.</summary>
public sealed record CellChanges
{
    /// <summary>The number of cells that the student added.</summary>
    public int Added { get; init; }

    /// <summary>The course's cells that are missing; locked ones were restored.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>The course's cells that occur more than once.</summary>
    public IReadOnlyList<string> Duplicated { get; init; } = [];

    /// <summary>Locked cells that were changed; the course's own text ran instead.</summary>
    public IReadOnlyList<string> LockedChanged { get; init; } = [];

    /// <summary>Whether the course's cells are in a different order.</summary>
    public bool Reordered { get; init; }
}
