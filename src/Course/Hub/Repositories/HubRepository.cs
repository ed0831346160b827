using System.Text.RegularExpressions;
using LibGit2Sharp;

namespace Course.Hub.Repositories;

/// <summary>
/// A repository of a <see cref="LocalHub"/>: versions of files, by Git. Each call opens it anew, so that it sees what others pushed, and
/// may be called from several threads. Defined in lesson 17.
/// </summary>
public sealed partial class HubRepository
{
    /// <summary>The branch that everything is taken from unless another revision is named.</summary>
    public const string Main = "main";

    private readonly string snapshots, author;
    private readonly TimeProvider time;
    private readonly LfsStore store;

    internal HubRepository(RepoId id, string folder, string snapshots, string author, TimeProvider time)
    {
        (Id, Folder, this.snapshots, this.author, this.time) = (id, folder, snapshots, author, time);
        store = new(folder);
    }

    /// <summary>Its name.</summary>
    public RepoId Id { get; }

    /// <summary>The folder that Git keeps it in: a bare repository.</summary>
    public string Folder { get; }

    /// <summary>The address that <c>git clone</c> and <c>git push</c> take.</summary>
    public string Address => new Uri(Folder).AbsoluteUri;

    /// <summary>The branches and the commit of each, 40 hex digits.</summary>
    public IReadOnlyDictionary<string, string> Branches => References("refs/heads/");

    /// <summary>The tags and the commit of each, 40 hex digits.</summary>
    public IReadOnlyDictionary<string, string> Tags => References("refs/tags/");

    /// <summary>The commit that a name means now. A branch moves, a tag should not, a commit can't: pin what must stay as it is.</summary>
    /// <param name="revision">A branch, a tag, or a commit of 40 hex digits, or of its first 7 or more.</param>
    /// <returns>The commit, 40 hex digits.</returns>
    /// <exception cref="RevisionNotFoundException">There is no such revision.</exception>
    public string Resolve(string revision = Main) => Use(git => Find(git, revision).Sha);

    /// <summary>The files at a revision, in the order of their paths.</summary>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <exception cref="RevisionNotFoundException">There is no such revision.</exception>
    /// <exception cref="HubFileException">There are more files or folders in one another than a hub holds.</exception>
    public IReadOnlyList<HubFile> Files(string revision = Main) => Use(git => TreeReader.Files(Find(git, revision).Tree));

    /// <summary>A file at a revision.</summary>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <param name="path">Its path.</param>
    /// <returns>The file, or null if there is none, or something else.</returns>
    /// <exception cref="RevisionNotFoundException">There is no such revision.</exception>
    public HubFile? Find(string revision, string path) =>
        Use(git => TreeReader.Find(Find(git, revision).Tree, path) is { } blob ? TreeReader.File(path, blob) : null);

    /// <summary>Opens a file; what Git LFS stores is opened itself, not its pointer.</summary>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <param name="path">Its path.</param>
    /// <returns>Its bytes, in a stream that can seek.</returns>
    /// <exception cref="RevisionNotFoundException">There is no such revision.</exception>
    /// <exception cref="EntryNotFoundException">There is no such file.</exception>
    /// <exception cref="HubFileException">It is a pointer that is wrong, or whose content is not here.</exception>
    public Stream Open(string revision, string path) => Use<Stream>(git =>
    {
        Blob blob = TreeReader.Find(Find(git, revision).Tree, path)
            ?? throw new EntryNotFoundException($"{Id} has no file {path} at revision {revision}.");
        byte[] content = TreeReader.Bytes(blob, path);
        return TreeReader.Pointer(content, path) is { } pointer ? store.Open(pointer, path) : new MemoryStream(content, writable: false);
    });

    /// <summary>A file as a text.</summary>
    /// <inheritdoc cref="Open"/>
    public string ReadText(string revision, string path)
    {
        using var reader = new StreamReader(Open(revision, path));
        return reader.ReadToEnd();
    }

