using System.Formats.Tar;
using System.IO.Compression;

namespace Course.Data;

/// <summary>
/// CIFAR-10, 32 × 32 colour pictures of ten kinds of things. A. Krizhevsky, Learning multiple layers of features from tiny images,
/// University of Toronto, 2009.
/// </summary>
/// <param name="Train">50,000 pictures.</param>
/// <param name="Test">10,000 pictures.</param>
public sealed record Cifar10(ColourSet Train, ColourSet Test)
{
    private const int Side = 32;
    private const int Record = 1 + 3 * Side * Side;

    /// <summary>Loads the binary version, to download.</summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">A file is damaged.</exception>
    public static Cifar10 Load()
    {
        using Stream content = Datasets.Open("cifar-10", "cifar-10-binary.tgz");
        return Read(content);
    }

    /// <summary>Reads the archive: files of records, a byte for the class and 3,072 for the picture, red, green, blue.</summary>
    internal static Cifar10 Read(Stream archive)
    {
        List<(byte[] Record, bool Test)> records = [];
        using var unpacked = new GZipStream(archive, CompressionMode.Decompress);
        using var files = new TarReader(unpacked);
        while (files.GetNextEntry() is { } file)
        {
            if (file.DataStream is null || !file.Name.EndsWith(".bin", StringComparison.Ordinal)) continue;
            if (file.Length % Record != 0) throw new DatasetCorruptException($"{file.Name} holds no whole number of pictures.");
            for (long left = file.Length / Record; left > 0; left--)
            {
                var record = new byte[Record];
                file.DataStream.ReadExactly(record);
                records.Add((record, file.Name.EndsWith("test_batch.bin", StringComparison.Ordinal)));
            }
        }
        return new(Set(records.Where(entry => !entry.Test)), Set(records.Where(entry => entry.Test)));
    }

    private static ColourSet Set(IEnumerable<(byte[] Record, bool Test)> entries)
    {
        byte[][] records = [.. entries.Select(entry => entry.Record)];
        return new(Side, Side, Array.ConvertAll(records, record => Array.ConvertAll(record[1..], level => level / 255f)),
            Array.ConvertAll(records, record => (int)record[0]));
    }
}
