using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Course.Hub.Http;

/// <summary>
/// The names by which the Hub knows contents: Git's own, which is the SHA-1 of the word blob, the length and the bytes, or for files of
/// Git LFS the SHA-256 of the bytes.
/// </summary>
internal static class HubHash
{
    private const int HexDigitsOfGit = 40;

    /// <summary>What is wrong with a file; null if nothing is.</summary>
    /// <param name="path">The file on this machine.</param>
    /// <param name="etag">Its hash, 40 or 64 hex digits.</param>
    /// <param name="size">Its bytes; null if they were not told.</param>
    internal static string? Mismatch(string path, string etag, long? size)
    {
        using FileStream content = File.OpenRead(path);
        if (size is { } bytes && content.Length != bytes)
            return string.Create(CultureInfo.InvariantCulture, $"it has {content.Length:N0} bytes, not {bytes:N0}");
        bool git = etag.Length == HexDigitsOfGit;
        string actual = git ? OfGit(content) : Convert.ToHexStringLower(SHA256.HashData(content));
        return actual == etag ? null : $"its {(git ? "Git hash" : "SHA-256")} is {actual}, not {etag}";
    }

    private static string OfGit(FileStream content)
    {
#pragma warning disable CA5350 // SHA-1 is what Git names its objects by
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0")));
        var buffer = new byte[1 << 16];
        for (int count; (count = content.Read(buffer)) > 0;) hash.AppendData(buffer, 0, count);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
