using Course.Notebooks.Lessons;
using Course.TestTools;

namespace Course.Grading.Tests.Hostile;

/// <summary>
/// A copy of all that a grader reads, in a temporary folder: whatever changes in it, a submission changed, and nobody who edits or builds.
/// </summary>
internal sealed class CourseCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("course-copy-");

    internal CourseCopy()
    {
        foreach (string part in (string[])["notebooks", "datasets", "artifacts/course", "artifacts/cli"])
            BuiltFiles.Copy(Path.Combine(Repository.Course.Root, part), Path.Combine(folder.FullName, part));
    }

    internal CourseFolder Course => new(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);
}