    /// <summary>Makes a commit at the end of a branch. If nothing changes, there is none.</summary>
    /// <param name="message">What to say of it.</param>
    /// <param name="changes">The files that are added, replaced or deleted.</param>
    /// <param name="branch">The branch; it is made if it is not there.</param>
    /// <returns>The branch's commit, 40 hex digits.</returns>
    /// <exception cref="ArgumentException">The branch has no name that Git takes.</exception>
    /// <exception cref="EntryNotFoundException">A file that is to be deleted is not there.</exception>
    public string Commit(string message, IEnumerable<HubChange> changes, string branch = Main)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(changes);
        string reference = Named("refs/heads/", branch);
        using FileStream own = TreeWriter.Lock(Folder);
        return Use(git =>
        {
            Commit? parent = git.Refs[reference] is { } old ? git.Lookup<Commit>(old.ResolveToDirectReference().TargetIdentifier) : null;
            Tree tree = TreeWriter.Write(git, parent?.Tree, [.. changes], store);
            if (parent is not null && parent.Tree.Id == tree.Id) return parent.Sha;
            var signature = new Signature(author, $"{author}@localhost", time.GetLocalNow());
            Commit commit = git.ObjectDatabase.CreateCommit(
                signature, signature, message, tree, parent is null ? [] : [parent], prettifyMessage: true);
            git.Refs.Add(reference, commit.Id, message.Split('\n')[0], allowOverwrite: true);
            return commit.Sha;
        });
    }

    /// <summary>Gives a revision a name that stays.</summary>
    /// <param name="name">The tag.</param>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <exception cref="HubException">There is such a tag already.</exception>
    public void Tag(string name, string revision = Main) => Name("refs/tags/", name, revision);

    /// <summary>Begins a branch.</summary>
    /// <param name="name">The branch.</param>
    /// <param name="revision">The branch, tag or commit that it begins at.</param>
    /// <exception cref="HubException">There is such a branch already.</exception>
    public void Branch(string name, string revision = Main) => Name("refs/heads/", name, revision);

    /// <summary>The commits up to a revision, the newest first.</summary>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <param name="most">The most commits.</param>
    public IReadOnlyList<HubCommit> History(string revision = Main, int most = 1_000) => Use(git => (HubCommit[])
    [
        .. git.Commits.QueryBy(new CommitFilter { IncludeReachableFrom = Find(git, revision), SortBy = CommitSortStrategies.Topological })
            .Take(most).Select(one => new HubCommit(one.Sha, one.Message.TrimEnd(), one.Author.Name, one.Author.When)),
    ]);

    /// <summary>
    /// Writes all files of a revision into a folder; each content of Git LFS is checked against its SHA-256. A snapshot that is there is
    /// not written again, since a commit never changes.
    /// </summary>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <returns>The folder, which is named after the commit.</returns>
    /// <exception cref="HubFileException">A path would lead out of the folder, or a content is damaged or not here.</exception>
    public string Snapshot(string revision = Main) => Use(git =>
    {
        Commit commit = Find(git, revision);
        string folder = Path.Combine(snapshots, commit.Sha), unfinished = folder + "." + Path.GetRandomFileName();
        if (Directory.Exists(folder)) return folder;
        try
        {
            TreeReader.WriteTo(Directory.CreateDirectory(unfinished).FullName, commit.Tree, store);
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another was faster, with the same files.
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }
        return folder;
    });

    private static Commit Find(Repository git, string revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        foreach (string name in (string[])[$"refs/heads/{revision}", $"refs/tags/{revision}", revision])
        {
            if (!name.StartsWith("refs/", StringComparison.Ordinal) || !Reference.IsValidName(name)) continue;
            if (git.Refs[name] is not { } reference) continue;
            if (git.Lookup(reference.ResolveToDirectReference().TargetIdentifier)?.Peel<Commit>() is { } tip) return tip;
        }
        // Nothing but digits: what else Git would understand, as main~1, is no name on a hub.
        return (Digits().IsMatch(revision) ? git.Lookup<Commit>(revision) : null)
            ?? throw new RevisionNotFoundException($"There is no branch, tag or commit '{revision}' here.");
    }

    private static string Named(string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Reference.IsValidName(kind + name) ? kind + name
            : throw new ArgumentException($"Git takes no branch or tag of the name '{name}'.", nameof(name));
    }

    private void Name(string kind, string name, string revision)
    {
        string reference = Named(kind, name);
        using FileStream own = TreeWriter.Lock(Folder);
        Use(git => git.Refs[reference] is null ? git.Refs.Add(reference, Find(git, revision).Id)
            : throw new HubException($"{Id} has '{name}' already."));
    }

    private Dictionary<string, string> References(string kind) => Use(git => git.Refs.FromGlob(kind + "*")
        .OrderBy(one => one.CanonicalName, StringComparer.Ordinal)
        .ToDictionary(one => one.CanonicalName[kind.Length..], one => Find(git, one.CanonicalName).Sha));

    private T Use<T>(Func<Repository, T> work)
    {
        try
        {
            using var git = new Repository(Folder);
            return work(git);
        }
        catch (LibGit2SharpException error)
        {
            throw new HubException($"Git can't do this in {Id}: {error.Message}", error);
        }
    }

    [GeneratedRegex(@"\A[0-9a-f]{7,40}\z")]
    private static partial Regex Digits();
}
