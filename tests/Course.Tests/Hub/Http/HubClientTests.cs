using System.Text.Json.Nodes;
using Course.Data;
using Course.Hub;
using Course.Hub.Http;
using Course.Hub.Repositories;

namespace Course.Tests.Hub.Http;

public sealed class HubClientTests : HubFixture
{
    [Fact]
    public async Task A_snapshot_has_every_file_byte_for_byte()
    {
        string snapshot = await Client.SnapshotAsync(Model, cancel: Cancel);

        Assert.Equal(Path.Combine(ModelFolder, "snapshots", Commit), snapshot);
        Assert.Equal([.. Contents.Keys.Append(".gitattributes").Order(StringComparer.Ordinal)], FilesOf(snapshot));
        Assert.All(Contents, file => Assert.Equal(file.Value, File.ReadAllBytes(Path.Combine(snapshot, file.Key))));
    }

    [Fact]
    public async Task The_cache_is_laid_out_as_the_Hubs_guide_says()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets few make links, so the cache is made of files there.");
        await Client.SnapshotAsync(Model, cancel: Cancel);

        IReadOnlyList<HubFile> files = Hub[Model].Files();
        Assert.Equal(Commit, File.ReadAllText(Path.Combine(ModelFolder, "refs", "main")));
        Assert.Equal(files.Select(file => file.ETag).Distinct().Order(StringComparer.Ordinal), FilesOf(Path.Combine(ModelFolder, "blobs")));
        HubFile large = files.Single(file => file.Path == "model.safetensors"), deep = files.Single(file => file.Path.StartsWith("notes", StringComparison.Ordinal));
        Assert.Equal(64, large.ETag.Length);
        Assert.Equal(40, deep.ETag.Length);
        string snapshot = Path.Combine(ModelFolder, "snapshots", Commit);
        Assert.Equal($"../../blobs/{large.ETag}", new FileInfo(Path.Combine(snapshot, large.Path)).LinkTarget);
        Assert.Equal($"../../../../blobs/{deep.ETag}", new FileInfo(Path.Combine(snapshot, deep.Path)).LinkTarget);
        JsonNode tree = JsonNode.Parse(File.ReadAllText(Path.Combine(ModelFolder, "trees", Commit + ".json")))!;
        Assert.Equal(1, (int)tree["format_version"]!);
        Assert.Equal(large.LfsSha256, (string?)tree["files"]!["model.safetensors"]!["lfs_sha256"]);
        Assert.Equal(300_000, (long)tree["files"]!["model.safetensors"]!["lfs_size"]!);
        Assert.Equal(["blob_id", "size"], tree["files"]!["config.json"]!.AsObject().Select(pair => pair.Key).Order());
    }

    [Fact]
    public async Task What_is_in_the_cache_is_asked_for_once_more_but_not_fetched()
    {
        await Client.SnapshotAsync(Model, cancel: Cancel);
        Line.Requests.Clear();

        await Client.SnapshotAsync(Model, cancel: Cancel);
        Asked only = Assert.Single(Line.Requests);
        Assert.Equal($"/api/models/ada/digits/revision/main", only.Target);

        Line.Requests.Clear();
        await Client.DownloadAsync(Model, "config.json", cancel: Cancel);
        Assert.Equal("HEAD", Assert.Single(Line.Requests).Method);
    }

    [Fact]
    public async Task A_commit_that_is_written_out_is_never_asked_for_again()
    {
        await Client.SnapshotAsync(Model, Commit, cancel: Cancel);
        Line.Requests.Clear();

        await Client.SnapshotAsync(Model, Commit, cancel: Cancel);
        string file = await Client.DownloadAsync(Model, "notes/deep er/日月.txt", Commit, cancel: Cancel);
        Assert.Equal(Commit, await Client.CommitAsync(Model, Commit, Cancel));

        Assert.Empty(Line.Requests);
        Assert.Equal("a file in folders", File.ReadAllText(file));
    }

    [Fact]
    public async Task A_new_commit_makes_a_new_snapshot_and_fetches_what_is_new()
    {
        string old = await Client.SnapshotAsync(Model, cancel: Cancel);
        string commit = Hub[Model].Commit("Another card", [HubChange.Text("README.md", "# Better digits\n")]);
        Line.Requests.Clear();

        string snapshot = await Client.SnapshotAsync(Model, cancel: Cancel);

        Assert.Equal(1, FilesAsked);
        Assert.EndsWith(commit, snapshot, StringComparison.Ordinal);
        Assert.Equal("# Better digits\n", File.ReadAllText(Path.Combine(snapshot, "README.md")));
        Assert.Equal("# Digits\n", File.ReadAllText(Path.Combine(old, "README.md")));
        Assert.Equal(commit, File.ReadAllText(Path.Combine(ModelFolder, "refs", "main")));
    }

    [Fact]
    public async Task Tags_data_sets_and_apps_have_their_own_places()
    {
        Hub[Model].Tag("v1");
        Hub.Create(RepoId.Dataset("ada/words")).Commit("Words", [HubChange.Text("words.txt", "one")]);
        Hub.Create(RepoId.Space("ada/draw")).Commit("App", [HubChange.Text("index.html", "<p>")]);

        Assert.Equal(Commit, Path.GetFileName(await Client.SnapshotAsync(Model, "v1", cancel: Cancel)));
        Assert.Equal("one", File.ReadAllText(await Client.DownloadAsync(RepoId.Dataset("ada/words"), "words.txt", cancel: Cancel)));
        Assert.Equal("<p>", File.ReadAllText(await Client.DownloadAsync(RepoId.Space("ada/draw"), "index.html", cancel: Cancel)));
        Assert.Equal([".locks", "datasets--ada--words", "models--ada--digits", "spaces--ada--draw"],
            Directory.GetDirectories(CacheFolder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(Commit, File.ReadAllText(Path.Combine(ModelFolder, "refs", "v1")));
    }

    [Fact]
    public async Task Where_links_are_impossible_a_snapshot_is_made_of_files()
    {
        Client.Dispose();
        Client = new(Settings with { Links = false });

        string snapshot = await Client.SnapshotAsync(Model, cancel: Cancel);

        Assert.All(Contents, file => Assert.Equal(file.Value, File.ReadAllBytes(Path.Combine(snapshot, file.Key))));
        Assert.All(FilesOf(snapshot), path => Assert.Null(new FileInfo(Path.Combine(snapshot, path)).LinkTarget));
        Assert.Empty(FilesOf(Path.Combine(ModelFolder, "blobs")));
    }

    [Fact]
    public async Task Files_that_links_of_another_program_need_are_copied_and_not_moved()
    {
        string linked = await Client.SnapshotAsync(Model, cancel: Cancel);
        Hub[Model].Commit("Another card", [HubChange.Text("README.md", "# Better digits\n")]);
        Client.Dispose();
        Client = new(Settings with { Links = false });

        await Client.SnapshotAsync(Model, cancel: Cancel);

        Assert.All(Contents, file => Assert.Equal(file.Value, File.ReadAllBytes(Path.Combine(linked, file.Key))));
    }

    [Fact]
    public async Task Without_the_network_the_cache_is_enough_and_what_it_lacks_is_named()
    {
        string file = await Client.DownloadAsync(Model, "config.json", cancel: Cancel);
        Line.Requests.Clear();
        using var offline = new HubClient(Settings with { Offline = true });

        Assert.Equal(file, await offline.DownloadAsync(Model, "config.json", cancel: Cancel));
        Assert.Equal(Commit, await offline.CommitAsync(Model, cancel: Cancel));
        var error = await Assert.ThrowsAsync<NotInCacheException>(() => offline.DownloadAsync(Model, "README.md", cancel: Cancel));
        Assert.Contains("README.md of ada/digits", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotInCacheException>(() => offline.SnapshotAsync(Model, cancel: Cancel));
        await Assert.ThrowsAsync<NotInCacheException>(() => offline.CommitAsync(Model, "another", Cancel));
        Assert.Empty(Line.Requests);

        await Client.SnapshotAsync(Model, cancel: Cancel);
        Assert.Equal(Path.GetDirectoryName(file), await offline.SnapshotAsync(Model, cancel: Cancel));
    }

    [Fact]
    public async Task A_hub_that_is_gone_leaves_what_is_in_the_cache()
    {
        string snapshot = await Client.SnapshotAsync(Model, cancel: Cancel);
        await Line.DisposeAsync();

        Assert.Equal(snapshot, await Client.SnapshotAsync(Model, cancel: Cancel));
        Assert.Equal(Path.Combine(snapshot, "config.json"), await Client.DownloadAsync(Model, "config.json", cancel: Cancel));
        await Assert.ThrowsAsync<HubUnreachableException>(() => Client.DownloadAsync(Model, "other.json", cancel: Cancel));
    }

    [Fact]
    public async Task What_is_not_there_is_told_apart_in_one_line()
    {
        Exception[] errors =
        [
            await Assert.ThrowsAsync<RepositoryNotFoundException>(() => Client.CommitAsync(RepoId.Model("ada/nothing"), cancel: Cancel)),
            await Assert.ThrowsAsync<RevisionNotFoundException>(() => Client.CommitAsync(Model, "no-branch", Cancel)),
            await Assert.ThrowsAsync<RevisionNotFoundException>(() => Client.DownloadAsync(Model, "config.json", new string('a', 40), cancel: Cancel)),
            await Assert.ThrowsAsync<EntryNotFoundException>(() => Client.DownloadAsync(Model, "no.json", cancel: Cancel)),
            await Assert.ThrowsAsync<HubFileException>(() => Client.DownloadAsync(Model, "../config.json", cancel: Cancel)),
            await Assert.ThrowsAsync<HubFileException>(() => Client.DownloadAsync(Model, "config.json", "../../main", cancel: Cancel)),
        ];
        Assert.All(errors, error => Assert.DoesNotContain('\n', error.Message));
        Assert.Empty(Cached);
    }

    [Fact]
    public async Task Progress_reaches_the_total()
    {
        var seen = new List<DownloadProgress>();

        await Client.DownloadAsync(Model, "model.safetensors", progress: new Listener(seen), cancel: Cancel);

        Assert.Equal(new("model.safetensors", 300_000, 300_000), seen[^1]);
        Assert.Equal(seen.Select(one => one.Received).Order(), seen.Select(one => one.Received));
    }

    [Fact]
    public async Task Two_at_once_fetch_a_file_once()
    {
        using var other = new HubClient(Settings);

        string[] paths = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? Client : other).DownloadAsync(Model, "model.safetensors", cancel: Cancel)));

        Assert.Single(paths.Distinct());
        Assert.Equal(1, FilesAsked);
    }

    [Fact]
    public async Task A_blob_that_was_cut_and_a_link_to_nothing_are_mended()
    {
        string file = await Client.DownloadAsync(Model, "model.safetensors", cancel: Cancel);
        string blob = Path.Combine(ModelFolder, "blobs", Hub[Model].Find("main", "model.safetensors")!.ETag);
        File.Delete(file);
        File.WriteAllBytes(blob, Noise(1000));
        await Client.DownloadAsync(Model, "model.safetensors", cancel: Cancel);
        Assert.Equal(Contents["model.safetensors"], File.ReadAllBytes(file));

        File.Delete(blob);
        await Client.DownloadAsync(Model, "model.safetensors", cancel: Cancel);
        Assert.Equal(Contents["model.safetensors"], File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{\"format_version\": 2, \"files\": {}}")]
    [InlineData("{\"format_version\": 1, \"files\": {\"config.json\": null}}")]
    [InlineData("{\"format_version\": 1, \"files\": {\"config.json\": {}}}")]
    [InlineData("{\"format_version\": 1, \"files\": {\"../../config.json\": {\"size\": 1, \"blob_id\": \"aa\"}}}")]
    public async Task A_list_in_the_cache_that_is_wrong_is_fetched_anew(string list)
    {
        await Client.SnapshotAsync(Model, cancel: Cancel);
        string tree = Path.Combine(ModelFolder, "trees", Commit + ".json"), whole = File.ReadAllText(tree);
        File.WriteAllText(tree, list);

        await Client.SnapshotAsync(Model, cancel: Cancel);
        Assert.Equal(whole, File.ReadAllText(tree));
    }

    private sealed class Listener(List<DownloadProgress> seen) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => seen.Add(value);
    }
}
