using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Running;

namespace Course.Grading.Marking;

/// <summary>
/// The list of methods that a worker compiles just in time, by which later ones start a third sooner. A worker in the sandbox can use it but not write it: so, once
/// after each build, an ordinary one runs a cell.
/// </summary>
internal static class WorkerProfile
{
    public static async Task EnsureAsync(CourseFolder course)
    {
        if (JitProfile.IsRecorded(Worker.Word))
            return;
        var document = new NotebookDocument();
        document.Cells.Add(new CodeCell("Console.WriteLine(1 + 1);"));
        await NotebookRunner.RunAsync(new RunRequest(Path.Combine(course.Root, "profile.ipynb")) { Document = document });
    }
}
