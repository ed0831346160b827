using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Cli.Handouts;

/// <summary>
/// The repository that students start from: some lessons, and the sources that build what they load. Sources, because a built library is
/// of one system and has 490 MB: from them, the first call of <c>./course</c> builds it in the same place for whatever system it is on.
/// What grading needs beyond the lessons, the hidden halves of the exercises, stays with the teacher.
/// </summary>
/// <param name="Course">The checkout.</param>
/// <param name="Commit">Its commit; null if unknown.</param>
/// <param name="Lessons">The lessons to hand out.</param>
/// <param name="WithSolutions">Whether the published solutions go with them.</param>
internal sealed record Handout(CourseFolder Course, string? Commit, IReadOnlyList<LessonFile> Lessons, bool WithSolutions)
{
    private const string Templates = "eng/handout";

    private static readonly string[] files =
    [
        "course", "course.cmd", "Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE", ".editorconfig", ".gitattributes",
        "docs/third-party-notices.md", "eng/Lay.targets", "eng/LibtorchLay.targets", "eng/LibtorchLink.targets",
        "eng/Package.targets", "eng/WeakenSymbolVersion.cs", "eng/package/Course.targets",
    ];

    private static readonly string[] folders =
    [
        ".vscode", "datasets", "docs/results", "src/Course", "src/Course.Cli", "src/Course.Grading", "src/Course.Jupyter", "src/Course.Notebooks",
    ];

    // What the compiler leaves beside sources where nothing says otherwise.
    private static readonly string[] leftBehind = ["bin", "obj", ".ipynb_checkpoints"];

    /// <summary>Writes the repository.</summary>
    /// <param name="folder">Where it goes: an empty folder, or one that is not there yet.</param>
    /// <exception cref="UserException">There is something in the folder.</exception>
    public void Write(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new UserException($"{folder} is not empty; name a new folder.");
        foreach (string file in files)
            Copy(file, folder);
        foreach (string file in folders.SelectMany(FilesIn).Where(file => !IsHidden(file)))
            Copy(file, folder);
        foreach (LessonFile lesson in Lessons)
            WriteLesson(lesson, folder);
        WriteText(folder, "Course.sln", SolutionFile.WithoutTests(File.ReadAllText(Path.Combine(Course.Root, "Course.sln"))));
        WriteText(folder, Path.GetFileName(Course.HandoutMark), Mark());
        WriteText(folder, "README.md", Readme(Template("README.md")));
        WriteText(folder, ".gitignore", Template("gitignore"));
        WriteText(folder, ".github/workflows/lessons.yml", Template("lessons.yml"));
        foreach (string file in (string[])["Dockerfile", "devcontainer.json"])
            WriteText(folder, $".devcontainer/{file}", Template(file));
    }

    /// <summary>The hidden halves of the exercises, and what wrong and right answers to them share.</summary>
    private static bool IsHidden(string file)
    {
        string path = file.Replace('\\', '/');
        return path.StartsWith("src/Course.Grading/HiddenTests/Lesson", StringComparison.Ordinal)
            || path.StartsWith("src/Course.Grading/HiddenTests/Answers/", StringComparison.Ordinal);
    }

    private IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Course.Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Course.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(leftBehind.Contains));

    private void Copy(string file, string folder)
    {
        string to = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        // With its right to be executed.
        File.Copy(Path.Combine(Course.Root, file), to);
    }

    private void WriteLesson(LessonFile lesson, string folder)
    {
        NotebookDocument document = NotebookDocument.Load(lesson.Path);
        LessonStamp.For(document, Commit).WriteTo(document);
        string to = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        document.Save(Path.Combine(to, Path.GetFileName(lesson.Path)));
        string solutions = Path.Combine("notebooks", "solutions", lesson.Name + ".md");
        if (WithSolutions && File.Exists(Path.Combine(Course.Root, solutions)))
            Copy(solutions, folder);
    }

    private string Mark() => new JsonObject
    {
        ["version"] = LessonStamp.CurrentVersion,
        ["commit"] = Commit,
        ["lessons"] = new JsonArray([.. Lessons.Select(lesson => (JsonNode?)lesson.Name)]),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";

    private string Readme(string template) => template
        .Replace("{{count}}", Lessons.Count == 1 ? "A lesson" : string.Create(CultureInfo.InvariantCulture, $"{Lessons.Count} lessons"),
            StringComparison.Ordinal)
        .Replace("{{version}}", Commit is null ? LessonStamp.CurrentVersion : $"{LessonStamp.CurrentVersion} ({Commit})", StringComparison.Ordinal)
        .Replace("{{solutions}}", WithSolutions ? " `notebooks/solutions` has one way to solve each: try it yourself first." : "",
            StringComparison.Ordinal)
        .Replace("{{lessons}}", string.Join('\n', Lessons.Select(Line)), StringComparison.Ordinal);

    private static string Line(LessonFile lesson)
    {
        LessonMetadata? said = LessonMetadata.Of(NotebookDocument.Load(lesson.Path));
        string link = $"[{said?.Title ?? lesson.Name}](notebooks/{Path.GetFileName(lesson.Path)})";
        return said is null ? $"- {link}" : string.Create(CultureInfo.InvariantCulture, $"- {said.Number:00}, {said.Year}: {link}");
    }

    private string Template(string name) => File.ReadAllText(Path.Combine(Course.Root, Templates, name));

    private static void WriteText(string folder, string file, string text)
    {
        string path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
