using System.Text.RegularExpressions;

namespace Course.Hub.Repositories;

/// <summary>What a repository of the Hub holds. Defined in lesson 17.</summary>
public enum RepoKind
{
    /// <summary>A model: its weights, its settings and its card.</summary>
    Model,

    /// <summary>A data set.</summary>
    Dataset,

    /// <summary>An app that one opens in a browser; the Hub calls it a space.</summary>
    Space,
}

/// <summary>
/// The name of a repository, as <c>karpathy/tinyllamas</c>: an owner and a name of his own. The rules are those of huggingface_hub's
/// <c>validate_repo_id</c>, and a few more, because the names become folders: nothing that a path, Git or Windows would take for something
/// else. Defined in lesson 17.
/// </summary>
public sealed partial record RepoId
{
    /// <summary>The longest owner and the longest name, in letters.</summary>
    public const int Longest = 96;

    // What Windows takes for a device, whatever ending it has.
    private static readonly string[] devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"com{n}", $"lpt{n}"])];

    // Words that begin addresses of the Hub: datasets/a/b is the data set a/b.
    private static readonly string[] reserved = ["models", "datasets", "spaces", "api", "resolve"];

    /// <summary>Makes a name of its parts.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="owner">Who owns it.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The owner or the name breaks a rule; the message says which.</exception>
    public RepoId(RepoKind kind, string owner, string name)
    {
        if (!Enum.IsDefined(kind)) throw new ArgumentException($"There is no kind of repository {kind}.", nameof(kind));
        if (Fault(owner) is { } ofOwner) throw new ArgumentException(ofOwner, nameof(owner));
        if (reserved.Contains(owner)) throw new ArgumentException($"Nobody on a hub is called '{owner}': addresses begin so.", nameof(owner));
        if (Fault(name) is { } ofName) throw new ArgumentException(ofName, nameof(name));
        (Kind, Owner, Name) = (kind, owner, name);
    }

    /// <summary>What it holds.</summary>
    public RepoKind Kind { get; }

    /// <summary>Who owns it: a person or an organization.</summary>
    public string Owner { get; }

    /// <summary>Its name, without the owner's.</summary>
    public string Name { get; }

    /// <summary>Owner and name, without the kind: <c>karpathy/tinyllamas</c>.</summary>
    public string FullName => $"{Owner}/{Name}";

    /// <summary>The folder of its kind: models, datasets or spaces. The Hub's API has the same words.</summary>
    public string Folder => FolderOf(Kind);

    /// <summary>A model's name.</summary>
    /// <param name="fullName">Owner and name, <c>karpathy/tinyllamas</c>.</param>
    /// <exception cref="ArgumentException">The owner or the name breaks a rule; the message says which.</exception>
    public static RepoId Model(string fullName) => Of(RepoKind.Model, fullName);

    /// <summary>A data set's name.</summary>
    /// <inheritdoc cref="Model"/>
    public static RepoId Dataset(string fullName) => Of(RepoKind.Dataset, fullName);

    /// <summary>An app's name.</summary>
    /// <inheritdoc cref="Model"/>
    public static RepoId Space(string fullName) => Of(RepoKind.Space, fullName);

    /// <summary>
    /// Reads a name as the Hub's addresses have it: <c>owner/name</c>, <c>datasets/owner/name</c>, <c>spaces/owner/name</c>.
    /// </summary>
    /// <param name="text">The name.</param>
    /// <exception cref="ArgumentException">The owner or the name breaks a rule; the message says which.</exception>
    public static RepoId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (RepoKind kind in (RepoKind[])[RepoKind.Dataset, RepoKind.Space])
        {
            string prefix = FolderOf(kind) + "/";
            if (text.StartsWith(prefix, StringComparison.Ordinal) && text.Count(letter => letter == '/') == 2)
                return Of(kind, text[prefix.Length..]);
        }
        return Model(text);
    }

    /// <summary>The name as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Kind == RepoKind.Model ? FullName : $"{Folder}/{FullName}";

    /// <summary>Whether Windows takes a part of a path for a device, as nul.txt.</summary>
    internal static bool IsDevice(string part) => devices.Contains(part.Split('.')[0].TrimEnd(' ').ToLowerInvariant());

    /// <summary>The folder of a kind.</summary>
    internal static string FolderOf(RepoKind kind) => kind switch
    {
        RepoKind.Model => "models",
        RepoKind.Dataset => "datasets",
        _ => "spaces",
    };

    private static RepoId Of(RepoKind kind, string fullName)
    {
        ArgumentNullException.ThrowIfNull(fullName);
        return fullName.Split('/') is [var owner, var name] ? new(kind, owner, name)
            : throw new ArgumentException($"The name of a repository is OWNER/NAME, not '{Shown(fullName)}'.", nameof(fullName));
    }

    /// <summary>The rule that a part of a name breaks, or null.</summary>
    private static string? Fault(string? part) =>
        string.IsNullOrEmpty(part) ? "Owner and name of a repository must not be empty."
        : part.Length > Longest ? $"A name of a repository has at most {Longest} letters, not {part.Length}."
        : !Letters().IsMatch(part)
            ? $"'{Shown(part)}' is no name on a hub: letters a to z, digits, - _ . are allowed, and neither - nor . at an end."
        : part.Contains("--", StringComparison.Ordinal) || part.Contains("..", StringComparison.Ordinal)
            ? $"'{part}' is no name on a hub: -- and .. are not allowed."
        : part.EndsWith(".git", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".lock", StringComparison.OrdinalIgnoreCase)
            ? $"'{part}' is no name on a hub: .git and .lock are endings of Git's own."
        : IsDevice(part) ? $"'{part}' is no name on a hub: Windows takes it for a device."
        : null;

    private static string Shown(string text)
    {
        string line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length > Longest ? line[..Longest] + "..." : line;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\z")]
    private static partial Regex Letters();
}
