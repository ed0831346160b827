using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Course.Hub.Repositories;

namespace Course.Hub.Http;

/// <summary>
/// The folders in which huggingface_hub keeps what it downloaded (https://huggingface.co/docs/hub/local-cache), so that Python finds what
/// C# fetched and the other way round:
/// <code>
/// models--OWNER--NAME/refs/main               the commit that main was when last asked for
/// models--OWNER--NAME/blobs/ETAG              the files' contents, each once
/// models--OWNER--NAME/snapshots/COMMIT/PATH   links to them, a folder per commit
/// models--OWNER--NAME/trees/COMMIT.json       the list of a commit's files
/// </code>
/// Where links are impossible, as on many Windows machines, a snapshot is made of the files themselves.
/// </summary>
/// <param name="folder">The folder of the cache.</param>
/// <param name="links">Whether to try links.</param>
public sealed partial class HubCache(string folder, bool links = true)
{
    private const int LongestTree = 32 << 20;
    private const int LongestReference = 100;

    /// <summary>The folder of the cache.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Whether a revision is a commit, written out: what it names never changes.</summary>
    /// <param name="revision">A branch, a tag or a commit.</param>
    public static bool IsCommit(string revision) => Commit().IsMatch(revision);

    /// <summary>A repository's folder.</summary>
    /// <param name="id">Its name.</param>
    public string FolderOf(RepoId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Path.Combine(Folder, $"{id.Folder}--{id.Owner}--{id.Name}");
    }

    /// <summary>Where a content lies, or would.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="etag">The content's hash: 40 hex digits (Git's), or 64 (SHA-256, for files of Git LFS).</param>
    /// <exception cref="HubFileException">That is no hash.</exception>
    public string Blob(RepoId id, string etag) => Hash().IsMatch(etag) ? Path.Combine(FolderOf(id), "blobs", etag)
        : throw new HubFileException($"'{etag}' is no hash of a file.");

    /// <summary>The folder with a commit's files.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="commit">40 hex digits.</param>
    /// <exception cref="HubFileException">That is no commit.</exception>
    public string Snapshot(RepoId id, string commit) => IsCommit(commit) ? Path.Combine(FolderOf(id), "snapshots", commit)
        : throw new HubFileException($"'{commit}' is no commit.");

    /// <summary>Where a commit's file lies, or would.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="commit">40 hex digits.</param>
    /// <param name="path">The file's path, with / between folders.</param>
    /// <exception cref="HubFileException">The path would lead elsewhere.</exception>
    public string PlaceOf(RepoId id, string commit, string path) => HubPath.Inside(Snapshot(id, commit), path);

    /// <summary>Whether a commit's file is here: the file itself, not only a link to where it was.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="commit">40 hex digits.</param>
    /// <param name="path">The file's path, with / between folders.</param>
    public bool Has(RepoId id, string commit, string path) => PlaceOf(id, commit, path) is var pointer && File.Exists(pointer)
        && (File.ResolveLinkTarget(pointer, returnFinalTarget: true)?.Exists ?? true);

    /// <summary>The commit that a branch or a tag was when last asked for; null if it never was. A commit is itself.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="revision">A branch, a tag or a commit.</param>
    public string? Reference(RepoId id, string revision)
    {
        if (IsCommit(revision)) return revision;
        string file = ReferenceFile(id, revision);
        if (!File.Exists(file) || new FileInfo(file).Length > LongestReference) return null;
        string commit = File.ReadAllText(file).Trim();
        return IsCommit(commit) ? commit : null;
    }

    /// <summary>Notes which commit a branch or a tag is.</summary>
    internal void SetReference(RepoId id, string revision, string commit)
    {
        if (!IsCommit(revision)) Write(ReferenceFile(id, revision), Encoding.UTF8.GetBytes(commit));
    }

