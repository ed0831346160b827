using System.Text.RegularExpressions;
using Course.Notebooks.Html;
using Course.Notebooks.Lessons;

namespace Course.Cli.Site;

/// <summary>
/// Which file of the repository becomes which page of the site: lessons, the documents, the teacher's pages, the solutions. So a link
/// between two files becomes a link between two pages, and a file that the site has not stays a name, or leads to the public repository.
/// </summary>
internal sealed partial class SitePages
{
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> ownPages = new(StringComparer.Ordinal) { "index.html" };
    private readonly CourseFolder course;
    private readonly string? repository;

    public SitePages(CourseFolder course, IEnumerable<LessonFile> lessons)
    {
        this.course = course;
        foreach (LessonFile lesson in lessons)
        {
            addresses[$"notebooks/{lesson.Name}.ipynb"] = $"{lesson.Name}.html";
            ownPages.Add($"{lesson.Name}.html");
        }

        Documents = Found("docs", "");
        Teaching = Found("docs/teaching", "teaching/");
        Solutions = Found("notebooks/solutions", "solutions/");
        string citation = Path.Combine(course.Root, "CITATION.cff");
        repository = File.Exists(citation) && Repository().Match(File.ReadAllText(citation)) is { Success: true } said
            ? said.Groups["url"].Value.TrimEnd('/') : null;
    }

    /// <summary>The documents, by their paths in the repository.</summary>
    public IReadOnlyList<string> Documents { get; }

    /// <summary>The teacher's pages, by their paths in the repository.</summary>
    public IReadOnlyList<string> Teaching { get; }

    /// <summary>The solutions, by their paths in the repository.</summary>
    public IReadOnlyList<string> Solutions { get; }

    /// <summary>The links above every page, seen from the site's top.</summary>
    public IReadOnlyList<SiteLink> Menu =>
    [
        .. new (string Text, string? Address)[]
        {
            ("Lessons", "index.html#lessons"), ("Ledger", PageOf("docs/claims.md")), ("Glossary", PageOf("docs/glossary.md")), ("Papers", "papers.html"),
            ("Teaching", PageOf("docs/teaching/README.md")),
        }.Where(link => link.Address is not null).Select(link => new SiteLink(link.Text, link.Address!)),
    ];

    /// <summary>The page of a file; null if the site has none.</summary>
    /// <param name="source">The file, seen from the repository's top, with forward slashes.</param>
    public string? PageOf(string source) => addresses.GetValueOrDefault(source);

    /// <summary>Where a link in a file leads, seen from that file's page.</summary>
    /// <param name="source">The file, seen from the repository's top.</param>
    /// <param name="top">The way from the page to the site's top folder.</param>
    /// <param name="path">The link's path; with a slash in front, from the repository's top.</param>
    /// <returns>The address, or null for a place that is neither in the site nor public.</returns>
    public string? Address(string source, string top, string path)
    {
        if (ownPages.Contains(path))
            return top + path;
        string file = Resolved(path is ['/', ..] ? "" : Path.GetDirectoryName(source)!.Replace('\\', '/'), path.TrimStart('/'));
        return PageOf(file) is { } page ? top + page : repository is null ? null : $"{repository}/blob/main/{file}";
    }

    private string[] Found(string folder, string below)
    {
        string path = Path.Combine(course.Root, folder);
        if (!Directory.Exists(path)) return [];
        string[] files = [.. Directory.EnumerateFiles(path, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        foreach (string file in files)
            addresses[$"{folder}/{file}"] = below + (file == "README.md" ? "index.html" : Path.ChangeExtension(file, ".html"));
        return [.. files.Select(file => $"{folder}/{file}")];
    }

    private static string Resolved(string folder, string path)
    {
        var parts = new List<string>();
        foreach (string part in $"{folder}/{path}".Split('/').Where(part => part is not ("" or ".")))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex("""^(?:repository-code|url):\s*"?(?<url>https?://[^"\s]+)"?\s*$""", RegexOptions.Multiline)]
    private static partial Regex Repository();
}
