using Course.Grading.Sandboxes;
using Course.Notebooks.Lessons;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>
/// The list of methods that a worker compiles just in time. With it, later workers start a third faster. A worker in the sandbox can read
/// the list but not write it. So once after each build, a worker outside the sandbox runs two cells of ours.
/// </summary>
internal static class WorkerProfile
{
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(60);

    public static async Task EnsureAsync(CourseFolder course, WorkerFiles files, WorkerLimits limits)
    {
        if (files.HasProfile)
            return;
        using var outside = new NoSandbox(course, files);
        using var starter = new WorkerStarter(outside, limits);
        using var libraries = new StrippedLibraries(course);
        using AnswerWorker worker = await AnswerWorker.StartAsync(starter, WorkerMode.Grade, libraries.Of([]));
        // The list is complete when the first cell has run, and written when the second one has.
        string opening = $"#r \"{outside.Library}\"\nusing Course;\nLesson.Begin({Lessons.All[0].Number});";
        foreach (string code in (string[])[opening, "int Twice(int x) => 2 * x;"])
            await worker.RunAsync(new WorkerCommand.RunCell(1, code), limit, CancellationToken.None);
    }
}
