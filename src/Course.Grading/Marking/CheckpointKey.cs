using System.Security.Cryptography;

namespace Course.Grading.Marking;

/// <summary>
/// The key that signs the checkpoints of this user on this machine. A checkpoint lies beside the report, where other people's files may lie
/// too; nobody but the user can write a mark that counts.
/// </summary>
internal static class CheckpointKey
{
    private const int Length = 32;
    private const string Name = "checkpoint.key";

    /// <summary>The user's key, made at its first use.</summary>
    /// <param name="folder">Where it is kept; null for the user's own folder for data of programs.</param>
    /// <returns>The key. Where it cannot be kept, it is new each time: an interrupted grading then begins anew.</returns>
    public static byte[] OfUser(string? folder = null)
    {
        byte[] made = RandomNumberGenerator.GetBytes(Length);
        folder ??= Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } own
            ? Path.Combine(own, "course-history")
            : null;
        if (folder is null)
            return made;
        try
        {
            string path = Path.Combine(folder, Name);
            if (!File.Exists(path))
                Keep(made, folder, path);
            return File.ReadAllBytes(path) is { Length: Length } kept ? kept : made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return made;
        }
    }

    /// <summary>Writes it aside and moves it, so that of two graders that begin at once both use the same.</summary>
    private static void Keep(byte[] key, string folder, string path)
    {
        Directory.CreateDirectory(folder);
        string aside = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
            file.Write(key);
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
