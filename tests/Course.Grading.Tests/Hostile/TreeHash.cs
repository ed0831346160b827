using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Course.Grading.Tests.Hostile;

/// <summary>Tells whether anything in a folder changed.</summary>
internal static class TreeHash
{
    /// <summary>
    /// Hashes the names, sizes and times of a folder's files, and what small ones hold.
    /// </summary>
    internal static string Of(string path)
    {
        IEnumerable<string> files = Directory.EnumerateFileSystemEntries(path, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (string file in files)
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
