using System.Globalization;
using System.Net;
using Course.History;
using Course.Notebooks.Html;
using Course.Notebooks.Lessons;

namespace Course.Cli.Site;

/// <summary>Decides which pages the site has, and what is on them.</summary>
/// <param name="course">The checkout.</param>
/// <param name="lessons">The executed lessons, in order.</param>
/// <param name="url">Where the site will be public; null if nowhere.</param>
/// <param name="commit">The commit that it shows; null if unknown.</param>
internal sealed class SiteWriter(CourseFolder course, IReadOnlyList<ExecutedLesson> lessons, Uri? url, string? commit)
{
    private const string Glossary = "docs/glossary.md", Ledger = "docs/claims.md";
    private const string Spoilers = "<p class=\"notice\"><b>Spoilers.</b> This page solves the lesson’s exercises. Try each one yourself first.</p>\n\n";

    private const string Finder = """
        <form class="finder" action="search.html">
        <label for="find">A title, a term or a heading; terms also in Chinese (感知机)</label>
        <input id="find" type="search" name="q" autocomplete="off" spellcheck="false">
        </form>
        <p id="status" class="status" role="status" aria-live="polite"></p>
        <ol id="found" class="found" aria-label="Results"></ol>
        <noscript><p>The search is a script, which this browser does not run.</p></noscript>

        """;

    private readonly SitePages pages = new(course, lessons.Select(lesson => lesson.File));
    private readonly IReadOnlyList<CitedPaper> papers = CitedPaper.All();

    /// <summary>Writes the site.</summary>
    /// <param name="folder">An empty folder.</param>
    public void Write(string folder)
    {
        string version = commit is null ? "" : $" at commit <code>{WebUtility.HtmlEncode(commit)}</code>";
        var output = new PageOutput(folder, pages, url,
            $"<p>{PageOutput.CourseName}{version}. The site fetches nothing from the network: all that it needs is in its folder.</p>\n");
        PagePlan[] plans = [.. lessons.Select(Plan)];
        for (int n = 0; n < plans.Length; n++)
            WriteLesson(output, lessons[n], Between(plans, n));
        IReadOnlyList<PagePlan> documents = WriteTexts(output, pages.Documents, "", inRow: false);
        IReadOnlyList<PagePlan> teaching = WriteTexts(output, pages.Teaching, "", inRow: true);
        IReadOnlyList<PagePlan> solutions = WriteTexts(output, pages.Solutions, Spoilers, inRow: true);
        WritePapers(output);
        WriteFront(output, documents, teaching, solutions);
        output.Write(new PagePlan("search.html", "search.html", "Search", "Search"),
            new SiteText { Title = "Search", Html = Finder, Scripts = [SearchIndex.File, "search.js"] });
        output.WriteShared();
    }

    private PagePlan Plan(ExecutedLesson lesson)
    {
        string number = Number(lesson.About.Number);
        (string Words, string? Page)[] related =
        [
            ("Solutions to the exercises (spoilers)", pages.PageOf($"notebooks/solutions/{lesson.File.Name}.md")),
            ("How to teach this lesson", pages.PageOf($"docs/teaching/{number}.md")),
        ];
        return new PagePlan(lesson.Page, $"notebooks/{lesson.File.Name}.ipynb", lesson.About.Title, $"Lesson {number}")
        {
            Description = LessonCard.Of(lesson).Line,
            Year = lesson.About.Year.ToString(CultureInfo.InvariantCulture),
            Related = [.. related.Where(link => link.Page is not null).Select(link => new SiteLink(link.Words, link.Page!))],
            Weight = 3,
        };
    }

    private void WriteLesson(PageOutput output, ExecutedLesson lesson, PagePlan plan)
    {
        var options = new HtmlPageOptions { Directory = course.Notebooks, FileName = Path.GetFileName(lesson.File.Path) };
        output.Write(plan, (writer, frame) => SitePage.Write(lesson.Document, writer, options, frame));
    }

