namespace Course.Grading.Submissions;

/// <summary>
/// Names of files that are not text. Linux takes any bytes for a name. What is not UTF-8 in them is read as U+FFFD, so such a file cannot
/// be opened by the name that was read, and two may seem to have the same.
/// </summary>
internal static class FileName
{
    private const char NotText = '\ufffd';

    /// <returns>Why nothing can be opened by the name of a file or folder; null if it can.</returns>
    public static string? Fault(FileSystemInfo entry) =>
        !entry.Name.Contains(NotText, StringComparison.Ordinal) || (IsOnlyOne(entry) && Path.Exists(entry.FullName)) ? null
        : "its name is not text (UTF-8), or looks like that of another file; give it another name, and hand it in again";

    private static bool IsOnlyOne(FileSystemInfo entry) =>
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(entry.FullName)!)
            .Count(path => Path.GetFileName(path) == entry.Name) == 1;
}
