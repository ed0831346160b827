using System.Runtime.InteropServices;

namespace Course.Grading.Sandboxes;

/// <summary>
/// Makes folders readable for another user. A grader started as root becomes an unprivileged user before it starts the sandbox, and that
/// user cannot read a checkout below /root.
/// </summary>
internal static class OpenFolder
{
    private const UnixFileMode ReadByOthers = UnixFileMode.OtherRead;
    private const UnixFileMode EnteredByOthers = UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode OpenDirectory = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | EnteredByOthers;

    /// <summary>The folder itself if everybody can read it, otherwise a copy of it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="stage">The destination of a copy: a folder that everybody can enter.</param>
    public static string Of(string folder, string stage)
    {
        if (IsOpen(folder))
            return folder;
        string copy = Path.Combine(stage, Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar)));
        Copy(folder, copy);
        return copy;
    }

    /// <summary>Creates a folder for copies, which everybody can enter and only the grader's user can change.</summary>
    public static string NewStage()
    {
        string stage = StageFolders.New();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(stage, OpenDirectory);
        return stage;
    }

    /// <summary>Copies files by name.</summary>
    public static void CopyFiles(string from, IEnumerable<string> names, string to)
    {
        Make(to);
        foreach (string name in names)
            CopyFile(Path.Combine(from, name), Path.Combine(to, name));
    }

    /// <summary>Creates a folder that everybody can enter.</summary>
    public static void Make(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, OpenDirectory);
    }

    /// <summary>Lets everybody read a file.</summary>
    public static void Open(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.GroupRead | ReadByOthers);
    }

    /// <summary>Removes a stage, and all that is in it.</summary>
    public static void RemoveStage(string stage)
    {
        StageFolders.Release(stage);
        Remove(stage);
    }

    /// <summary>Removes a folder with all that is in it. What a worker that is still exiting holds is left to the system.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system empties its temporary folder.
        }
    }

    private static bool IsOpen(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (!at.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        }

        return new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .All(entry => entry.UnixFileMode.HasFlag(entry is DirectoryInfo ? EnteredByOthers : ReadByOthers));
    }

    private static void Copy(string from, string to)
    {
        Make(to);
        foreach (string file in Directory.EnumerateFiles(from))
            CopyFile(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.EnumerateDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static void CopyFile(string from, string to)
    {
        // A hard link costs nothing (torch alone is 490 MB), but shares the file's mode, so only a file that is already readable may be
        // linked.
        bool open = OperatingSystem.IsWindows() || File.GetUnixFileMode(from).HasFlag(ReadByOthers);
        if (!OperatingSystem.IsWindows() && open && link(from, to) == 0)
            return;
        File.Copy(from, to);
        Open(to);
    }

#pragma warning disable SYSLIB1054, CA2101 // One call that needs no generated marshalling; paths are UTF-8 on Unix.
    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int link(string from, string to);
#pragma warning restore SYSLIB1054, CA2101
}
