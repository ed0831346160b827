using System.Security.Cryptography;
using System.Text;
using Course.Hub;
using Course.Hub.Repositories;

namespace Course.Tests.Hub.Repositories;

/// <summary>The folders of a hub are repositories that Git and Git LFS, as people have them, clone from and push to.</summary>
public sealed class StockGitTests : IDisposable
{
    private static readonly RepoId model = RepoId.Model("ada/digits");
    private readonly TemporaryHub folder = new();
    private readonly byte[] weights = RandomNumberGenerator.GetBytes(200_000);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_clone_has_identical_files_and_Git_finds_no_fault()
    {
        using var git = new StockGit();
        HubRepository made = folder.Hub.Create(model);
        made.Commit("Add", [HubChange.Text("config.json", "{}"), HubChange.Bytes("a/model.safetensors", weights), HubChange.Text("README.md", "# Größe\n")]);
        made.Tag("v1");

        string clone = git.Clone(made.Address);

        foreach (HubFile file in made.Files())
        {
            using Stream stream = made.Open("main", file.Path);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Assert.Equal(content.ToArray(), File.ReadAllBytes(Path.Combine(clone, file.Path)));
        }
        Assert.Equal(4, git.Run(clone, "ls-files").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("", git.Run(clone, "status", "--porcelain"));
        Assert.Equal(made.Resolve(), git.Run(clone, "rev-parse", "v1").Trim());
        git.Run(made.Folder, "fsck", "--strict");
        Assert.Contains("OK", git.Run(clone, "lfs", "fsck"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stock_Git_pushes_by_LFS_is_read_here()
    {
        using var git = new StockGit();
        HubRepository made = folder.Hub.Create(model);
        string clone = git.Clone(made.Address);
        File.WriteAllBytes(Path.Combine(clone, "model.safetensors"), weights);
        File.WriteAllText(Path.Combine(clone, "config.json"), "{}");
        git.Run(clone, "lfs", "install", "--local");
        git.Run(clone, "add", ".");
        git.Run(clone, "commit", "-q", "-m", "Train");
        git.Run(clone, "push", "-q", "origin", "main");

        Assert.Equal("Train", made.History()[0].Message);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(weights)), made.Find("main", "model.safetensors")!.LfsSha256);
        Assert.Equal(weights, File.ReadAllBytes(Path.Combine(made.Snapshot(), "model.safetensors")));
    }

    [Fact]
    public void What_stock_Git_pushes_without_LFS_is_read_here()
    {
        using var git = new StockGit(lfs: false);
        HubRepository made = folder.Hub.Create(model);
        string clone = git.Clone(made.Address);
        File.WriteAllText(Path.Combine(clone, ".gitattributes"), "");
        File.WriteAllBytes(Path.Combine(clone, "model.safetensors"), weights);
        git.Run(clone, "add", ".");
        git.Run(clone, "commit", "-q", "-m", "Train");
        git.Run(clone, "push", "-q", "origin", "HEAD:refs/heads/main", "HEAD:refs/heads/other");
        git.Run(clone, "tag", "-a", "v1", "-m", "One");
        git.Run(clone, "push", "-q", "origin", "v1");

        Assert.Null(made.Find("main", "model.safetensors")!.LfsSha256);
        Assert.Equal(weights, File.ReadAllBytes(Path.Combine(made.Snapshot("v1"), "model.safetensors")));
        Assert.Equal(made.Resolve("other"), made.Resolve("v1"));
    }

    // Git's own answer, for names of all sorts.
    [Fact]
    public void Files_are_large_here_where_Git_says_so()
    {
        using var git = new StockGit(lfs: false);
        string clone = git.NewFolder();
        string[] rules =
        [
            "# a comment", "*.tmp -filter", "data/** filter=lfs", "data/small.txt !filter", "/top.dat filter=lfs", "docs/*.dat filter=lfs", "a?c filter=lfs", "**/deep filter=lfs",
        ];
        string text = GitAttributes.OfTheHub + string.Join('\n', rules);
        string[] paths =
        [
            "m.safetensors", "a/b/m.safetensors", "m.safetensors.txt", "saved_model/x", "saved_model/a/b", "a/saved_model/x", "x.tar.gz.old", "x.tar", "x.tmp", "data/x", "data/a/x.txt",
            "data/small.txt", "data/x.tmp", "a/data/x", "top.dat", "a/top.dat", "docs/x.dat", "docs/a/x.dat", "abc", "x/abc", "a/c", "deep", "x/deep", "x/y/deep", "deep/x", "x.BIN",
            "my.tfevents.1", "a.lfs.b", "config.json", "README.md", ".gitattributes",
        ];
        git.Run(clone, "init", "-q");
        File.WriteAllText(Path.Combine(clone, ".gitattributes"), text);
        string[] answers = git.Run(clone, ["check-attr", "filter", "--", .. paths]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var ours = new GitAttributes(text);

        Assert.Equal(
            answers.Where(answer => answer.EndsWith(": filter: lfs", StringComparison.Ordinal)),
            paths.Where(ours.IsLarge).Select(path => $"{path}: filter: lfs"));
    }

    [Theory]
    [InlineData("..", "leads out of its folder")]
    [InlineData(".git", "Git keeps for itself")]
    [InlineData("a\\..\\..\\b", "a letter that no path")]
    [InlineData("c:x", "a letter that no path")]
    public void A_pushed_path_out_of_the_folder_is_never_written(string name, string fault)
    {
        using var git = new StockGit(lfs: false);
        HubRepository made = folder.Hub.Create(model);
        Push(git, made, Entry("100644", name, Blob(git, made, "evil")));

        string message = Assert.Throws<HubFileException>(() => made.Snapshot()).Message;

        Assert.Contains(fault, message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Hub.Root, "snapshots", "models--ada--digits")));
    }

    [Fact]
    public void A_pushed_link_is_no_file()
    {
        using var git = new StockGit(lfs: false);
        HubRepository made = folder.Hub.Create(model);
        Push(git, made, Entry("120000", "model.safetensors", Blob(git, made, "/etc/passwd")));

        Assert.Empty(made.Files());
        Assert.Throws<EntryNotFoundException>(() => made.Open("main", "model.safetensors"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(made.Snapshot()));
    }

    // 10 folders in one another, each with 10 names for the same one below: 10 objects that stand for 10,000,000,000 files.
    [Fact]
    public void A_few_objects_that_stand_for_more_files_than_any_disk_holds_are_refused()
    {
        using var git = new StockGit(lfs: false);
        HubRepository made = folder.Hub.Create(model);
        string id = Blob(git, made, "x"), mode = "100644";
        for (int depth = 0; depth < 10; depth++)
        {
            id = Tree(git, made, [.. Enumerable.Range(0, 10).SelectMany(n => Entry(mode, $"{n}", id))]);
            mode = "40000";
        }
        Push(git, made, Entry(mode, "a", id));

        Assert.Contains("more than 100000 files", Assert.Throws<HubFileException>(() => made.Files()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_in_one_another_without_end_are_refused()
    {
        using var git = new StockGit(lfs: false);
        HubRepository made = folder.Hub.Create(model);
        string id = Tree(git, made, Entry("100644", "x", Blob(git, made, "x")));
        for (int depth = 0; depth < 70; depth++) id = Tree(git, made, Entry("40000", "a", id));
        Push(git, made, Entry("40000", "a", id));

        Assert.Contains("more than 64 folders", Assert.Throws<HubFileException>(() => made.Files()).Message, StringComparison.Ordinal);
        Assert.Contains("more than 64 folders", Assert.Throws<HubFileException>(() => made.Snapshot()).Message, StringComparison.Ordinal);
    }

    private static string Blob(StockGit git, HubRepository made, string text) =>
        git.RunWith(made.Folder, Encoding.UTF8.GetBytes(text), "hash-object", "-w", "--stdin").Trim();

    private static string Tree(StockGit git, HubRepository made, byte[] entries) =>
        git.RunWith(made.Folder, entries, "hash-object", "-w", "-t", "tree", "--literally", "--stdin").Trim();

    private static byte[] Entry(string mode, string name, string id) =>
        [.. Encoding.UTF8.GetBytes($"{mode} {name}\0"), .. Convert.FromHexString(id)];

    private static void Push(StockGit git, HubRepository made, byte[] entries) =>
        git.Run(made.Folder, "update-ref", "refs/heads/main", git.Run(made.Folder, "commit-tree", "-m", "Evil", Tree(git, made, entries)).Trim());
}
