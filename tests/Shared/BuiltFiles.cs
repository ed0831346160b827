namespace Course.TestTools;

/// <summary>Copies of what a build laid down, for tests that want a course of their own.</summary>
internal static class BuiltFiles
{
    /// <summary>Copies a folder with all that is in it.</summary>
    /// <param name="from">The folder.</param>
    /// <param name="to">Where the copy goes; made if it is not there.</param>
    internal static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from).Where(file => !IsUnfinished(file)))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string inner in Directory.EnumerateDirectories(from))
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
    }

    // A worker that started at this moment records its profile as NAME.jit.PID and renames it: the file may be gone when its turn comes.
    private static bool IsUnfinished(string file) => Path.GetFileName(file).Contains(".jit.", StringComparison.Ordinal);
}
