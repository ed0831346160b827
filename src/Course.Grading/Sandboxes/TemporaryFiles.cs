using System.Globalization;
using System.Runtime.InteropServices;

namespace Course.Grading.Sandboxes;

/// <summary>
/// Counts the files and folders that a sandbox's temporary folder holds. Its size bounds their content only; each empty one takes about
/// 1 kB of the kernel's memory, and bubblewrap has no limit for that.
/// </summary>
internal static class TemporaryFiles
{
    private const int SizeOfAnswer = 256;
    private const int PlaceOfFiles = 40;
    private const int PlaceOfFreeFiles = 48;

    /// <param name="bubblewrap">The process that started the sandbox; what runs inside is its child.</param>
    /// <returns>The number; null if it cannot be seen from here, or there is no sandbox.</returns>
    public static long? Of(int bubblewrap)
    {
        if (!OperatingSystem.IsLinux() || ChildOf(bubblewrap) is not { } inside)
            return null;
        var answer = new byte[SizeOfAnswer];
        return statvfs(string.Create(CultureInfo.InvariantCulture, $"/proc/{inside}/root/tmp"), answer) == 0
            ? BitConverter.ToInt64(answer, PlaceOfFiles) - BitConverter.ToInt64(answer, PlaceOfFreeFiles)
            : null;
    }

    private static string? ChildOf(int process)
    {
        try
        {
            string children = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task/{process}/children"));
            return children.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        }
        catch (IOException)
        {
            return null;
        }
    }

#pragma warning disable SYSLIB1054, CA2101 // One call that needs no generated marshalling; paths are UTF-8 on Unix.
    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int statvfs(string path, byte[] answer);
#pragma warning restore SYSLIB1054, CA2101
}
