using System.Security.Cryptography;
using System.Text;
using Course.Data;

namespace Course.Tests.Data;

public sealed class ResolutionTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory();
    private readonly DatasetFile file = new()
    {
        Path = "set/a.txt",
        Sha256 = Convert.ToHexStringLower(SHA256.HashData("right"u8)),
        Bytes = 5
    };

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void The_repository_comes_before_the_mirror_and_the_mirror_before_the_cache()
    {
        DatasetStore store = new(Folder("repository"), Folder("mirror"), Folder("cache"));
        Assert.Null(store.Find(file));

        string cached = Put("cache", "right");
        Assert.Equal(cached, store.Find(file));
        string mirrored = Put("mirror", "right");
        Assert.Equal(mirrored, store.Find(file));
        string shipped = Put("repository", "right");
        Assert.Equal(shipped, store.Find(file));
    }

    [Fact]
    public void A_file_of_a_mirror_with_another_content_is_refused_with_one_clear_line()
    {
        string path = Put("mirror", "wrong");

        var error = Assert.Throws<DatasetCorruptException>(() => new DatasetStore(null, Folder("mirror"), Folder("cache")).Open(file));

        Assert.StartsWith($"{path} is not the file that the catalog describes: its SHA-256 is ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void An_unknown_name_lists_the_names_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Datasets.Find("minst"));

        Assert.StartsWith("There is no data set 'minst'. There are: mnist-10k, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_says_in_one_line_what_to_do()
    {
        Assert.Equal(
            "The data set 'mnist' is not on this machine: run './course data get mnist', or set COURSE_DATA_MIRROR to a folder that "
                + "holds it.", Datasets.Missing(Datasets.Find("mnist")).Message);
        Assert.Contains("cannot be downloaded in this form", Datasets.Missing(Datasets.Find("brown")).Message, StringComparison.Ordinal);
        Assert.Contains("git checkout -- datasets", Datasets.Missing(Datasets.Find("mnist-10k")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalog_is_complete_and_names_nothing_twice()
    {
        Assert.Distinct(Datasets.Catalog.Select(dataset => dataset.Name));
        Assert.Distinct(Datasets.Catalog.SelectMany(dataset => dataset.Files).Select(file => file.Path));
        Assert.All(Datasets.Catalog, dataset =>
        {
            Assert.NotEmpty(dataset.Files);
            Assert.All((string[])[dataset.Title, dataset.Shape, dataset.Licence, dataset.Citation, dataset.Home], text =>
                Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.All(dataset.Files, file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256));
        });
    }

    [Fact]
    public void Every_file_that_the_repository_ships_is_in_the_catalog()
    {
        string folder = Path.GetDirectoryName(Path.GetDirectoryName(Datasets.PathOf("opencv-digits", "digits.png"))!)!;
        string[] here = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Where(path => path != "README.md")];

        Assert.Equal(here.Order(StringComparer.Ordinal), Datasets.Catalog.Where(dataset => dataset.Ships)
            .SelectMany(dataset => dataset.Files).Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_a_mirror_holds_of_the_catalog_has_its_hash()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Datasets.MirrorVariable) is not { Length: > 0 },
            $"{Datasets.MirrorVariable} names no folder.");

        foreach (DatasetFile file in Datasets.Catalog.SelectMany(dataset => dataset.Files))
        {
            if (Datasets.FindFile(file) is { } path) Datasets.Verify(file, path);
        }
    }

    private string Folder(string name) => Path.Combine(root.FullName, name);

    private string Put(string place, string content)
    {
        string path = Path.Combine(Folder(place), "set/a.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, Encoding.ASCII);
        return path;
    }
}
