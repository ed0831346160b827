using Course.Data;
using Course.Data.Downloads;
using Course.Hub.Repositories;

namespace Course.Hub.Http;

/// <summary>
/// Downloads from the Hub into its cache, as huggingface_hub's <c>hf_hub_download</c> and <c>snapshot_download</c> do
/// (https://huggingface.co/docs/huggingface_hub/guides/download). A file gets its name in the cache when its size and its hash are those
/// that the Hub announced, and a download that was cut goes on from there. What is in the cache is not fetched again; a commit that is
/// written out (40 digits) is not even asked for. The server may be any that speaks the Hub's language, a <see cref="Serving.HubServer"/> too.
/// </summary>
public sealed class HubClient : IDisposable
{
    private const int MostPages = 1000;

    private readonly HubSettings settings;
    private readonly HubAddresses addresses;
    private readonly HubRequests requests;
    private readonly Retries retries;
    private readonly ResumableDownload download;

    /// <summary>A client of a hub.</summary>
    /// <param name="settings">Where it is; null for what the environment says, or else huggingface.co.</param>
    public HubClient(HubSettings? settings = null)
    {
        this.settings = settings ??= HubSettings.FromEnvironment();
        Cache = new(settings.CacheFolder, settings.Links);
        addresses = new(settings.Endpoint);
        requests = new(settings);
        retries = new(settings.Attempts, settings.Clock);
        download = new((request, cancel) => requests.SendAsync(request.Method, request.RequestUri!, request.Headers.Range, elsewhere: true,
            cancel), settings.Patience);
    }

    /// <summary>Where the files are kept.</summary>
    public HubCache Cache { get; }

    /// <summary>The commit that a branch or a tag is now; without the network, the one that it was when last asked for.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="revision">A branch, a tag, or a commit, which is returned as it is.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>40 hex digits.</returns>
    /// <exception cref="HubException">The hub does not have it or cannot be reached; one line says why.</exception>
    public async Task<string> CommitAsync(RepoId id, string revision = HubRepository.Main, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(revision);
        string? known = Cache.Reference(id, revision);
        if (HubCache.IsCommit(revision)) return revision;
        if (settings.Offline) return known ?? throw Missing($"the commit of {revision}", id);
        try
        {
            RevisionAnswer answer = await retries.RunAsync($"Asking for {id}", async () =>
                (await requests.JsonAsync<RevisionAnswer>(addresses.Revision(id, revision), cancel).ConfigureAwait(false)).Value, cancel)
                .ConfigureAwait(false);
            string commit = answer.Sha is { } sha && HubCache.IsCommit(sha) ? sha
                : throw new HubFileException($"The hub names no commit for {id}.");
            Cache.SetReference(id, revision, commit);
            return commit;
        }
        catch (HubUnreachableException) when (known is not null)
        {
            return known;
        }
    }

    /// <summary>The files of a repository.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="HubException">The hub does not have it or cannot be reached; one line says why.</exception>
    public async Task<IReadOnlyList<HubFile>> FilesAsync(RepoId id, string revision = HubRepository.Main,
        CancellationToken cancel = default)
    {
        string commit = await CommitAsync(id, revision, cancel).ConfigureAwait(false);
        if (Cache.Tree(id, commit) is { } known) return known;
        if (settings.Offline) throw Missing("the list of files", id);
        var files = new List<HubFile>();
        Uri? page = addresses.Tree(id, commit);
        for (int number = 0; page is not null; number++)
        {
            if (number == MostPages) throw new HubFileException($"The hub's list of files of {id} has no end.");
            Uri address = page;
            (TreeEntry[] entries, page) = await retries.RunAsync($"Asking for the files of {id}", () =>
                requests.JsonAsync<TreeEntry[]>(address, cancel), cancel).ConfigureAwait(false);
            files.AddRange(entries.Where(entry => entry is { Type: "file" }).Select(entry => entry.ToFile()));
        }

        Cache.SetTree(id, commit, files.DistinctBy(file => file.Path));
        return files;
    }

