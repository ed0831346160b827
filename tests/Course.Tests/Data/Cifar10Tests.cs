using System.Formats.Tar;
using System.IO.Compression;
using Course.Data;

namespace Course.Tests.Data;

public class Cifar10Tests
{
    private const int Record = 3073;

    [Fact]
    public void Batches_and_test_batch_are_read_apart()
    {
        Cifar10 set = Cifar10.Read(Archive(("cifar-10-batches-bin/data_batch_1.bin", Picture(3, 255).Concat(Picture(7, 51))),
            ("cifar-10-batches-bin/readme.html", [1, 2, 3]), ("cifar-10-batches-bin/test_batch.bin", Picture(9, 0))));

        Assert.Equal([3, 7], set.Train.Labels);
        Assert.Equal([9], set.Test.Labels);
        Assert.Equal(3072, set.Train.Images[0].Length);
        Assert.Equal(1f, set.Train.Images[0][5]);
        Assert.Equal(0.2f, set.Train.Images[1][3071]);
    }

    [Fact]
    public void A_broken_batch_is_refused() =>
        Assert.Throws<DatasetCorruptException>(() => Cifar10.Read(Archive(("data_batch_1.bin", Picture(3, 255).Take(100)))));

    private static IEnumerable<byte> Picture(byte label, byte level) => [label, .. Enumerable.Repeat(level, Record - 1)];

    private static MemoryStream Archive(params (string Name, IEnumerable<byte> Content)[] files)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var (name, content) in files)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([.. content]) });
        }
        packed.Position = 0;
        return packed;
    }
}
