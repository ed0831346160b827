using System.Security.Cryptography;
using System.Text;
using Course.Hub;
using Course.Hub.Repositories;

namespace Course.Tests.Hub.Repositories;

public sealed class LocalHubTests : IDisposable
{
    private static readonly RepoId model = RepoId.Model("ada/digits");
    private readonly TemporaryHub folder = new();

    private LocalHub Hub => folder.Hub;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_repository_has_a_branch_main_and_the_file_that_names_what_is_large()
    {
        HubRepository made = Hub.Create(model);

        HubFile only = Assert.Single(made.Files());
        Assert.Equal(".gitattributes", only.Path);
        Assert.Equal(GitAttributes.OfTheHub, made.ReadText("main", ".gitattributes"));
        Assert.Equal("main", Assert.Single(made.Branches).Key);
        Assert.Equal("ref: refs/heads/main\n", File.ReadAllText(Path.Combine(made.Folder, "HEAD")));
        Assert.Matches("^[0-9a-f]{40}$", made.Resolve());
    }

    [Fact]
    public void Repositories_are_listed_by_kind_and_found_by_name()
    {
        RepoId[] names = [RepoId.Model("ada/a"), RepoId.Model("bob/a"), RepoId.Dataset("ada/a"), RepoId.Space("ada/draw")];
        foreach (RepoId name in names) Hub.Create(name);
        Directory.CreateDirectory(Path.Combine(Hub.Root, "models", "ada", "no repository.git"));

        Assert.Equal(names, Hub.List());
        Assert.Equal(names[..2], Hub.List(RepoKind.Model));
        Assert.Null(Hub.Find(RepoId.Dataset("bob/a")));
        Assert.Equal("There is no repository \"ada/aa\". Did you mean \"ada/a\"?", Assert.Throws<RepositoryNotFoundException>(() => Hub[RepoId.Model("ada/aa")]).Message);
        Assert.Throws<HubException>(() => Hub.Create(names[0]));
        Assert.Equal(Hub[names[0]].Resolve(), Hub.Create(names[0], existOk: true).Resolve());
    }

    [Fact]
    public void What_is_committed_is_read_again_and_large_files_lie_beside_the_repository()
    {
        HubRepository made = Hub.Create(model);
        byte[] weights = RandomNumberGenerator.GetBytes(300_000);

        string commit = made.Commit("Add", [HubChange.Text("config.json", "{}"), HubChange.Bytes("a/model.safetensors", weights), HubChange.Bytes("empty.bin", [])]);

        Assert.Equal(commit, made.Resolve());
        Assert.Equal([".gitattributes", "a/model.safetensors", "config.json", "empty.bin"], made.Files().Select(file => file.Path));
        HubFile large = made.Find("main", "a/model.safetensors")!;
        string sha = Convert.ToHexStringLower(SHA256.HashData(weights));
        Assert.Equal((weights.Length, sha, sha), (large.Size, large.LfsSha256, large.ETag));
        Assert.Equal(BlobId(Encoding.UTF8.GetBytes(new LfsPointer(sha, weights.Length).Write())), large.BlobId);
        Assert.True(File.Exists(Path.Combine(made.Folder, "lfs", "objects", sha[..2], sha[2..4], sha)));
        Assert.Equal(weights, Read(made, "main", "a/model.safetensors"));
        HubFile small = made.Find("main", "config.json")!;
        Assert.Equal((2, BlobId("{}"u8.ToArray()), (string?)null), (small.Size, small.BlobId, small.LfsSha256));
        Assert.Equal(0, made.Find("main", "empty.bin")!.Size);
        Assert.Null(made.Find("main", "a"));
        Assert.Null(made.Find("main", "b"));
        Assert.Throws<EntryNotFoundException>(() => made.Open("main", "b"));
    }

    [Fact]
    public void Old_versions_stay_under_their_tags_branches_and_commits()
    {
        HubRepository made = Hub.Create(model);
        string first = made.Commit("One", [HubChange.Text("a.txt", "1"), HubChange.Text("b/c.txt", "1")]);
        made.Tag("v1");
        made.Branch("old");
        string second = made.Commit("Two", [HubChange.Text("a.txt", "2"), HubChange.Delete("b/c.txt")]);

        Assert.Equal("2", made.ReadText("main", "a.txt"));
        foreach (string revision in (string[])["v1", "old", first, first[..7], "refs/tags/v1"]) Assert.Equal("1", made.ReadText(revision, "a.txt"));
        Assert.Equal(first, made.Resolve("v1"));
        Assert.Null(made.Find("main", "b/c.txt"));
        Assert.Equal(["Two", "One", "initial commit"], made.History().Select(one => one.Message));
        Assert.Equal(["Two"], made.History(most: 1).Select(one => one.Message));
        Assert.Equal("Ada", made.History()[0].Author);
        Assert.Equal(["main", "old"], made.Branches.Keys);
        Assert.Equal(first, made.Tags["v1"]);
        Assert.Throws<HubException>(() => made.Tag("v1", second));
        Assert.Equal(second, made.Commit("Nothing new", [HubChange.Text("a.txt", "2")]));
        Assert.Throws<EntryNotFoundException>(() => made.Commit("No", [HubChange.Delete("b/c.txt")]));
        Assert.Throws<ArgumentException>(() => made.Tag("a b"));
    }

