using Course.Grading.Marking;
using Course.Grading.Sandboxes;
using Course.Notebooks.Lessons;
using Course.TestTools;

namespace Course.Grading.Tests.Hostile;

/// <summary>
/// A copy of all that a grader reads, in a temporary folder: whatever changes in it, a submission changed, and nobody who edits or builds.
/// The list of methods that workers compile just in time is in it from the start: a class that is graded in another test would write it.
/// </summary>
internal sealed class CourseCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("course-copy-");

    internal CourseCopy()
    {
        foreach (string part in (string[])["notebooks", "datasets", "artifacts/course", "artifacts/cli"])
            BuiltFiles.Copy(Path.Combine(Repository.Course.Root, part), Path.Combine(folder.FullName, part));
        // On the thread pool, because the test framework's own thread waits here.
        Task.Run(() => WorkerProfile.EnsureAsync(Course, new WorkerFiles(Worker), new WorkerLimits())).GetAwaiter().GetResult();
        Assert.True(new WorkerFiles(Worker).HasProfile);
    }

    /// <summary>The folder of the worker, precompiled, as `course grade` runs it.</summary>
    internal string Worker => Path.Combine(folder.FullName, "artifacts", "cli");

    internal CourseFolder Course => new(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);
}
