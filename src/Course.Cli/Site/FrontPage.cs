using System.Globalization;
using System.Net;
using System.Text;
using Course.Notebooks.Html;

namespace Course.Cli.Site;

/// <summary>The site's first page: what the course is, its map, its lessons, and what there is beside them.</summary>
/// <param name="lessons">The lessons, in order.</param>
/// <param name="map">The map as HTML.</param>
/// <param name="ledger">The page of the claims; null if the site has none.</param>
/// <param name="lists">Headed lists of the other pages: heading, whether folded, links.</param>
internal sealed class FrontPage(
    IReadOnlyList<ExecutedLesson> lessons, string map, string? ledger,
    IReadOnlyList<(string Heading, bool Folded, IReadOnlyList<SiteLink> Links)> lists)
{
    /// <summary>The page's text.</summary>
    public string Html() => $"""
        <section class="cell prose">
        <p>{Opening}</p>
        <h2 id="map">What builds on what</h2>
        <p>A curve leads from each lesson to every later one that uses its machine. It is read from the course’s code, as in lesson 00.</p>
        </section>
        {map}
        <h2 id="lessons">The lessons</h2>
        <ol class="lessons">
        {string.Concat(lessons.Select(Item))}</ol>
        <h2 id="more">Beside the lessons</h2>
        {string.Concat(lists.Where(list => list.Links.Count > 0).Select(List))}
        """;

    private string Opening => string.Create(CultureInfo.InvariantCulture, $"""
        {lessons.Count} lessons lead from the first model of a neuron, in 1943, to machines that write and draw. Each lesson tells the story,
        builds its machine from scratch in C#, runs it on real data, and measures the paper’s results again. All charts, tables and numbers on
        these pages come from one run of the lessons.{(ledger is null ? "" : $" What came out as published, and what did not, stands in <a href=\"{ledger}\">the ledger</a>.")}
        """);

    private static string Item(ExecutedLesson lesson)
    {
        LessonCard card = LessonCard.Of(lesson);
        string exercises = card.Exercises == 0 ? "" : card.Exercises == 1 ? " · 1 exercise" : $" · {card.Exercises} exercises";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <li><span class="year">{lesson.About.Year}</span> <a href="{lesson.Page}">{lesson.About.Number:00} {Text(lesson.About.Title)}</a>
            <p>{Text(card.Line)}</p>
            <p class="facts">about {card.Minutes} min to read and run{exercises}</p></li>

            """);
    }

    private static string List((string Heading, bool Folded, IReadOnlyList<SiteLink> Links) list)
    {
        var html = new StringBuilder(list.Folded
            ? $"<details><summary>{Text(list.Heading)}</summary>\n"
            : $"<h3 id=\"{SitePage.AnchorOf(list.Heading)}\">{Text(list.Heading)}</h3>\n");
        html.Append("<ul>\n");
        foreach (SiteLink link in list.Links)
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Text(link.Address)}\">{Text(link.Text)}</a></li>\n");
        return html.Append(list.Folded ? "</ul>\n</details>\n" : "</ul>\n").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
