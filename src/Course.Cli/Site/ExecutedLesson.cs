using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Cli.Site;

/// <summary>A lesson of the course with its outputs.</summary>
/// <param name="File">Its own notebook, without outputs.</param>
/// <param name="Document">The notebook as it was executed.</param>
/// <param name="About">What it says of itself.</param>
internal sealed record ExecutedLesson(LessonFile File, NotebookDocument Document, LessonMetadata About)
{
    /// <summary>Its page in the site's top folder.</summary>
    public string Page => File.Name + ".html";

    /// <summary>Reads the executed notebooks of all lessons.</summary>
    /// <param name="catalog">The course's lessons.</param>
    /// <param name="folder">Where they lie, as <c>course run --output</c> writes them.</param>
    /// <param name="warn">Gets a line for each one that was made from another version of its notebook.</param>
    /// <param name="failed">Those that are missing, that a cell failed in or that did not run to their end, in a line each.</param>
    /// <exception cref="UserException">There is no such folder, or one cannot be read.</exception>
    public static IReadOnlyList<ExecutedLesson> ReadAll(
        LessonCatalog catalog, string folder, Action<string> warn, out IReadOnlyList<string> failed)
    {
        if (!Directory.Exists(folder))
            throw new UserException($"There is no folder {folder}; `course run --output {folder}` writes all lessons there.");
        var lessons = new List<ExecutedLesson>();
        var problems = new List<string>();
        foreach (LessonFile file in catalog.Lessons)
        {
            string path = Path.Combine(folder, file.Name + ".ipynb");
            if (!System.IO.File.Exists(path))
            {
                problems.Add($"{file.Name}: it is not among the executed notebooks");
                continue;
            }

            NotebookDocument document = Read(path);
            if (LessonMetadata.Of(document) is not { } about)
                throw new UserException($"{Path.Combine(folder, file.Name)}.ipynb is not marked as a lesson.");
            if (Failure(document) is { } failure)
                problems.Add($"{file.Name}: {failure}");
            if (!Sources(NotebookDocument.Load(file.Path)).SequenceEqual(Sources(document)))
                warn($"{file.Name} in {folder} was run from another version of the notebook; `course run` makes it anew.");
            lessons.Add(new ExecutedLesson(file, document, about));
        }

        failed = problems;
        return lessons;
    }

    private static NotebookDocument Read(string path)
    {
        try
        {
            return NotebookDocument.Load(path);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{path} cannot be read: {e.Message}");
        }
    }

    private static string? Failure(NotebookDocument document)
    {
        CodeCell[] cells = [.. document.Cells.OfType<CodeCell>().Where(cell => !string.IsNullOrWhiteSpace(cell.Source))];
        return cells.FirstOrDefault(cell => cell.Outputs.Any(output => output is ErrorOutput)) is { } wrong ? $"the cell {wrong.Id} failed"
            : cells.FirstOrDefault(cell => cell.ExecutionCount is null) is { } open ? $"the cell {open.Id} was not run"
            : null;
    }

    private static IEnumerable<string> Sources(NotebookDocument document) => document.Cells.Select(cell => cell.Source);
}
