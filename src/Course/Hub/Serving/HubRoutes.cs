using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Course.Hub.Repositories;

namespace Course.Hub.Serving;

/// <summary>
/// What a hub answers (https://huggingface.co/docs/hub/api):
/// <code>
/// GET  /api/models                               the names of all
/// GET  /api/models/OWNER/NAME[/revision/REV]     the commit, and the files' names
/// GET  /api/models/OWNER/NAME/tree/REV[/FOLDER]  the files, with size and hash
/// POST /api/models/OWNER/NAME/paths-info/REV     the same of some files
/// GET  /OWNER/NAME/resolve/REV/PATH              a file; HEAD for its headers alone
/// GET  /OWNER/NAME/raw/REV/PATH                  what Git stores: for files of Git LFS, the pointer
/// </code>
/// and so with <c>datasets</c> and <c>spaces</c>: <c>/api/datasets/...</c>, <c>/datasets/OWNER/NAME/resolve/...</c>.
/// </summary>
/// <param name="hub">What is served.</param>
internal sealed class HubRoutes(LocalHub hub)
{
    /// <summary>The most commits that are looked through for the one that last changed a file.</summary>
    private const int MostCommits = 200;

    // What an app may do: run, and load from this hub; not from anywhere else.
    private const string AppPolicy = "default-src 'self' 'unsafe-inline' data: blob:; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Answers a request.</summary>
    internal HubReply Answer(HubRequest request)
    {
        try
        {
            return Route(request) ?? HubReply.Refuse(404, "NotFound", "A hub has nothing at this address.");
        }
        catch (RepositoryNotFoundException error)
        {
            return HubReply.Refuse(404, "RepoNotFound", error.Message);
        }
        catch (RevisionNotFoundException error)
        {
            return HubReply.Refuse(404, "RevisionNotFound", error.Message);
        }
        catch (EntryNotFoundException error)
        {
            return HubReply.Refuse(404, "EntryNotFound", error.Message);
        }
        catch (Exception error) when (error is HubException or ArgumentException or JsonException)
        {
            return HubReply.Refuse(400, "BadRequest", error.Message);
        }
    }

    private HubReply? Route(HubRequest request)
    {
        bool post = request.Method == "POST";
        switch (request.Path)
        {
            case ["api", var kind] when !post && KindOf(kind) is { } asked:
                return HubReply.Json(hub.List(asked).Select(id => new { id = id.FullName }));
            case ["api", var kind, var owner, var name, .. var rest] when KindOf(kind) is { } asked:
                HubRepository repository = hub[new(asked, owner, name)];
                return rest switch
                {
                    [] when !post => About(repository, HubRepository.Main),
                    ["revision", var revision] when !post => About(repository, revision),
                    ["tree", var revision, .. var folder] when !post => Tree(repository, revision, string.Join('/', folder), request),
                    ["paths-info", var revision] when post => Paths(repository, revision, request),
                    _ => null,
                };
            case ["datasets" or "spaces", var owner, var name, ("resolve" or "raw") and var how, var revision, .. var path] when !post:
                return File(new(KindOf(request.Path[0])!.Value, owner, name), how, revision, path, request);
            case [var owner, var name, ("resolve" or "raw") and var how, var revision, .. var path] when !post:
                return File(new(RepoKind.Model, owner, name), how, revision, path, request);
            default:
                return null;
        }
    }

    private HubReply File(RepoId id, string how, string revision, string[] parts, HubRequest request)
    {
        HubRepository repository = hub[id];
        string commit = repository.Resolve(revision), path = HubPath.Check(string.Join('/', parts));
        HubFile file = repository.Find(commit, path) ?? throw new EntryNotFoundException($"{id} has no file {path} at {revision}.");
        bool pointer = how == "raw" && file.LfsSha256 is not null;
        Stream content = pointer ? new MemoryStream(Encoding.ASCII.GetBytes(new LfsPointer(file.LfsSha256!, file.Size).Write()))
            : repository.Open(commit, path);
        var headers = new List<(string, string)>
        {
            ("Content-Type", ContentTypes.Of(path, ofApp: id.Kind == RepoKind.Space)),
            ("X-Content-Type-Options", "nosniff"),
            ("Content-Security-Policy", id.Kind == RepoKind.Space ? AppPolicy : "sandbox"),
            ("Accept-Ranges", "bytes"),
            ("Cache-Control", "no-cache"),
            ("ETag", $"\"{(pointer ? file.BlobId : file.ETag)}\""),
            ("X-Repo-Commit", commit),
        };
        if (file.LfsSha256 is not null && !pointer)
        {
            headers.Add(("X-Linked-Etag", $"\"{file.LfsSha256}\""));
            headers.Add(("X-Linked-Size", file.Size.ToString(CultureInfo.InvariantCulture)));
        }

        return new HubReply(200, headers, content).Part(request.Header("Range"));
    }

