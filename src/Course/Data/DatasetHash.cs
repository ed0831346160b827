using System.Security.Cryptography;

namespace Course.Data;

/// <summary>Compares files with the catalog. Hashes are of unpacked content, because the same content can be packed in many ways.</summary>
internal static class DatasetHash
{
    /// <summary>Does nothing if the file matches the catalog.</summary>
    /// <exception cref="DatasetCorruptException">It does not match.</exception>
    internal static void Verify(DatasetFile file, string path)
    {
        string? wrong = Mismatch(file, path, DatasetStore.IsPacked(path));
        if (wrong is not null)
            throw new DatasetCorruptException($"{path} is not the file that the catalog describes: {wrong}. Delete it and get it again.");
    }

    /// <summary>What is wrong with the file; null if nothing is.</summary>
    internal static string? Mismatch(DatasetFile file, string path, bool packed)
    {
        try
        {
            using FileStream raw = File.OpenRead(path);
            using Stream content = packed
                ? new System.IO.Compression.GZipStream(raw, System.IO.Compression.CompressionMode.Decompress) : raw;
            string actual = Convert.ToHexStringLower(SHA256.HashData(content));
            return actual == file.Sha256 ? null : $"its SHA-256 is {actual}, not {file.Sha256}";
        }
        catch (InvalidDataException)
        {
            return "it is not a whole gzip file";
        }
    }
}
