using System.IO.Compression;
using System.Security.Cryptography;
using Course.Data;

namespace Course.Tests.Data;

public sealed class DownloadTests : IAsyncLifetime
{
    private static readonly byte[] content = MakeContent();
    private static readonly byte[] packed = Pack(content);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly DataServer server = new(packed);
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(30) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DatasetFile File =>
        new() { Path = "set/data.bin.gz", Sha256 = Hash(content), Bytes = content.Length, Address = server.AddressOf("data.bin.gz") };

    private string Target => Path.Combine(folder.FullName, "set", "data.bin.gz");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_whole_download_stands_under_its_name_and_its_progress_reaches_the_total()
    {
        var seen = new List<DownloadProgress>();

        string path = await Download().GetAsync(File, new Listener(seen), Cancel);

        Assert.Equal(Target, path);
        Assert.Equal(packed, await System.IO.File.ReadAllBytesAsync(path, Cancel));
        Assert.Equal((packed.Length, packed.Length), (seen[^1].Received, seen[^1].Total));
        Assert.Equal([Target], Files());
    }

    [Fact]
    public async Task A_connection_that_is_cut_leaves_no_file_and_the_next_attempt_goes_on_from_there()
    {
        server.CutAfter = 70_000;
        var error = await Assert.ThrowsAsync<DatasetMissingException>(() => Download().GetAsync(File, null, Cancel));
        Assert.DoesNotContain('\n', error.Message);
        Assert.False(System.IO.File.Exists(Target));

        server.CutAfter = null;
        await Download().GetAsync(File, null, Cancel);

        Assert.Equal(packed, await System.IO.File.ReadAllBytesAsync(Target, Cancel));
        Assert.Equal(2, server.Ranges.Count);
        Assert.InRange(server.Ranges[1]!.Value, 1, 70_000);
        Assert.Equal([Target], Files());
    }

    [Fact]
    public async Task A_server_that_knows_no_ranges_is_read_from_the_start_again()
    {
        await LeavePart(packed[..1000]);
        server.KnowsRanges = false;

        await Download().GetAsync(File, null, Cancel);

        Assert.Equal(packed, await System.IO.File.ReadAllBytesAsync(Target, Cancel));
    }

    [Fact]
    public async Task A_beginning_of_another_version_is_thrown_away_and_all_is_fetched_anew()
    {
        await LeavePart(new byte[5000]);

        await Download().GetAsync(File, null, Cancel);

        Assert.Equal([5000L, null], server.Ranges);
        Assert.Equal(packed, await System.IO.File.ReadAllBytesAsync(Target, Cancel));
    }

    [Fact]
    public async Task A_part_that_is_already_whole_is_taken_as_it_is()
    {
        await LeavePart(packed);

        await Download().GetAsync(File, null, Cancel);

        Assert.Equal([(long?)packed.Length], server.Ranges);
        Assert.Equal([Target], Files());
    }

    [Fact]
    public async Task A_wrong_hash_is_refused_and_nothing_is_kept()
    {
        DatasetFile another = File with { Sha256 = Hash([1, 2, 3]) };

        var error = await Assert.ThrowsAsync<DatasetCorruptException>(() => Download().GetAsync(another, null, Cancel));

        Assert.Contains("Nothing was kept", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_file_that_the_server_does_not_have_gives_one_clear_line()
    {
        server.Status = 404;

        var error = await Assert.ThrowsAsync<DatasetMissingException>(() => Download().GetAsync(File, null, Cancel));

        Assert.Equal($"{File.Address} cannot be fetched: the server answered 404 NotFound.", error.Message);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task No_server_at_all_gives_one_clear_line()
    {
        DatasetFile nowhere = File with { Address = new Uri("http://127.0.0.1:9/data.bin.gz") };

        var error = await Assert.ThrowsAsync<DatasetMissingException>(() => Download().GetAsync(nowhere, null, Cancel));

        Assert.StartsWith("http://127.0.0.1:9/data.bin.gz cannot be fetched: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_file_without_an_address_names_the_variable_that_helps()
    {
        var error = await Assert.ThrowsAsync<DatasetMissingException>(() => Download()
            .GetAsync(File with { Address = null }, null, Cancel));

        Assert.Contains(Datasets.MirrorVariable, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_served_unpacked_is_found_under_the_catalogs_packed_name()
    {
        await using var plain = new DataServer(DownloadTests.content);
        DatasetFile file = File with { Address = plain.AddressOf("data.bin") };

        await Download().GetAsync(file, null, Cancel);

        using Stream? content = new DatasetStore(null, null, folder.FullName).Open(file);
        Assert.NotNull(content);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Cancel);
        Assert.Equal(DownloadTests.content, bytes.ToArray());
    }

    private DatasetDownload Download() => new(client, folder.FullName);

    private string[] Files() => Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories);

    private async Task LeavePart(byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        await System.IO.File.WriteAllBytesAsync(Target + ".part", bytes, Cancel);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] MakeContent()
    {
        var content = new byte[200_000];
        new Random(1).NextBytes(content);
        return content;
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    private sealed class Listener(List<DownloadProgress> seen) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => seen.Add(value);
    }
}
