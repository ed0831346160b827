using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Course.Notebooks.Html;

namespace Course.Cli.Site;

/// <summary>A publication, with what the course makes of it.</summary>
/// <param name="Anchor">Its place on the page.</param>
/// <param name="Paper">The publication.</param>
/// <param name="Claims">Its results that the course measures again.</param>
internal sealed record CitedPaper(string Anchor, Paper Paper, IReadOnlyList<Claim> Claims)
{
    /// <summary>All publications, by year.</summary>
    public static IReadOnlyList<CitedPaper> All() =>
    [
        .. typeof(Papers).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Paper))
            .Select(property => (property.Name, Paper: (Paper)property.GetValue(null)!))
            .Select(paper => new CitedPaper(SitePage.AnchorOf(paper.Name), paper.Paper,
                [.. Course.Claims.All.Where(claim => claim.Paper == paper.Paper)]))
            .OrderBy(cited => cited.Paper.Year).ThenBy(cited => cited.Paper.Authors, StringComparer.Ordinal),
    ];
}

/// <summary>The page of all publications: by year, each with how it was checked, and with the lessons and claims that cite it.</summary>
/// <param name="papers">The publications.</param>
/// <param name="pageOf">The page of a lesson, by its number; null if the site has none.</param>
/// <param name="ledger">The page of the claims; null if the site has none.</param>
internal sealed class PapersPage(IReadOnlyList<CitedPaper> papers, Func<int, string?> pageOf, string? ledger)
{
    /// <summary>The page's text.</summary>
    public string Html()
    {
        var html = new StringBuilder();
        foreach (IGrouping<int, CitedPaper> decade in papers.GroupBy(cited => cited.Paper.Year / 10 * 10))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"from-{decade.Key}\">{decade.Key} to {decade.Key + 9}</h2>\n<ul class=\"papers\">\n");
            foreach (CitedPaper cited in decade)
                html.Append(Item(cited));
            html.Append("</ul>\n");
        }

        return html.ToString();
    }

    private string Item(CitedPaper cited)
    {
        Paper paper = cited.Paper;
        string title = paper.Url is null ? Text(paper.Title) : $"<a href=\"{Text(paper.Url)}\">{Text(paper.Title)}</a>";
        var html = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"<li id=\"{cited.Anchor}\"><p>{Text(paper.Authors)} ({paper.Year}). <b>{title}</b>. {Text(paper.PublishedIn)}.</p>\n"));
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"facts\">How it was checked: {Text(paper.Checked)}.{Lessons(cited)}</p>\n");
        if (cited.Claims.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<details><summary>{cited.Claims.Count} {(cited.Claims.Count == 1 ? "claim" : "claims")} of it, measured again</summary>\n<ul>\n");
            foreach (Claim claim in cited.Claims)
                html.Append(CultureInfo.InvariantCulture,
                    $"<li>{Text(claim.Statement)}{(claim.Where.Length > 0 ? $" ({Text(claim.Where)})" : "")}: {Text(claim.Published)}</li>\n");
            html.Append("</ul>\n</details>\n");
        }

        return html.Append("</li>\n").ToString();
    }

    private string Lessons(CitedPaper cited)
    {
        string[] links = [.. cited.Claims.Select(claim => claim.Lesson).Distinct().Select(Course.Lessons.Find).Select(Link)];
        return links.Length == 0 ? "" : $" Cited in {string.Join("; ", links)}.";
    }

    private string Link(Lesson lesson)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"lesson {lesson.Number:00}, {Text(lesson.Title)}");
        string link = pageOf(lesson.Number) is { } page ? $"<a href=\"{page}\">{name}</a>" : name;
        string section = string.Create(CultureInfo.InvariantCulture, $"{lesson.Number:00} · {lesson.Title} ({lesson.Year})");
        return ledger is null ? link : $"{link} (<a href=\"{ledger}#{SitePage.AnchorOf(section)}\">what it measured</a>)";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
