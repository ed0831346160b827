using System.Text.RegularExpressions;

namespace Course.History;

/// <summary>One lesson that builds on another.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="On">The earlier lesson.</param>
/// <param name="InLibrary">Whether the library's code uses the earlier machine; else only the notebook does.</param>
public sealed record LessonLink(int Lesson, int On, bool InLibrary);

/// <summary>
/// What builds on what. Nobody drew it: it is read from the library's own sources, which lie in the compiled library's symbols, and from
/// the notebooks. A file with a <c>using</c> for the folder of an earlier lesson uses the machine there; drawings do not count, because
/// they share their tools. Defined in lesson 00.
/// </summary>
public static partial class LessonMap
{
    /// <summary>Reads the links.</summary>
    /// <param name="notebooks">The folder of the notebooks.</param>
    /// <returns>Each link once, by lesson.</returns>
    public static IReadOnlyList<LessonLink> Links(string notebooks = ".")
    {
        Dictionary<string, int> lessons = Lessons.All.Where(lesson => lesson.Machine is not null && lesson.Number > 0)
            .ToDictionary(lesson => lesson.Machine!.Split('/')[0], lesson => lesson.Number);
        IEnumerable<LessonLink> Of(string text, int lesson, bool inLibrary) =>
            from match in Mentioned().Matches(text)
            let other = lessons.GetValueOrDefault(match.Groups[1].Value)
            where other > 0 && other != lesson
            select new LessonLink(lesson, other, inLibrary);

        IEnumerable<LessonLink> library =
            from text in EmbeddedSources.Of(typeof(LessonMap).Assembly)
            let space = Declared().Match(text)
            where space.Success && lessons.ContainsKey(space.Groups[1].Value)
            from link in Of(text, lessons[space.Groups[1].Value], inLibrary: true)
            select link;
        IEnumerable<LessonLink> pages =
            from page in LessonPages.In(notebooks)
            where page.Key > 0
            from link in Of(File.ReadAllText(Path.Combine(notebooks, page.Value)), page.Key, inLibrary: false)
            select link;
        return [.. library.Concat(pages).DistinctBy(link => (link.Lesson, link.On)).OrderBy(link => link.Lesson).ThenBy(link => link.On)];
    }

    [GeneratedRegex(@"^namespace Course\.(\w+)(?![\w.]*\bCharts\b)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\busing Course\.(\w+)(?![\w.]*\bCharts\b)")]
    private static partial Regex Mentioned();
}
