using LibGit2Sharp;

namespace Course.Hub.Repositories;

/// <summary>
/// A hub in a folder: models, data sets and apps, each a bare Git repository, as <c>models/OWNER/NAME.git</c>. Stock Git clones them and
/// pushes to them; large files are stored by Git LFS. It needs no server and no network. Defined in lesson 17.
/// </summary>
/// <param name="root">The folder; it is made if it is not there.</param>
/// <param name="author">Who makes the commits.</param>
/// <param name="time">The clock that dates them; null for the real one. With one that stands still, equal commits get equal names.</param>
public sealed class LocalHub(string root, string author = "learner", TimeProvider? time = null)
{
    private const string Ending = ".git";
    private const string FirstMessage = "initial commit";           // the Hub's words

    /// <summary>The folder, as a full path.</summary>
    public string Root { get; } = Directory.CreateDirectory(root).FullName;

    /// <summary>Makes a repository, with a branch main and a first commit that holds .gitattributes, as the Hub does.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="existOk">Whether it may be there already; it is then left as it is.</param>
    /// <exception cref="HubException">It is there already, and may not be.</exception>
    public HubRepository Create(RepoId id, bool existOk = false)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (Find(id) is { } there) return existOk ? there : throw new HubException($"{id} is on this hub already.");
        string folder = FolderOf(id);
        Repository.Init(folder, isBare: true);
        File.WriteAllText(Path.Combine(folder, "HEAD"), $"ref: refs/heads/{HubRepository.Main}\n");     // whatever this user's Git calls it
        HubRepository made = Open(id);
        made.Commit(FirstMessage, [HubChange.Text(GitAttributes.FileName, GitAttributes.OfTheHub)]);
        return made;
    }

    /// <summary>Finds a repository.</summary>
    /// <param name="id">Its name.</param>
    /// <returns>The repository, or null if the hub has none of that name.</returns>
    public HubRepository? Find(RepoId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Repository.IsValid(FolderOf(id)) ? Open(id) : null;
    }

    /// <summary>A repository that is there.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="RepositoryNotFoundException">It is not; the message names the closest.</exception>
    public HubRepository this[RepoId id] => Find(id)
        ?? throw new RepositoryNotFoundException(DidYouMean.For("repository", id.ToString(), List().Select(one => one.ToString())));

    /// <summary>The names of all repositories, or of those of one kind, in alphabetical order.</summary>
    /// <param name="kind">The kind; null for all.</param>
    public IReadOnlyList<RepoId> List(RepoKind? kind = null) =>
    [
        .. from one in Enum.GetValues<RepoKind>()
           where kind is null || one == kind
           let folder = Path.Combine(Root, RepoId.FolderOf(one))
           where Directory.Exists(folder)
           from owner in Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)
           from name in Directory.EnumerateDirectories(Path.Combine(folder, owner), "*" + Ending)
               .Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)
           let id = Known(one, owner, name)
           where id is not null && Repository.IsValid(FolderOf(id))
           select id,
    ];

    private string FolderOf(RepoId id) => Path.Combine(Root, id.Folder, id.Owner, id.Name + Ending);

    private HubRepository Open(RepoId id) => new(
        id, FolderOf(id), Path.Combine(Root, "snapshots", $"{id.Folder}--{id.Owner}--{id.Name}"), author, time ?? TimeProvider.System);

    /// <summary>A name that a folder has; null if somebody put another folder there.</summary>
    private static RepoId? Known(RepoKind kind, string owner, string name)
    {
        try
        {
            return new(kind, owner, name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
