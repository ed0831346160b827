using System.Net.Http.Headers;
using System.Text.Json;

namespace Course.Data;

/// <summary>
/// The data sets of the course. Their files are looked for in <c>datasets/</c> of the repository, then in the folder that the environment
/// variable <c>COURSE_DATA_MIRROR</c> names, then in the user's cache, where downloads are stored.
/// </summary>
public static class Datasets
{
    /// <summary>The environment variable that names a folder with data sets that the course does not ship.</summary>
    public const string MirrorVariable = "COURSE_DATA_MIRROR";

    private static readonly Lazy<IReadOnlyList<Dataset>> catalog = new(ReadCatalog);

    /// <summary>Every data set of the course.</summary>
    public static IReadOnlyList<Dataset> Catalog => catalog.Value;

    /// <summary>The folder that downloads go to: <c>course-datasets</c> in the user's own cache folder.</summary>
    public static string CacheDirectory => DatasetStore.OfThisMachine().Cache;

    /// <summary>The data set with that name.</summary>
    /// <exception cref="ArgumentException">No data set has that name; the message lists all names.</exception>
    public static Dataset Find(string name) =>
        Catalog.FirstOrDefault(dataset => dataset.Name == name)
        ?? throw new ArgumentException(
            $"There is no data set '{name}'. There are: {string.Join(", ", Catalog.Select(dataset => dataset.Name))}.");

    /// <summary>Whether every file of the data set is on this machine.</summary>
    public static bool IsPresent(string name)
    {
        var store = DatasetStore.OfThisMachine();
        return Find(name).Files.All(file => store.Find(file) is not null);
    }

    /// <summary>
    /// The path of one file of a data set on this machine. It may be packed even if the catalog's name is not, and vice versa.
    /// </summary>
    /// <param name="name">The data set, for example <c>mnist-10k</c>.</param>
    /// <param name="fileName">The file's name as the catalog spells it, without its folder.</param>
    /// <exception cref="DatasetMissingException">The file is not on this machine; the message says how to get it.</exception>
    public static string PathOf(string name, string fileName) => FindFile(FileOf(name, fileName)) ?? throw Missing(Find(name));

    /// <summary>Opens one file of a data set, unpacked.</summary>
    /// <param name="name">The data set, for example <c>mnist-10k</c>.</param>
    /// <param name="fileName">The file's name as the catalog spells it, without its folder.</param>
    /// <exception cref="DatasetMissingException">The file is not on this machine; the message says how to get it.</exception>
    /// <exception cref="DatasetCorruptException">The file comes from a mirror or the cache and does not match the catalog.</exception>
    public static Stream Open(string name, string fileName) =>
        DatasetStore.OfThisMachine().Open(FileOf(name, fileName)) ?? throw Missing(Find(name));

    /// <summary>Downloads those files of a data set that are not on this machine into <see cref="CacheDirectory"/>.</summary>
    /// <param name="name">The data set, for example <c>mnist</c>.</param>
    /// <param name="progress">Receives progress as bytes arrive.</param>
    /// <param name="cancel">Stops the download; the part received so far is kept, and the next call resumes from there.</param>
    /// <exception cref="DatasetMissingException">A file cannot be downloaded; one line says why.</exception>
    /// <exception cref="DatasetCorruptException">The downloaded content differs from the catalog; nothing of it is kept.</exception>
    public static async Task GetAsync(string name, IProgress<DownloadProgress>? progress = null, CancellationToken cancel = default)
    {
        Dataset dataset = Find(name);
        var store = DatasetStore.OfThisMachine();
        DatasetFile[] absent = [.. dataset.Files.Where(file => store.Find(file) is null)];
        if (absent.Any(file => file.Address is null)) throw Missing(dataset);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("course-data", "1.0"));
        var download = new DatasetDownload(client, store.Cache);
        foreach (DatasetFile file in absent) await download.GetAsync(file, progress, cancel).ConfigureAwait(false);
    }

    /// <summary>The exception that says that a data set is missing and what to do.</summary>
    public static DatasetMissingException Missing(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (dataset.Ships)
            return new($"The data set '{dataset.Name}' ships with the course but is not here: run the notebook inside a clone of the repository, or restore datasets/ with 'git checkout -- datasets'.");
        return new(dataset.Files.All(file => file.Address is not null)
            ? $"The data set '{dataset.Name}' is not on this machine: run './course data get {dataset.Name}', or set {MirrorVariable} to a folder that holds it."
            : $"The data set '{dataset.Name}' is not on this machine and cannot be downloaded in this form: set {MirrorVariable} to a folder that holds it ({dataset.Home}).");
    }

    /// <summary>The path of the file if it is on this machine, otherwise null.</summary>
    public static string? FindFile(DatasetFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DatasetStore.OfThisMachine().Find(file);
    }

    /// <summary>Compares a file's unpacked content with the catalog's hash.</summary>
    /// <exception cref="DatasetCorruptException">They differ.</exception>
    public static void Verify(DatasetFile file, string path)
    {
        ArgumentNullException.ThrowIfNull(file);
        DatasetHash.Verify(file, path);
    }

    private static DatasetFile FileOf(string name, string fileName) =>
        Find(name).Files.FirstOrDefault(file => Path.GetFileName(file.Path) == fileName)
        ?? throw new ArgumentException(
            $"The data set '{name}' has no file '{fileName}'. It has: {string.Join(", ", Find(name).Files.Select(file => Path.GetFileName(file.Path)))}.");

    private static List<Dataset> ReadCatalog()
    {
        using Stream catalog = typeof(Datasets).Assembly.GetManifestResourceStream("Course.Data.catalog.json")!;
        return JsonSerializer.Deserialize<List<Dataset>>(catalog, JsonSerializerOptions.Web)!;
    }
}
