using System.Text.Json.Serialization;

namespace Course.Grading;

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

/// <summary>In what a submission's code cells differ from the course's, beyond the answers.</summary>
public sealed record CellChanges
{
    /// <summary>How many cells the student added.</summary>
    public int Added { get; init; }

    /// <summary>The course's cells that are not there; those that are locked were put back.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>The course's cells that are there more than once.</summary>
    public IReadOnlyList<string> Duplicated { get; init; } = [];

    /// <summary>Locked cells that were changed; the course's own text ran instead.</summary>
    public IReadOnlyList<string> LockedChanged { get; init; } = [];

    /// <summary>Whether the course's cells stand in another order.</summary>
    public bool Reordered { get; init; }
}