    /// <summary>The files of a commit, if their list was ever fetched; null else.</summary>
    internal IReadOnlyList<HubFile>? Tree(RepoId id, string commit)
    {
        string file = TreeFile(id, commit);
        if (!File.Exists(file) || new FileInfo(file).Length > LongestTree) return null;
        try
        {
            var tree = JsonSerializer.Deserialize<TreeList>(File.ReadAllBytes(file), TreeList.Format);
            if (tree is not { FormatVersion: TreeList.Known, Files: { } files } || files.ContainsValue(null!)) return null;
            HubFile[] all = [.. files.Select(one => one.Value.ToFile(one.Key))];
            return Array.TrueForAll(all, one => Hash().IsMatch(one.ETag ?? "")) ? all : null;
        }
        catch (Exception error) when (error is JsonException or HubFileException)
        {
            return null;
        }
    }

    /// <summary>Keeps the list of a commit's files.</summary>
    internal void SetTree(RepoId id, string commit, IEnumerable<HubFile> files)
    {
        var entries = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToDictionary(file => file.Path, TreeFileEntry.Of);
        Write(TreeFile(id, commit), JsonSerializer.SerializeToUtf8Bytes(new TreeList(TreeList.Known, entries), TreeList.Format));
    }

    /// <summary>Makes a blob that is here a file of a commit.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="etag">The blob.</param>
    /// <param name="fresh">Whether nothing else uses the blob yet, so that it may be moved where it cannot be linked.</param>
    internal void Place(RepoId id, string commit, string path, string etag, bool fresh)
    {
        string pointer = PlaceOf(id, commit, path), blob = Blob(id, etag), unfinished = $"{pointer}.{Guid.NewGuid():N}.incomplete";
        string place = Directory.CreateDirectory(Path.GetDirectoryName(pointer)!).FullName;
        try
        {
            bool linked = links && TryLink(unfinished, Path.GetRelativePath(place, blob));
            if (!linked && fresh) File.Move(blob, unfinished);
            else if (!linked) File.Copy(blob, unfinished);
            File.Move(unfinished, pointer, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Waits until nobody else, in this process or another, fetches that content.</summary>
    /// <returns>The lock; another may go on when it is disposed of.</returns>
    internal async Task<IDisposable> LockAsync(RepoId id, string etag, CancellationToken cancel)
    {
        string file = Path.Combine(Folder, ".locks", Path.GetFileName(FolderOf(id)), etag + ".lock");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(50, cancel).ConfigureAwait(false);
            }
        }
    }

    private static bool TryLink(string link, string target)
    {
        try
        {
            File.CreateSymbolicLink(link, target);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Writes a file that appears whole or not at all.</summary>
    private static void Write(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string unfinished = $"{file}.{Guid.NewGuid():N}.incomplete";
        File.WriteAllBytes(unfinished, content);
        File.Move(unfinished, file, overwrite: true);
    }

    private string ReferenceFile(RepoId id, string revision) => HubPath.Inside(Path.Combine(FolderOf(id), "refs"), revision);

    private string TreeFile(RepoId id, string commit) => Path.Combine(FolderOf(id), "trees",
        IsCommit(commit) ? commit + ".json" : throw new HubFileException($"'{commit}' is no commit."));

    /// <summary>The list as huggingface_hub writes it.</summary>
    private sealed record TreeList(int FormatVersion, Dictionary<string, TreeFileEntry> Files)
    {
        internal const int Known = 1;

        internal static readonly JsonSerializerOptions Format = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
            WriteIndented = true,
        };
    }

    private sealed record TreeFileEntry(long Size, string BlobId, string? LfsSha256 = null, long? LfsSize = null)
    {
        internal static TreeFileEntry Of(HubFile file) =>
            new(file.Size, file.BlobId, file.LfsSha256, file.LfsSha256 is null ? null : file.Size);

        internal HubFile ToFile(string path) => new(HubPath.Check(path), Size, BlobId, LfsSha256);
    }

    [GeneratedRegex(@"\A[0-9a-f]{40}\z")]
    private static partial Regex Commit();

    [GeneratedRegex(@"\A(?:[0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex Hash();
}
