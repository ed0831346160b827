using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Course.Data;

/// <summary>
/// The data sets of the course, and where each one's files are found: in <c>datasets/</c> of the repository, else in the folder that the
/// environment variable <c>COURSE_DATA_MIRROR</c> names, else in the user's cache, where a download puts them.
/// </summary>
public static class Datasets
{
    /// <summary>The environment variable that names a folder with data sets that the course does not ship.</summary>
    public const string MirrorVariable = "COURSE_DATA_MIRROR";

    private static readonly JsonSerializerOptions CatalogOptions = new() { PropertyNameCaseInsensitive = true };
    private static readonly Lazy<IReadOnlyList<Dataset>> LazyCatalog = new(ReadCatalog);

    /// <summary>Every data set of the course.</summary>
    public static IReadOnlyList<Dataset> Catalog => LazyCatalog.Value;

    /// <summary>The folder that downloads go to: <c>course-datasets</c> in the user's own cache folder.</summary>
    public static string CacheDirectory { get; } = Path.Combine(UserCacheDirectory(), "course-datasets");

    /// <summary>The data set of that name.</summary>
    /// <exception cref="ArgumentException">No data set has that name; the message lists those there are.</exception>
    public static Dataset Find(string name) =>
        Catalog.FirstOrDefault(dataset => dataset.Name == name)
        ?? throw new ArgumentException($"There is no data set '{name}'. There are: {string.Join(", ", Catalog.Select(dataset => dataset.Name))}.");

    /// <summary>Whether every file of the data set is on this machine.</summary>
    public static bool IsPresent(string name) => Find(name).Files.All(file => FindFile(file) is not null);

    /// <summary>The path of one file of a data set on this machine.</summary>
    /// <param name="name">The data set, for example <c>mnist-10k</c>.</param>
    /// <param name="fileName">The file's name as the catalog spells it, without its folder.</param>
    /// <exception cref="DatasetMissingException">The file is not on this machine; the message says how to get it.</exception>
    public static string PathOf(string name, string fileName)
    {
        DatasetFile file = Find(name).Files.FirstOrDefault(file => Path.GetFileName(file.Path) == fileName)
            ?? throw new ArgumentException($"The data set '{name}' has no file '{fileName}'. It has: {string.Join(", ", Find(name).Files.Select(file => Path.GetFileName(file.Path)))}.");
        return FindFile(file) ?? throw Missing(Find(name));
    }

    /// <summary>Opens one file of a data set, uncompressed.</summary>
    /// <inheritdoc cref="PathOf"/>
    public static Stream Open(string name, string fileName) => OpenUncompressed(PathOf(name, fileName));

    /// <summary>The exception that says a data set is absent and what to do.</summary>
    public static DatasetMissingException Missing(Dataset dataset) => new(
        dataset.Ships
            ? $"The data set '{dataset.Name}' ships with the course but is not here: run the notebook inside a clone of the repository, or restore datasets/ with 'git checkout -- datasets'."
            : $"The data set '{dataset.Name}' is not on this machine: run './course data get {dataset.Name}', or set {MirrorVariable} to a folder that holds it.");

    /// <summary>The path of the file where it is on this machine, else null.</summary>
    public static string? FindFile(DatasetFile file) =>
        Places().Select(place => Path.Combine(place, file.Path)).FirstOrDefault(File.Exists);

    /// <summary>Compares a file's uncompressed content with the catalog's hash.</summary>
    /// <exception cref="DatasetCorruptException">They differ.</exception>
    public static void Verify(DatasetFile file, string path)
    {
        string actual;
        try
        {
            using Stream content = OpenUncompressed(path, compressed: file.Path.EndsWith(".gz", StringComparison.Ordinal));
            actual = Convert.ToHexStringLower(SHA256.HashData(content));
        }
        catch (InvalidDataException error)
        {
            throw new DatasetCorruptException($"{path} is not a complete gzip file: delete it and get it again.", error);
        }

        if (actual != file.Sha256)
        {
            throw new DatasetCorruptException($"{path} is not the file the catalog describes: its SHA-256 is {actual}, not {file.Sha256}. Delete it and get it again.");
        }
    }

    private static Stream OpenUncompressed(string path, bool? compressed = null) =>
        compressed ?? path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
            : File.OpenRead(path);

    private static IEnumerable<string> Places()
    {
        if (RepositoryDatasets() is { } shipped) yield return shipped;
        if (Environment.GetEnvironmentVariable(MirrorVariable) is { Length: > 0 } mirror) yield return mirror;
        yield return CacheDirectory;
    }

    /// <summary>The nearest <c>datasets</c> folder above the current directory, else above this assembly.</summary>
    private static string? RepositoryDatasets()
    {
        foreach (string start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory, Path.GetDirectoryName(typeof(Datasets).Assembly.Location) ?? "."])
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                string candidate = Path.Combine(folder.FullName, "datasets");
                if (File.Exists(Path.Combine(folder.FullName, "Course.sln")) && Directory.Exists(candidate)) return candidate;
            }
        }

        return null;
    }

    private static string UserCacheDirectory()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Caches");
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(home, ".cache");
    }

    private static List<Dataset> ReadCatalog()
    {
        using Stream catalog = typeof(Datasets).Assembly.GetManifestResourceStream("Course.Data.catalog.json")!;
        return JsonSerializer.Deserialize<List<Dataset>>(catalog, CatalogOptions)!;
    }
}
