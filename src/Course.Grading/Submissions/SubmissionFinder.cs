using System.Diagnostics.CodeAnalysis;

namespace Course.Grading.Submissions;

/// <summary>
/// Finds submissions. A file is one submission. In a folder, every file is a submission named after itself, and every subfolder is a
/// student with notebooks anywhere below it (nbgrader's layout: student/assignment/notebook.ipynb). Nothing that was handed in is passed
/// over: what is no notebook is listed with what to do about it.
/// </summary>
public static class SubmissionFinder
{
    private const int DeepestFolder = 40;
    private const string Link = "it is a symbolic link; hand in the file itself";

    // What editors, systems and version control leave behind.
    private static readonly string[] leftBehind =
    [
        ".ipynb_checkpoints", ".DS_Store", ".git", ".gitignore", ".gitattributes", ".github", ".vscode", ".vs", ".idea", "__MACOSX",
        "Thumbs.db",
    ];

    // What browsers append to a download's name.
    private static readonly string[] endings = [".ipynb", ".ipynb.json", ".ipynb.txt"];

    private static readonly string[] archives = [".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".xz", ".bz2"];

    /// <summary>Lists the submissions to grade, ordered by path and name.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="outputs">Files and folders among them that earlier gradings wrote, which nobody handed in.</param>
    /// <exception cref="GradingException">A path does not exist.</exception>
    public static IReadOnlyList<Submission> Find(IEnumerable<string> paths, params IEnumerable<string> outputs)
    {
        ArgumentNullException.ThrowIfNull(paths);
        HashSet<string> written = [.. outputs.Select(Path.GetFullPath)];
        var all = new List<Submission>();
        HashSet<string> earlier = [];
        foreach (string path in paths)
        {
            // Within one path nothing occurs twice, though two names that are not text may look alike.
            Submission[] found = [.. FindOne(path, written).Where(submission => !earlier.Contains(submission.Path))];
            all.AddRange(found);
            earlier.UnionWith(found.Select(submission => submission.Path));
        }

        return all;
    }

    /// <summary>Lists what one student handed in: each path is a notebook of hers, or a folder with notebooks anywhere below it.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="GradingException">A path does not exist.</exception>
    public static IReadOnlyList<Submission> FindOfOneStudent(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return
        [
            .. paths.SelectMany(path =>
                Directory.Exists(path) ? OfStudent(new DirectoryInfo(Path.GetFullPath(path))) : FindOne(path, [])),
        ];
    }

    private static IEnumerable<Submission> FindOne(string path, HashSet<string> written)
    {
        if (File.Exists(path))
        {
            // Whoever names a file knows that it is a notebook, whatever it is called.
            Submission named = OfFile(new FileInfo(path), StudentOf(Path.GetFileName(path)));
            return [named.Problem == Link || IsArchive(path) ? named : named with { Problem = null }];
        }

        if (!Directory.Exists(path))
            throw new GradingException($"There is no file or folder {path}.");
        var folder = new DirectoryInfo(path);
        return
        [
            .. Entries(folder.EnumerateFiles()).Where(file => !written.Contains(file.FullName))
                .Select(file => OfFile(file, StudentOf(file.Name))),
            .. Entries(folder.EnumerateDirectories()).Where(inner => !written.Contains(inner.FullName)).SelectMany(OfStudent),
        ];
    }

    /// <summary>Her notebooks; if she has none, what is there instead.</summary>
    private static Submission[] OfStudent(DirectoryInfo folder)
    {
        var others = new List<FileInfo>();
        Submission[] found = [.. Within(folder, folder.Name, 1, others)];
        if (found.Length > 0)
            return found;
        FileInfo? other = others.OrderBy(file => !IsArchive(file.Name)).FirstOrDefault();
        return
        [
            other is null
                ? new Submission(folder.Name, folder.FullName, "the folder is empty; hand in the .ipynb file")
                : OfFile(other, folder.Name),
        ];
    }

    private static IEnumerable<Submission> Within(DirectoryInfo folder, string student, int depth, List<FileInfo> others)
    {
        if (FileName.Fault(folder) is { } name)
            return [new Submission(student, folder.FullName, name)];
        if (folder.LinkTarget is not null)
            return [new Submission(student, folder.FullName, "its folder is a symbolic link; hand in the folder itself")];
        if (depth > DeepestFolder)
            return [new Submission(student, folder.FullName, "its folders are nested too deeply; hand in the .ipynb file itself")];
        if (!CanBeRead(folder, out string? fault))
            return [new Submission(student, folder.FullName, fault)];
        FileInfo[] files = [.. Entries(folder.EnumerateFiles())];
        others.AddRange(files.Where(file => !IsNotebook(file.Name)));
        return
        [
            .. files.Where(file => IsNotebook(file.Name)).Select(file => OfFile(file, student)),
            .. Entries(folder.EnumerateDirectories()).SelectMany(inner => Within(inner, student, depth + 1, others)),
        ];
    }

    private static bool CanBeRead(DirectoryInfo folder, [NotNullWhen(false)] out string? fault)
    {
        try
        {
            _ = folder.EnumerateFileSystemInfos().Count();
            fault = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = $"its folder cannot be read: {e.Message}";
        }

        return fault is null;
    }

    private static IEnumerable<T> Entries<T>(IEnumerable<T> entries)
        where T : FileSystemInfo =>
        entries.Where(entry => !leftBehind.Contains(entry.Name, StringComparer.OrdinalIgnoreCase))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private static Submission OfFile(FileInfo file, string student) =>
        new(student, file.FullName,
            FileName.Fault(file) ?? (file.LinkTarget is not null ? Link : IsNotebook(file.Name) ? null : NoNotebook(file)));

    private static string NoNotebook(FileInfo file)
    {
        string ending = file.Extension.ToLowerInvariant();
        return IsArchive(file.Name) ? $"a {ending} file; unpack it, and hand in the .ipynb file in it"
            : ending is ".dib" or ".csx" or ".cs" ? $"a {ending} file; hand in the notebook, an .ipynb file"
            : $"no notebook, but {file.Name}; hand in the .ipynb file";
    }

    private static bool IsArchive(string name) => archives.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsNotebook(string name) => endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string StudentOf(string name) =>
        endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending
            && name.Length > ending.Length
            ? name[..^ending.Length]
            : Path.GetFileNameWithoutExtension(name) is { Length: > 0 } bare ? bare : name;
}
