using System.Security.Cryptography;

namespace Course.Data;

/// <summary>Compares files with the catalog. Hashes are of unpacked content, since the same content can be packed in many ways.</summary>
internal static class DatasetHash
{
    /// <summary>Says nothing where the file is the one that the catalog describes.</summary>
    /// <exception cref="DatasetCorruptException">It is another.</exception>
    internal static void Verify(DatasetFile file, string path)
    {
        string? wrong = Mismatch(file, path, DatasetStore.IsPacked(path));
        if (wrong is not null)
            throw new DatasetCorruptException($"{path} is not the file that the catalog describes: {wrong}. Delete it and get it again.");
    }

    /// <summary>What is wrong with the file, else null.</summary>
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
