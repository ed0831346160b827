using System.Diagnostics;
using Course.Grading.Marking;
using Course.Grading.Sandboxes;
using Course.Grading.Submissions;
using Course.Grading.Tests.Hostile;

namespace Course.Grading.Tests.Marking;

/// <summary>Workers that do not come up.</summary>
public class WorkerPoolTests
{
    private static readonly LessonNotebook lesson = LessonNotebook.Find(WarmGrader.Course, 1);

    [Fact]
    public async Task A_worker_that_does_not_come_up_costs_one_submission_if_others_came_up()
    {
        using var sandbox = new FailingSandbox(working: 1);
        using var starter = new WorkerStarter(sandbox, WarmGrader.Options.Limits);
        using var libraries = new StrippedLibraries(WarmGrader.Course);
        using var pool = new WorkerPool(starter, libraries);
        using AnswerWorker first = await pool.TakeAsync(lesson);

        SubmissionException thrown = await Assert.ThrowsAsync<SubmissionException>(() => pool.TakeAsync(lesson));

        Assert.Contains("did not come up", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_worker_has_ever_come_up_the_sandbox_is_at_fault()
    {
        using var sandbox = new FailingSandbox(working: 0);
        using var starter = new WorkerStarter(sandbox, WarmGrader.Options.Limits);
        using var libraries = new StrippedLibraries(WarmGrader.Course);
        using var pool = new WorkerPool(starter, libraries);

        await Assert.ThrowsAsync<GradingException>(() => pool.TakeAsync(lesson));
    }

    // In turns, as a class hands in that has two lessons to do; those of a third are over then.
    [Fact]
    public void Workers_of_two_lessons_wait_and_none_of_a_third()
    {
        using var sandbox = new FailingSandbox(working: 0);
        using var starter = new WorkerStarter(sandbox, WarmGrader.Options.Limits);
        using var libraries = new StrippedLibraries(WarmGrader.Course);
        using var pool = new WorkerPool(starter, libraries);

        foreach (int number in (int[])[1, 2, 3, 2])
            pool.Prepare(LessonNotebook.Find(WarmGrader.Course, number), 1);

        Assert.Equal([2, 3], pool.Waiting);
    }

    /// <summary>A place in which some workers come up, and all later ones end at once.</summary>
    private sealed class FailingSandbox(int working) : ISandbox
    {
        private readonly NoSandbox inner = new(WarmGrader.Course, WarmGrader.Options.Worker);
        private int left = working;

        public string Description => inner.Description;

        public string Library => inner.Library;

        public ProcessStartInfo Worker(WorkerLimits limits, string? library)
        {
            ProcessStartInfo start = inner.Worker(limits, library);
            if (left-- <= 0)
                start.ArgumentList[0] = "no-such-program.dll";
            return start;
        }

        public void Dispose() => inner.Dispose();
    }
}
