namespace Course.Notebooks.Isolation;

/// <summary>
/// Finds programs. <c>Process.Start</c> looks for a bare name in the current directory too, and that may be a folder of submissions: a file
/// called <c>git</c> in it would run with the rights of whoever grades.
/// </summary>
public static class ProgramPath
{
    private static volatile string[] distrusted = [];

    /// <summary>From now on, no program is taken from some folders, even if PATH names them: what strangers handed in lies there.</summary>
    /// <param name="folders">The folders, and files, whose folders are meant.</param>
    public static void Distrust(IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        distrusted = [.. folders.Select(folder => Real(File.Exists(folder) ? Path.GetDirectoryName(Path.GetFullPath(folder))! : folder))];
    }

    /// <summary>Looks in the absolute folders of PATH, and nowhere else.</summary>
    /// <param name="name">The program's name, without an ending: <c>git</c>.</param>
    /// <returns>Its absolute path; null if there is none.</returns>
    public static string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(path => IsProgram(path) && !IsDistrusted(path));
    }

    // Where the program is found, and where it is.
    private static bool IsDistrusted(string path) => ((string[])
        [Path.Combine(Real(Path.GetDirectoryName(path)!), Path.GetFileName(path)), File.ResolveLinkTarget(path, true)?.FullName ?? path])
        .Any(place => distrusted.Any(folder => place.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)));

    private static string Real(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Directory.Exists(full) ? Directory.ResolveLinkTarget(full, true)?.FullName ?? full : full;
    }

    private static bool IsProgram(string path) => File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
