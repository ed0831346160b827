using System.Collections.Concurrent;

namespace Course.Grading.Sandboxes;

/// <summary>
/// The folders that a grader lays out for its workers, below the system's temporary folder. A grader that was killed leaves them behind;
/// the next one removes them. It knows them by a lock that ends with the process that holds it.
/// </summary>
internal static class StageFolders
{
    private const string Beginning = "course-grading-";
    private const string LockName = ".lock";

    // A folder is made before its lock.
    private static readonly TimeSpan youngest = TimeSpan.FromMinutes(10);

    private static readonly ConcurrentDictionary<string, FileStream> held = new();
    private static readonly Lazy<bool> swept = new(Sweep);

    /// <summary>Makes a folder, which only this process removes while it lives.</summary>
    public static string New()
    {
        _ = swept.Value;
        string folder = Directory.CreateTempSubdirectory(Beginning).FullName;
        held[folder] = Hold(Path.Combine(folder, LockName), FileMode.CreateNew);
        return folder;
    }

    /// <summary>Gives a folder up.</summary>
    public static void Release(string folder)
    {
        if (held.TryRemove(folder, out FileStream? file))
            file.Dispose();
    }

    /// <summary>Removes the folders whose graders are gone.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="now">The time.</param>
    internal static void Sweep(string folder, DateTime now)
    {
        foreach (string left in Directory.EnumerateDirectories(folder, Beginning + "*"))
        {
            try
            {
                string file = Path.Combine(left, LockName);
                var found = new DirectoryInfo(left);
                if (found.LinkTarget is not null || now - found.CreationTimeUtc < youngest || !File.Exists(file))
                    continue;
                Hold(file, FileMode.Open).Dispose();
                Directory.Delete(left, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its grader lives, or it is somebody else's.
            }
        }
    }

    private static bool Sweep()
    {
        Sweep(Path.GetTempPath(), DateTime.UtcNow);
        return true;
    }

    private static FileStream Hold(string file, FileMode mode) => new(file, mode, FileAccess.ReadWrite, FileShare.None);
}
