using System.Globalization;
using Course.Plots;
using Plotly.NET;

namespace Course.History.Charts;

/// <summary>The lessons, and what builds on what. Defined in lesson 00.</summary>
public static class LessonMapChart
{
    private const int LongestLine = 15;

    /// <summary>Draws the map.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="links">What builds on what, as <see cref="LessonMap.Links"/> reads it.</param>
    public static GenericChart Of(string title, IReadOnlyList<LessonLink> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        Lesson[] lessons = [.. Lessons.All.Where(lesson => lesson.Number > 0)];
        // Those without links stand in a layer of their own, first.
        int[] linked = [.. links.SelectMany(link => (int[])[link.Lesson, link.On])];
        IEnumerable<DiagramNode> nodes = lessons.Select(lesson => new DiagramNode(Id(lesson.Number), Label(lesson), Box: true,
            Hover: string.Create(CultureInfo.InvariantCulture, $"<b>{lesson.Title}</b>, {lesson.Year}<br>{Told(lesson, links)}"),
            Fill: linked.Contains(lesson.Number) ? null : "#DDDDDD"));
        IEnumerable<DiagramLink> arrows = links.Select(link => new DiagramLink(Id(link.On), Id(link.Lesson), Mark: "arrow",
            Colour: link.InLibrary ? TimelineChart.Neural : TimelineChart.Shared, Width: 2, Dashed: !link.InLibrary));
        return NodeLinkDiagram.Of(nodes, arrows, gap: 44).Chart(title);
    }

    private static string Id(int lesson) => lesson.ToString("00", CultureInfo.InvariantCulture);

    private static string Told(Lesson lesson, IReadOnlyList<LessonLink> links)
    {
        string[] on = [.. links.Where(link => link.Lesson == lesson.Number).Select(link => Id(link.On))];
        return on.Length == 0 ? "builds on no other lesson's machine" : $"builds on {string.Join(", ", on)}";
    }

    // What stands before a colon is enough.
    private static string Label(Lesson lesson)
    {
        var lines = new List<string> { "" };
        foreach (string word in lesson.Title.Split(':')[0].Split(' ').Where(word => word != "The"))
        {
            if (lines[^1].Length + word.Length > LongestLine) lines.Add("");
            lines[^1] += (lines[^1].Length == 0 ? "" : " ") + word;
        }

        return $"<b>{Id(lesson.Number)}</b><br>{string.Join("<br>", lines)}";
    }
}
