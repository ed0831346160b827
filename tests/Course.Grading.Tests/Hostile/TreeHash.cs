using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Course.Grading.Tests.Hostile;

/// <summary>Tells whether anything in a folder changed.</summary>
internal static class TreeHash
{
    /// <summary>
    /// Hashes everything that a submission might want to change: the checkout without what builds and git write and the profiles that
    /// workers leave, and what notebooks and workers are started from.
    /// </summary>
    internal static string OfCourse()
    {
        string root = Repository.Course.Root;
        string[] kept = [.. Directory.EnumerateFileSystemEntries(root)
            .Where(entry => Path.GetFileName(entry) is not ("artifacts" or ".git"))];
        return string.Join('\n', kept.Append(Path.Combine(root, "artifacts", "course")).Append(Path.Combine(root, "artifacts", "cli"))
            .Order().Select(Of));
    }

    /// <summary>Hashes the names, sizes and times of a folder's files, and what small ones hold.</summary>
    internal static string Of(string path)
    {
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFileSystemEntries(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
        var text = new StringBuilder();
        foreach (string file in files.Where(file => !Path.GetFileName(file).StartsWith("worker-", StringComparison.Ordinal)))
        {
            FileSystemInfo info = Directory.Exists(file) ? new DirectoryInfo(file) : new FileInfo(file);
            text.Append(CultureInfo.InvariantCulture, $"{file}|{info.Attributes}|{info.LastWriteTimeUtc.Ticks}|");
            if (info is FileInfo { LinkTarget: null, Length: < 100_000 })
                text.Append(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
            text.Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
