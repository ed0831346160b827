namespace Course.Notebooks.Isolation;

/// <summary>
/// Finds programs. <c>Process.Start</c> looks for a bare name in the current directory too, and that may be a folder of submissions: a file
/// called <c>git</c> in it would run with the rights of whoever grades.
/// </summary>
public static class ProgramPath
{
    /// <summary>Looks in the absolute folders of PATH, and nowhere else.</summary>
    /// <param name="name">The program's name, without an ending: <c>git</c>.</param>
    /// <returns>Its absolute path; null if there is none.</returns>
    public static string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, file)).FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path) => File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