    // Git itself would go and look for some of these.
    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("main~1")]
    [InlineData("main^{tree}")]
    [InlineData("HEAD")]
    [InlineData("@")]
    [InlineData("main:config.json")]
    [InlineData(":/initial")]
    [InlineData("../main")]
    [InlineData("refs/heads/../../HEAD")]
    [InlineData("0000000")]
    [InlineData("0000000000000000000000000000000000000000")]
    [InlineData("main\n")]
    public void What_is_no_branch_tag_or_commit_is_no_revision(string revision) =>
        Assert.DoesNotContain('\n', Assert.Throws<RevisionNotFoundException>(() => Hub.Create(model).Resolve(revision)).Message);

    [Fact]
    public void Many_who_commit_at_once_lose_nothing()
    {
        HubRepository made = Hub.Create(model);

        Parallel.For(0, 8, n => Hub[model].Commit($"{n}", [HubChange.Text($"{n}.txt", $"{n}")]));

        Assert.Equal(9, made.Files().Count);
        Assert.Equal(9, made.History().Count);
    }

    [Fact]
    public void With_a_clock_that_stands_still_equal_commits_have_equal_names()
    {
        string Make(string name)
        {
            HubRepository made = new LocalHub(Path.Combine(Hub.Root, name), "ada", new Standstill()).Create(model);
            return made.Commit("Add", [HubChange.Text("a.txt", "1")]);
        }

        Assert.Equal(Make("x"), Make("y"));
    }

    [Fact]
    public void A_snapshot_is_a_folder_with_all_files_and_is_made_once()
    {
        HubRepository made = Hub.Create(model);
        byte[] weights = RandomNumberGenerator.GetBytes(1_000);
        string commit = made.Commit("Add", [HubChange.Text("a/b.txt", "1"), HubChange.Bytes("model.safetensors", weights)]);

        string place = made.Snapshot();

        Assert.Equal(commit, Path.GetFileName(place));
        Assert.Equal("1", File.ReadAllText(Path.Combine(place, "a", "b.txt")));
        Assert.Equal(weights, File.ReadAllBytes(Path.Combine(place, "model.safetensors")));
        File.WriteAllText(Path.Combine(place, "mark"), "");
        Assert.True(File.Exists(Path.Combine(made.Snapshot(commit), "mark")));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(place)!));
    }

    [Fact]
    public void A_large_content_that_is_damaged_cut_or_gone_is_named()
    {
        HubRepository made = Hub.Create(model);
        made.Commit("Add", [HubChange.Bytes("model.safetensors", new byte[100])]);
        string sha = made.Find("main", "model.safetensors")!.LfsSha256!, place = Path.Combine(made.Folder, "lfs", "objects", sha[..2], sha[2..4], sha);

        File.WriteAllBytes(place, [.. new byte[99], 1]);
        Assert.Contains("its SHA-256 is another", Assert.Throws<HubFileException>(() => made.Snapshot()).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Hub.Root, "snapshots", "models--ada--digits", made.Resolve())));
        File.WriteAllBytes(place, new byte[50]);
        Assert.Contains("should have 100 bytes", Assert.Throws<HubFileException>(() => made.Open("main", "model.safetensors")).Message, StringComparison.Ordinal);
        File.Delete(place);
        Assert.Contains("git lfs push", Assert.Throws<HubFileException>(() => made.Open("main", "model.safetensors")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_file_of_attributes_names_is_large()
    {
        HubRepository made = Hub.Create(model);
        made.Commit("Add", [HubChange.Text(".gitattributes", "*.csv filter=lfs\nsmall/*.csv -filter\n"), HubChange.Text("a.csv", "1"), HubChange.Text("small/b.csv", "1"), HubChange.Text("m.safetensors", "1")]);

        Assert.Equal(["a.csv"], made.Files().Where(file => file.LfsSha256 is not null).Select(file => file.Path));
    }

    private static byte[] Read(HubRepository from, string revision, string path)
    {
        using Stream stream = from.Open(revision, path);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

#pragma warning disable CA5350 // SHA-1 is what Git names its objects by
    private static string BlobId(byte[] content) =>
        Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content]));
#pragma warning restore CA5350

    private sealed class Standstill : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2020, 11, 2, 12, 0, 0, TimeSpan.Zero);
    }
}