    private PagePlan[] WriteTexts(PageOutput output, IReadOnlyList<string> sources, string notice, bool inRow)
    {
        TextFile[] texts = [.. sources.Select(source => TextFile.Read(course.Root, source))];
        PagePlan[] plans =
        [
            .. texts.Select(text => new PagePlan(pages.PageOf(text.Source)!, text.Source, text.Title, KindOf(text.Source))
            {
                ListsHeadings = !inRow,
            }),
        ];
        for (int n = 0; n < plans.Length; n++)
        {
            TextFile text = texts[n];
            output.Write(inRow ? Between(plans, n) : plans[n], new SiteText
            {
                Title = text.Title,
                Kicker = plans[n].Kind,
                Markdown = notice + text.Markdown,
                Directory = Path.GetDirectoryName(Path.Combine(course.Root, text.Source)),
                RowAnchors = text.Source == Glossary,
            });
            if (text.Source == Glossary) output.Index.AddTerms(text.Markdown, plans[n].Address);
        }

        return plans;
    }

    private static string KindOf(string source) => source switch
    {
        Ledger => "The ledger",
        Glossary => "Words of the field",
        _ when source.StartsWith("docs/teaching/", StringComparison.Ordinal) => "For teachers",
        _ when source.StartsWith("notebooks/", StringComparison.Ordinal) => "Solutions",
        _ => "Document",
    };

    private void WritePapers(PageOutput output)
    {
        var plan = new PagePlan("papers.html", "papers.html", "The papers", "Papers")
        {
            Description = "Every publication whose results the course measures again, and how its page was checked.",
        };
        string? PageOf(int number) => lessons.FirstOrDefault(lesson => lesson.About.Number == number)?.Page;
        output.Write(plan, new SiteText
        {
            Title = plan.Title,
            Markdown = "*Seen* means that a maintainer read the page; *restated in* names where its figures were found; *not seen* says so.",
            Html = new PapersPage(papers, PageOf, pages.PageOf(Ledger)).Html(),
        });
        output.Index.Add(papers, plan.Address);
    }

    private void WriteFront(
        PageOutput output, IReadOnlyList<PagePlan> documents, IReadOnlyList<PagePlan> teaching, IReadOnlyList<PagePlan> solutions)
    {
        HashSet<int> numbers = [.. lessons.Select(lesson => lesson.About.Number)];
        LessonLink[] links = [.. LessonMap.Links(course.Notebooks)
            .Where(link => numbers.Contains(link.Lesson) && numbers.Contains(link.On))];
        var front = new FrontPage(lessons, new MapView(lessons, links, MapView.Schools()).Html(), pages.PageOf(Ledger),
        [
            ("Documents", false, Links(documents.Where(document => document.Source is not (Glossary or Ledger)))),
            ("Notes for teachers, lesson by lesson", true, Links(teaching)),
            ("Solutions to the exercises: spoilers", true, Links(solutions)),
        ]);
        output.Write(
            new PagePlan("index.html", "index.html", PageOutput.CourseName, "A course of notebooks")
            {
                Description = "From the first model of a neuron to machines that write and draw: each built from scratch, run, and measured against its paper.",
                ListsHeadings = false,
            },
            new SiteText { Title = PageOutput.CourseName, Kicker = "A course of notebooks, 1943 to today", Html = front.Html() });
    }

    private static SiteLink[] Links(IEnumerable<PagePlan> plans) => [.. plans.Select(plan => new SiteLink(plan.Title, plan.Address))];

    private static PagePlan Between(PagePlan[] plans, int place) => plans[place] with
    {
        Previous = place > 0 ? plans[place - 1] : null,
        Next = place + 1 < plans.Length ? plans[place + 1] : null,
    };

    private static string Number(int lesson) => lesson.ToString("00", CultureInfo.InvariantCulture);
}
