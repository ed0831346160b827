using System.Globalization;

namespace Course.Notebooks.Lessons;

/// <summary>The lessons in a folder, and how to find one by name.</summary>
public sealed class LessonCatalog
{
    private LessonCatalog(IReadOnlyList<LessonFile> lessons) => Lessons = lessons;

    /// <summary>The lessons, in order.</summary>
    public IReadOnlyList<LessonFile> Lessons { get; }

    /// <summary>Lists a folder.</summary>
    /// <param name="folder">The folder of the notebooks; a missing folder counts as empty.</param>
    /// <returns>The notebooks in it.</returns>
    public static LessonCatalog Of(string folder) => new(Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.ipynb").Select(path => new LessonFile(path))
            .OrderBy(lesson => lesson.Name, StringComparer.Ordinal)]
        : []);

    /// <summary>
    /// Finds the lesson that a word means: a path, a number (<c>2</c>, <c>02</c>), a name (<c>02-perceptron</c>, <c>perceptron</c>) or an
    /// unambiguous part of a name.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="lesson">The lesson; null if there is none, or more than one.</param>
    /// <param name="problem">If there is no lesson, what is wrong and what to do, in one line.</param>
    /// <returns>Whether the word identifies exactly one notebook.</returns>
    public bool TryFind(string word, out LessonFile? lesson, out string? problem)
    {
        problem = null;
        if (word.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || word.Contains('/', StringComparison.Ordinal)
            || word.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || File.Exists(word))
        {
            lesson = File.Exists(word) ? new LessonFile(word) : null;
            problem = lesson is not null ? null
                : Directory.Exists(word) ? $"{word} is a folder; name the notebooks in it."
                : $"There is no file {word}; `course list` shows the lessons there are.";
            return lesson is not null;
        }

        LessonFile[] found = Matches(word);
        lesson = found.Length == 1 ? found[0] : null;
        problem = found.Length switch
        {
            1 => null,
            0 => $"There is no lesson '{word}'; `course list` shows those there are.",
            _ => $"'{word}' may be {string.Join(" or ", found.Select(match => match.Name))}; say which.",
        };
        return lesson is not null;
    }

    private LessonFile[] Matches(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return [.. Lessons.Where(lesson => lesson.Number == number)];
        LessonFile[] exact = [.. Lessons.Where(lesson => Same(lesson.Name, word) || Same(lesson.Slug, word))];
        return exact.Length > 0 || word.Length == 0
            ? exact
            : [.. Lessons.Where(lesson => lesson.Name.Contains(word, StringComparison.OrdinalIgnoreCase))];
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
