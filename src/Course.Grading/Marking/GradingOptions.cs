using Course.Grading.Sandboxes;
using Course.Notebooks.Worker;

namespace Course.Grading.Marking;

/// <summary>How a class is graded.</summary>
public sealed record GradingOptions
{
    /// <summary>Whether submissions run in the sandbox.</summary>
    public bool UseSandbox { get; init; } = true;

    /// <summary>The folder of the worker's assembly; null for the grader's own.</summary>
    public string? WorkerFolder { get; init; }

    internal WorkerFiles Worker => new(WorkerFolder ?? Path.GetDirectoryName(typeof(WorkerHost).Assembly.Location)!);

    /// <summary>The number of submissions graded at the same time.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>The lesson of all submissions; null to take it from each submission.</summary>
    public int? Lesson { get; init; }

    /// <summary>The seed of the hidden cases; null draws one.</summary>
    public long? Seed { get; init; }

    /// <summary>How long one cell may run.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one call of an answer may take.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long all calls of one exercise's answer may take.</summary>
    public TimeSpan ExerciseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long all cells and answers of one submission may take together, whatever each of them may take.</summary>
    public TimeSpan SubmissionTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long the compiler may analyse one submission.</summary>
    public TimeSpan StudyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The limits of a process.</summary>
    public WorkerLimits Limits { get; init; } = new();
}
