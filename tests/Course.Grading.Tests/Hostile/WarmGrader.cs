using Course.Grading.Marking;
using Course.Grading.Sandboxes;
using Course.Grading.Tests.Hostile;
using Course.Notebooks.Lessons;

[assembly: AssemblyFixture(typeof(WarmGrader))]

namespace Course.Grading.Tests.Hostile;

/// <summary>
/// One grader for all tests, with short deadlines; where this machine has no sandbox, its tests are skipped with the reason.
/// </summary>
public sealed class WarmGrader : IDisposable
{
    private static readonly Lazy<CourseCopy> copy = new(() => new CourseCopy());
    private readonly Lazy<Grader> grader = new(() => new Grader(Course, Options));

    /// <summary>The course that is graded with.</summary>
    internal static CourseFolder Course => copy.Value.Course;

    /// <summary>
    /// What tests wait for. What a right answer must keep to is generous, because a busy machine takes long for everything.
    /// </summary>
    internal static GradingOptions Options => new()
    {
        WorkerFolder = copy.Value.Worker,
        Parallel = 2,
        CellTimeout = TimeSpan.FromSeconds(4),
        ExerciseTimeout = TimeSpan.FromSeconds(20),
        StudyTimeout = TimeSpan.FromSeconds(20),
        SubmissionTimeout = TimeSpan.FromSeconds(60),
    };

    internal static void SkipWithoutSandbox()
    {
        if (SandboxCheck.Run() is { } fault)
            Assert.Skip($"no sandbox here: {fault.Problem}; {fault.Remedy}");
    }

    internal Grader Grader => grader.Value;

    /// <summary>Ends the grader.</summary>
    public void Dispose()
    {
        if (grader.IsValueCreated)
            grader.Value.Dispose();
        if (copy.IsValueCreated)
            copy.Value.Dispose();
    }
}
