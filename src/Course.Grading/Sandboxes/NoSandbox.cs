using System.Diagnostics;
using Course.Notebooks.Isolation;
using Course.Notebooks.Lessons;

namespace Course.Grading.Sandboxes;

/// <summary>
/// No sandbox: a process with limits, running as the teacher's own user. For systems without a sandbox, and for submissions that the
/// teacher trusts.
/// </summary>
internal sealed class NoSandbox(CourseFolder course, WorkerFiles worker) : ISandbox
{
    // Laid out like a checkout, so that the notebooks' "../artifacts/course" and the data sets are found.
    private readonly string home = StageFolders.New();

    public string Description => "NONE: student code ran with the rights of whoever graded";

    public string Library => course.Library;

    public ProcessStartInfo Worker(WorkerLimits limits, string? library)
    {
        string folder = Path.Combine(home, Guid.NewGuid().ToString("N"), "notebooks");
        Directory.CreateDirectory(folder);
        // The sandbox's own layout, made with links.
        LinkLibrary(Path.Combine(folder, "..", "artifacts", "course"), library ?? course.Library);
        Directory.CreateSymbolicLink(Path.Combine(folder, "..", "datasets"), Path.Combine(course.Root, "datasets"));
        File.WriteAllText(Path.Combine(folder, "..", "Course.sln"), "");
        var start = new ProcessStartInfo(DotNetHost.Path, [Path.Combine(worker.Folder, WorkerFiles.Program)]) { WorkingDirectory = folder };
        foreach (string inherited in start.Environment.Keys.Where(name => !IsNeeded(name)).ToArray())
            start.Environment.Remove(inherited);
        foreach ((string name, string value) in WorkerEnvironment.Of(worker, limits with { Threads = null }, folder))
            start.Environment[name] = value;
        return start;
    }

    public void Dispose() => OpenFolder.RemoveStage(home);

    /// <summary>Links one library, and beside it all that the course's own library needs.</summary>
    private void LinkLibrary(string folder, string library)
    {
        Directory.CreateDirectory(folder);
        string own = Path.GetDirectoryName(course.Library)!;
        foreach (string file in Directory.EnumerateFileSystemEntries(own).Where(file => file != course.Library).Append(library))
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
    }

    private static bool IsNeeded(string name) => OperatingSystem.IsWindows() && name is "SystemRoot" or "windir";
}
