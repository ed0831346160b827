using System.Globalization;
using System.Net;
using System.Text;
using Course.History;

namespace Course.Cli.Site;

/// <summary>
/// What builds on what, as lesson 00 reads it from the code: the lessons as a list of links, and a curve from each to every later one that
/// uses its machine. The list says the same in words, so the curves are for the eye alone.
/// </summary>
/// <param name="lessons">The lessons, in order.</param>
/// <param name="links">What builds on what.</param>
/// <param name="schools">The school of a lesson: <c>connectionism</c>, <c>symbolism</c> or <c>both</c>.</param>
internal sealed class MapView(
    IReadOnlyList<ExecutedLesson> lessons, IReadOnlyList<LessonLink> links, IReadOnlyDictionary<int, string> schools)
{
    // Units of the drawing, which site.css stretches to the width that a page has for it, and to the height of the list.
    private const int Row = 48, Width = 100, Narrowest = 14;

    /// <summary>The schools of the lessons' machines, as the chronicle of lesson 00 has them.</summary>
    public static IReadOnlyDictionary<int, string> Schools()
    {
        Microsoft.Data.Analysis.DataFrame told = Chronicle.Load();
        return Enumerable.Range(0, (int)told.Rows.Count)
            .Where(row => told["lesson"][row] is not null)
            .Select(row => (Lesson: Convert.ToInt32(told["lesson"][row], CultureInfo.InvariantCulture), School: (string)told["school"][row],
                IsEvent: told["kind"][row] is "event"))
            .GroupBy(row => row.Lesson)
            .ToDictionary(lesson => lesson.Key, lesson => SchoolOf([.. lesson.Where(row => !row.IsEvent).Select(row => row.School)])
                ?? SchoolOf([.. lesson.Select(row => row.School)])!);
    }

    private static string? SchoolOf(string[] schools) => schools.Distinct().Count() switch { 0 => null, 1 => schools[0], _ => "both" };

    /// <summary>The map as HTML.</summary>
    public string Html()
    {
        var html = new StringBuilder("<div class=\"map\">\n");
        html.Append(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Row * lessons.Count}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\n");
        foreach (LessonLink link in links)
            html.Append(Curve(link));
        html.Append("</svg>\n<ol>\n");
        foreach (ExecutedLesson lesson in lessons)
            html.Append(Item(lesson));
        return html.Append("</ol>\n</div>\n").Append(Legend).Append(Highlights()).ToString();
    }

    private const string Legend = """
        <p class="legend"><i class="connectionism"></i> the neural school <i class="symbolism"></i> rules and symbols
        <i class="both"></i> both<br><b></b> the library’s code uses the earlier machine
        <b class="notebook"></b> only the notebook does</p>

        """;

    private int Place(int number) => lessons.TakeWhile(lesson => lesson.About.Number != number).Count();

    private int Middle(int number) => Place(number) * Row + Row / 2;

    private string Curve(LessonLink link)
    {
        int from = Middle(link.On), to = Middle(link.Lesson), rows = Place(link.Lesson) - Place(link.On);
        double bulge = Narrowest + (Width - Narrowest - 2.0) * (rows - 1) / Math.Max(1, lessons.Count - 2);
        return string.Create(CultureInfo.InvariantCulture,
            $"<path class=\"l{link.On} l{link.Lesson}{(link.InLibrary ? "" : " notebook")}\" d=\"M{Width} {from}A{bulge:0.#} {(to - from) / 2} 0 0 0 {Width} {to}\"/>\n");
    }

    private string Item(ExecutedLesson lesson)
    {
        string[] on = [.. links.Where(link => link.Lesson == lesson.About.Number)
            .Select(link => link.On.ToString("00", CultureInfo.InvariantCulture))];
        string told = on.Length == 0 ? "" : $" · builds on {string.Join(", ", on)}";
        // What stands before a colon is enough.
        string title = WebUtility.HtmlEncode(lesson.About.Title.Split(':')[0]);
        return string.Create(CultureInfo.InvariantCulture,
            $"<li class=\"{schools.GetValueOrDefault(lesson.About.Number, "none")}\"><a href=\"{lesson.Page}\">{lesson.About.Number:00} {title}</a><span>{lesson.About.Year}{told}</span></li>\n");
    }

    // A lesson under the pointer or the keyboard's focus keeps its own curves; the others step back.
    private string Highlights()
    {
        var css = new StringBuilder("<style>\n");
        foreach (ExecutedLesson lesson in lessons)
            css.Append(CultureInfo.InvariantCulture,
                $".map:has(li:nth-child({Place(lesson.About.Number) + 1}) a:is(:hover,:focus)) path:not(.l{lesson.About.Number}) {{ opacity: 0.12; }}\n");
        return css.Append("</style>\n").ToString();
    }
}
