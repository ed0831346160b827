using Course.Hub.Http;
using Course.Hub.Repositories;
using Course.Hub.Serving;

namespace Course.Tests.Hub.Http;

/// <summary>A hub with a model, its server, a line to it that may fail, and a client with an empty cache.</summary>
public abstract class HubFixture : IAsyncLifetime
{
    internal static readonly RepoId Model = RepoId.Model("ada/digits");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    protected HubFixture()
    {
        Hub = new(Path.Combine(folder.FullName, "hub"));
        HubRepository repository = Hub.Create(Model);
        Commit = repository.Commit("A model", Contents.Select(file => HubChange.Bytes(file.Key, file.Value)));
        Server = new(Hub);
        Line = new(Server.Address);
        Settings = new HubSettings { Endpoint = Line.Address, CacheFolder = CacheFolder, Clock = Clock };
        Client = new(Settings);
    }

    internal static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static Dictionary<string, byte[]> Contents { get; } = new()
    {
        ["README.md"] = "# Digits\n"u8.ToArray(),
        ["config.json"] = "{\"model_type\": \"softmax\"}"u8.ToArray(),
        ["model.safetensors"] = Noise(300_000),
        ["notes/deep er/日月.txt"] = "a file in folders"u8.ToArray(),
        ["empty.txt"] = [],
    };

    internal LocalHub Hub { get; }

    internal HubServer Server { get; }

    internal FaultyHub Line { get; }

    internal InstantClock Clock { get; } = new();

    internal HubSettings Settings { get; }

    internal HubClient Client { get; set; }

    internal string Commit { get; }

    internal string CacheFolder => Path.Combine(folder.FullName, "cache");

    internal string ModelFolder => Path.Combine(CacheFolder, "models--ada--digits");

    internal int FilesAsked => Line.Requests.Count(asked => asked.IsFile && asked.Method == "GET");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Line.DisposeAsync();
        await Server.DisposeAsync();
        foreach (FileInfo file in folder.EnumerateFiles("*", SearchOption.AllDirectories)) file.IsReadOnly = false;
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The files below a folder, with / between folders.</summary>
    internal static string[] FilesOf(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>What lies in the cache besides locks and files that are not finished.</summary>
    internal string[] Cached => [.. FilesOf(ModelFolder).Where(path => path.StartsWith("snapshots", StringComparison.Ordinal)
        || (path.StartsWith("blobs", StringComparison.Ordinal) && !path.EndsWith(".incomplete", StringComparison.Ordinal)))];

    internal static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
