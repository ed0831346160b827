using System.Globalization;
using Course.Notebooks.Lessons;

namespace Course.Cli.Handouts;

/// <summary>Lessons named by their numbers: <c>01-03,07</c>.</summary>
internal static class LessonNumbers
{
    /// <summary>The lessons with these numbers, in the course's order.</summary>
    /// <exception cref="UserException">The text names no numbers, or a part of it no lesson.</exception>
    public static IReadOnlyList<LessonFile> Choose(LessonCatalog catalog, string text)
    {
        var chosen = new HashSet<LessonFile>();
        foreach (string part in text.Split(','))
        {
            (int first, int last) = Parse(part);
            LessonFile[] found = [.. catalog.Lessons.Where(lesson => lesson.Number >= first && lesson.Number <= last)];
            if (found.Length == 0)
                throw new UserException($"There is no lesson {part.Trim()}; `course list` shows those there are.");
            chosen.UnionWith(found);
        }

        return [.. catalog.Lessons.Where(chosen.Contains)];
    }

    private static (int First, int Last) Parse(string part) => part.Split('-') switch
    {
        [var one] when Number(one) is { } number => (number, number),
        [var first, var last] when Number(first) is { } from && Number(last) is { } to && from <= to => (from, to),
        _ => throw new UserException($"--lessons takes numbers, as in 01-03,07, not '{part.Trim()}'."),
    };

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