    private static HubReply About(HubRepository repository, string revision)
    {
        string commit = repository.Resolve(revision == "HEAD" ? HubRepository.Main : revision);
        return HubReply.Json(new
        {
            _id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(repository.Id.ToString())))[..24],
            id = repository.Id.FullName,
            author = repository.Id.Owner,
            sha = commit,
            lastModified = repository.History(commit, 1)[0].Time.UtcDateTime,
            @private = false,
            gated = false,
            disabled = false,
            downloads = 0,
            likes = 0,
            tags = System.Array.Empty<string>(),
            siblings = repository.Files(commit).Select(file => new { rfilename = file.Path }),
        });
    }

    private static HubReply Tree(HubRepository repository, string revision, string folder, HubRequest request)
    {
        string commit = repository.Resolve(revision), prefix = folder.Length == 0 ? "" : HubPath.Check(folder) + "/";
        bool recursive = IsYes(request.Query.GetValueOrDefault("recursive")), expand = IsYes(request.Query.GetValueOrDefault("expand"));
        HubFile[] files = [.. repository.Files(commit).Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))];
        if (files.Length == 0 && prefix.Length > 0) throw new EntryNotFoundException($"{repository.Id} has no folder {folder} at {revision}.");
        // Git's list names files alone; a folder is what stands before a slash.
        IEnumerable<string> folders = files.SelectMany(file => Folders(file.Path)).Distinct().Where(path => path.Length > prefix.Length);
        IEnumerable<object> entries = folders.Where(IsAsked).Select(path => (object)new { type = "directory", path, size = 0, oid = "" })
            .Concat(files.Where(file => IsAsked(file.Path)).Select(file => Entry(repository, commit, file, expand)));
        return HubReply.Json(entries);

        bool IsAsked(string path) => recursive || !path[prefix.Length..].Contains('/', StringComparison.Ordinal);
    }

    private static HubReply Paths(HubRepository repository, string revision, HubRequest request)
    {
        string commit = repository.Resolve(revision);
        PathsAsked asked = JsonSerializer.Deserialize<PathsAsked>(request.Body, JsonSerializerOptions.Web) ?? new(null);
        return HubReply.Json((asked.Paths ?? []).Select(path => repository.Find(commit, path)).OfType<HubFile>()
            .Select(file => Entry(repository, commit, file, asked.Expand)));
    }

    private static object Entry(HubRepository repository, string commit, HubFile file, bool expand) => new
    {
        type = "file",
        path = file.Path,
        size = file.Size,
        oid = file.BlobId,
        lfs = file.LfsSha256 is { } sha256
            ? new { oid = sha256, size = file.Size, pointerSize = new LfsPointer(sha256, file.Size).Write().Length } : null,
        lastCommit = expand ? LastCommit(repository, commit, file) : null,
    };

    /// <summary>The commit that last changed a file.</summary>
    private static object LastCommit(HubRepository repository, string commit, HubFile file)
    {
        IReadOnlyList<HubCommit> history = repository.History(commit, MostCommits);
        HubCommit last = history.TakeWhile(one => repository.Find(one.Id, file.Path)?.BlobId == file.BlobId).LastOrDefault() ?? history[0];
        return new { id = last.Id, title = last.Message.Split('\n')[0], date = last.Time.UtcDateTime };
    }

    private static IEnumerable<string> Folders(string path) =>
        path.Index().Where(letter => letter.Item == '/').Select(letter => path[..letter.Index]);

    private static RepoKind? KindOf(string folder) => folder switch
    {
        "models" => RepoKind.Model,
        "datasets" => RepoKind.Dataset,
        "spaces" => RepoKind.Space,
        _ => null,
    };

    private static bool IsYes(string? value) => value is "true" or "True" or "1";

    private sealed record PathsAsked(string[]? Paths, bool Expand = false);
}
