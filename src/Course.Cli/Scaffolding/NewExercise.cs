using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Cli.Scaffolding;

/// <summary>A new exercise: both halves, its cells and its solution.</summary>
/// <param name="Id">The lesson's two digits and a word: <c>07.max-pool-back</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Points">The number of points it is worth.</param>
internal sealed partial record NewExercise(string Id, string Title, int Points)
{
    /// <summary>The folder in which the tests keep, for each exercise, the library calls that must be refused.</summary>
    public const string LibraryAnswers = "tests/Course.Grading.Tests/HiddenTests/LibraryAnswers";

    /// <summary>The method that learners write: <c>MaxPoolBack</c>.</summary>
    public string Method => string.Concat(Id[3..].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Adds the exercise to its lesson's files.</summary>
    /// <param name="course">The checkout.</param>
    /// <returns>The changed files, relative to the checkout's top folder.</returns>
    /// <exception cref="UserException">Something does not fit, or the lesson lacks a file; then nothing is written.</exception>
    public IReadOnlyList<string> Write(CourseFolder course)
    {
        Validate();
        string digits = Id[..2];
        string visible = Only(course, Path.Combine(course.Root, "src", "Course"), $"Lesson{digits}Exercises.cs");
        string hidden = Only(course, Path.Combine(course.Root, "src", "Course.Grading", "HiddenTests"), $"Lesson{digits}.cs");
        string library = Only(course, Path.Combine(course.Root, LibraryAnswers), $"Lesson{digits}.cs");
        string solutions = Only(course, Path.Combine(course.Notebooks, "solutions"), $"{digits}-*.md");
        string notebook = Only(course, course.Notebooks, $"{digits}-*.ipynb");
        string visibleText = File.ReadAllText(visible), hiddenText = File.ReadAllText(hidden);
        if (visibleText.Contains($"\"{Id}\"", StringComparison.Ordinal)) throw new UserException($"There is an exercise {Id} already.");

        NotebookDocument document = NotebookDocument.Load(notebook);
        int at = Place(document);
        foreach (NotebookCell cell in ExerciseTemplates.Cells(this)) document.Cells.Insert(at++, cell);

        visibleText = SourceEdit.WithItem(visibleText, "All", ExerciseTemplates.Visible(this));
        File.WriteAllText(visible, SourceEdit.WithMember(visibleText, ExerciseTemplates.Signature(this)));
        hiddenText = SourceEdit.WithMember(SourceEdit.WithItem(hiddenText, "All", $"{Method}()"), ExerciseTemplates.Hidden(this));
        string half = $"{Namespace().Match(visibleText).Groups[1].Value}.{Path.GetFileNameWithoutExtension(visible)}";
        File.WriteAllText(hidden, SourceEdit.WithUsing(hiddenText, $"static {half}"));
        File.WriteAllText(library, SourceEdit.WithItem(File.ReadAllText(library), "All", ExerciseTemplates.LibraryAnswer(this)));
        File.AppendAllText(solutions, ExerciseTemplates.Solution(this));
        document.Save(notebook);
        return [.. ((string[])[visible, hidden, library, solutions, notebook]).Select(path => Path.GetRelativePath(course.Root, path))];
    }

    private void Validate()
    {
        if (!Ids().IsMatch(Id))
            throw new UserException($"An exercise is called by its lesson and words in small letters, 07.max-pool-back, not {Id}.");
        if (Points < 1) throw new UserException($"An exercise is worth at least 1 point, not {Points}.");
        if (Title.Length == 0 || Title.AsSpan().IndexOfAny('"', '\\') >= 0 || Title.Any(char.IsControl))
            throw new UserException("A title has letters, and neither quotation marks nor backslashes.");
    }

    // After the last existing check, otherwise before "What came next".
    private static int Place(NotebookDocument notebook)
    {
        for (int i = notebook.Cells.Count - 1; i >= 0; i--)
        {
            if ((bool?)notebook.Cells[i].Metadata["nbgrader"]?["grade"] == true) return i + 1;
        }

        int next = notebook.Cells.ToList().FindIndex(cell => cell.Source.StartsWith("## What came next", StringComparison.Ordinal));
        return next < 0 ? notebook.Cells.Count : next;
    }

    private static string Only(CourseFolder course, string folder, string pattern)
    {
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, pattern, SearchOption.AllDirectories) : [];
        return found is [string file]
            ? file
            : throw new UserException(
                $"{Path.Combine(Path.GetRelativePath(course.Root, folder), pattern)} should be one file, and there are {found.Length}; `course new lesson` writes it.");
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("^[0-9][0-9]\\.[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Ids();
}
