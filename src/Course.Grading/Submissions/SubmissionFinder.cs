namespace Course.Grading.Submissions;

/// <summary>
/// Finds submissions. A file is one submission. In a folder, every notebook is a submission named after its file, and every subfolder is a
/// student with notebooks anywhere below it (nbgrader's layout: student/assignment/notebook.ipynb).
/// </summary>
public static class SubmissionFinder
{
    private const int DeepestFolder = 5;
    private const string Link = "it is a symbolic link; hand in the file itself";

    /// <summary>Lists the submissions to grade, ordered by path and name.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="GradingException">A path does not exist.</exception>
    public static IReadOnlyList<Submission> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return [.. paths.SelectMany(FindOne).DistinctBy(submission => Path.GetFullPath(submission.Path))];
    }

    private static IEnumerable<Submission> FindOne(string path)
    {
        if (File.Exists(path))
            return [OfFile(new FileInfo(path), Path.GetFileNameWithoutExtension(path))];
        if (!Directory.Exists(path))
            throw new GradingException($"There is no file or folder {path}.");
        var folder = new DirectoryInfo(path);
        return
        [
            .. Notebooks(folder).Select(file => OfFile(file, Path.GetFileNameWithoutExtension(file.Name))),
            .. Folders(folder).SelectMany(student => Within(student, student.Name, 1)),
        ];
    }

    private static IEnumerable<Submission> Within(DirectoryInfo folder, string student, int depth)
    {
        if (folder.LinkTarget is not null)
            return [new Submission(student, folder.FullName, "its folder is a symbolic link; hand in the folder itself")];
        if (depth > DeepestFolder)
            return [];
        return
        [
            .. Notebooks(folder).Select(file => OfFile(file, student)),
            .. Folders(folder).SelectMany(inner => Within(inner, student, depth + 1)),
        ];
    }

    private static IEnumerable<FileInfo> Notebooks(DirectoryInfo folder) =>
        folder.EnumerateFiles("*.ipynb").Where(file => !file.Name.StartsWith('.')).OrderBy(file => file.Name, StringComparer.Ordinal);

    private static IEnumerable<DirectoryInfo> Folders(DirectoryInfo folder) =>
        folder.EnumerateDirectories().Where(inner => !inner.Name.StartsWith('.')).OrderBy(inner => inner.Name, StringComparer.Ordinal);

    private static Submission OfFile(FileInfo file, string student) => new(student, file.FullName, file.LinkTarget is null ? null : Link);
}
