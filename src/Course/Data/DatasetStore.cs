using System.Collections.Concurrent;
using System.IO.Compression;

namespace Course.Data;

/// <summary>The folders where data set files are looked for, in this order.</summary>
/// <param name="Shipped">The repository's <c>datasets</c> folder, null outside a clone.</param>
/// <param name="Mirror">The folder that <c>COURSE_DATA_MIRROR</c> names, or null.</param>
/// <param name="Cache">The folder that downloads go to.</param>
internal sealed record DatasetStore(string? Shipped, string? Mirror, string Cache)
{
    private const string Folder = "datasets";
    private static readonly ConcurrentDictionary<string, bool> verified = new();

    /// <summary>The folders at this moment; the environment may change while a notebook runs.</summary>
    internal static DatasetStore OfThisMachine() => new(
        Repository() is { } root ? Path.Combine(root, Folder) : null,
        Environment.GetEnvironmentVariable(Datasets.MirrorVariable) is { Length: > 0 } mirror ? mirror : null,
        Path.Combine(UserCacheFolder(), "course-datasets"));

    /// <summary>The file's path, or null. A mirror may hold it packed or unpacked, regardless of the catalog.</summary>
    internal string? Find(DatasetFile file)
    {
        foreach (string place in new[] { Shipped, Mirror, Cache }.OfType<string>())
        {
            string path = Path.Combine(place, file.Path);
            string other = IsPacked(path) ? path[..^3] : path + ".gz";
            if (File.Exists(path)) return path;
            if (File.Exists(other)) return other;
        }

        return null;
    }

    /// <summary>
    /// Opens the file's content, unpacked. Content from outside the repository is checked against the catalog's hash, once per process.
    /// </summary>
    /// <exception cref="DatasetCorruptException">The file does not match the catalog.</exception>
    internal Stream? Open(DatasetFile file)
    {
        if (Find(file) is not { } path) return null;
        bool ours = Shipped is not null && path.StartsWith(Shipped, StringComparison.Ordinal);
        if (!ours && !verified.ContainsKey(path))
        {
            DatasetHash.Verify(file, path);
            verified[path] = true;
        }

        return Unpacked(path);
    }

    internal static bool IsPacked(string path) => path.EndsWith(".gz", StringComparison.Ordinal);

    internal static Stream Unpacked(string path) => IsPacked(path)
        ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);

    /// <summary>The nearest clone above the current directory, otherwise above this assembly; null if there is none.</summary>
    internal static string? Repository()
    {
        foreach (string start in (string[])[Directory.GetCurrentDirectory(), Path.GetDirectoryName(typeof(Datasets).Assembly.Location)
            ?? "", AppContext.BaseDirectory])
        {
            for (DirectoryInfo? folder = start.Length > 0 ? new(start) : null; folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Course.sln")) && Directory.Exists(Path.Combine(folder.FullName, Folder)))
                    return folder.FullName;
            }
        }

        return null;
    }

    private static string UserCacheFolder()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Caches");
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(home, ".cache");
    }
}