    /// <summary>Downloads a file, unless it is in the cache.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="path">The file's path, with / between folders.</param>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <param name="progress">Receives progress as bytes arrive.</param>
    /// <param name="cancel">Stops it; what has come is kept, and the next call goes on from there.</param>
    /// <returns>Where the file is in the cache: <c>.../snapshots/COMMIT/PATH</c>.</returns>
    /// <exception cref="HubException">The hub does not have it or cannot be reached, or sends something else; one line says why.</exception>
    public async Task<string> DownloadAsync(RepoId id, string path, string revision = HubRepository.Main,
        IProgress<DownloadProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        HubPath.Check(path);
        string? known = Cache.Reference(id, revision) is { } commit && Cache.Has(id, commit, path)
            ? Cache.PlaceOf(id, commit, path) : null;
        if (known is not null && (settings.Offline || HubCache.IsCommit(revision))) return known;
        if (settings.Offline) throw Missing(path, id);
        try
        {
            Announced file = await AskAsync(id, path, revision, cancel).ConfigureAwait(false);
            Cache.SetReference(id, revision, file.Commit);
            return await FetchAsync(id, path, file, progress, cancel).ConfigureAwait(false);
        }
        catch (HubUnreachableException) when (known is not null)
        {
            return known;
        }
    }

    /// <summary>Downloads all files of a repository that are not in the cache.</summary>
    /// <param name="id">The repository.</param>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <param name="progress">Receives progress as bytes arrive.</param>
    /// <param name="cancel">Stops it; what has come is kept, and the next call goes on from there.</param>
    /// <returns>The folder with the files: <c>.../snapshots/COMMIT</c>.</returns>
    /// <exception cref="HubException">The hub does not have them or cannot be reached, or sends something else; one line says why.</exception>
    public async Task<string> SnapshotAsync(RepoId id, string revision = HubRepository.Main, IProgress<DownloadProgress>? progress = null,
        CancellationToken cancel = default)
    {
        string commit = await CommitAsync(id, revision, cancel).ConfigureAwait(false);
        foreach (HubFile file in await FilesAsync(id, commit, cancel).ConfigureAwait(false))
            await FetchAsync(id, file.Path, new(commit, file.ETag, file.Size), progress, cancel).ConfigureAwait(false);
        return Directory.CreateDirectory(Cache.Snapshot(id, commit)).FullName;
    }

    /// <inheritdoc/>
    public void Dispose() => requests.Dispose();

    /// <summary>What a file is: from the list of files if that is here, else from the headers that the Hub answers with.</summary>
    private async Task<Announced> AskAsync(RepoId id, string path, string revision, CancellationToken cancel)
    {
        if (HubCache.IsCommit(revision) && Cache.Tree(id, revision)?.FirstOrDefault(file => file.Path == path) is { } listed)
            return new(revision, listed.ETag, listed.Size);
        return await retries.RunAsync($"Asking for {path} of {id}", async () =>
        {
            using HttpResponseMessage response = await requests.SendAsync(HttpMethod.Head, addresses.Resolve(id, revision, path), null,
                elsewhere: false, cancel).ConfigureAwait(false);
            var announced = Announced.Read(response, path);
            return !HubCache.IsCommit(revision) || announced.Commit == revision ? announced
                : throw new HubFileException($"The hub answers with another commit of {id} than the one asked for.");
        }, cancel).ConfigureAwait(false);
    }

    private async Task<string> FetchAsync(RepoId id, string path, Announced file, IProgress<DownloadProgress>? progress,
        CancellationToken cancel)
    {
        string pointer = Cache.PlaceOf(id, file.Commit, path), blob = Cache.Blob(id, file.ETag), part = blob + ".incomplete";
        if (Cache.Has(id, file.Commit, path)) return pointer;
        if (settings.Offline) throw Missing(path, id);
        using IDisposable own = await Cache.LockAsync(id, file.ETag, cancel).ConfigureAwait(false);
        if (Cache.Has(id, file.Commit, path)) return pointer;
        bool fresh = !File.Exists(blob) || (file.Size is { } size && new FileInfo(blob).Length != size);
        if (fresh)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(blob)!);
            string? wrong = await retries.RunAsync($"Downloading {path} of {id}", () => download.FetchAsync(
                addresses.Resolve(id, file.Commit, path), part, file.Size, () => HubHash.Mismatch(part, file.ETag, file.Size),
                (received, total) => progress?.Report(new(path, received, total)), cancel), cancel).ConfigureAwait(false);
            if (wrong is not null) throw new HubFileException($"{path} of {id} is not what the hub announced: {wrong}. Nothing was kept.");
            File.Move(part, blob, overwrite: true);
        }

        Cache.Place(id, file.Commit, path, file.ETag, fresh);
        return pointer;
    }

    private NotInCacheException Missing(string what, RepoId id) =>
        new($"The cache in {Cache.Folder} does not have {what} of {id}, and the network is not to be used (HF_HUB_OFFLINE).");
}
