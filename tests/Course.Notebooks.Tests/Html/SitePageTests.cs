using Course.Notebooks.Documents;
using Course.Notebooks.Html;

namespace Course.Notebooks.Tests.Html;

/// <summary>A page that belongs to a site: what it shares with the others, and where its links lead.</summary>
public class SitePageTests
{
    private const string Library = "<script>window.Library = 1;</script>";

    [Fact]
    public void A_shared_script_is_taken_out_of_what_cells_show_and_loaded_from_its_file()
    {
        string page = Of(new SiteFrame { Home = Home, Address = _ => null, SharedScripts = [(Library, "library.js")] },
            Page.Showing("text/html", $"<h2>Lesson</h2>\n{Library}"));

        Assert.DoesNotContain("window.Library", page, StringComparison.Ordinal);
        Assert.Contains("<h2>Lesson</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<script defer src=\"library.js\"></script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>window.Library = 2;</script>")]
    [InlineData("<p>no script</p>")]
    public void Another_version_of_a_script_stays_and_nothing_is_loaded(string shown)
    {
        string page = Of(new SiteFrame { Home = Home, Address = _ => null, SharedScripts = [(Library, "library.js")] },
            Page.Showing("text/html", shown));

        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("library.js", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ledger](../docs/claims.md#The-Rows)", "<a href=\"claims.html#the-rows\">ledger</a>")]
    [InlineData("[code](../src/Lessons.cs)", "<p>code</p>")]
    [InlineData("[paper](https://example.org/a.md)", "<a href=\"https://example.org/a.md\">paper</a>")]
    [InlineData("`docs/claims.md` has it", "<a href=\"claims.html\"><code>docs/claims.md</code></a> has it")]
    [InlineData("`docs/other.md` has it", "<p><code>docs/other.md</code> has it")]
    [InlineData("[`docs/claims.md`](https://example.org)", "<a href=\"https://example.org\"><code>docs/claims.md</code></a>")]
    public void A_link_leads_to_a_page_of_the_site_or_stays_a_word(string markdown, string expected)
    {
        var frame = new SiteFrame { Home = Home, Address = path => path is "../docs/claims.md" or "/docs/claims.md" ? "claims.html" : null };

        Assert.Contains(expected, Of(frame, new MarkdownCell(markdown)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_a_folder_finds_what_all_pages_share_one_folder_up()
    {
        using var text = new StringWriter();
        IReadOnlyList<PageHeading> headings = SitePage.Write(
            new SiteText { Title = "Words", Markdown = "# Words\n\n## One\n\n| w | m |\n|---|---|\n| *naïve* | x |\n", RowAnchors = true },
            text, new SiteFrame { Top = "../", Home = Home, Address = _ => null });

        Assert.Contains("<link rel=\"stylesheet\" href=\"../page.css\">", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("<tr id=\"naïve\">", System.Net.WebUtility.HtmlDecode(text.ToString()), StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text.ToString(), "<h1"));
        Assert.Equal("one", Assert.Single(headings).Id);
    }

    private static SiteLink Home => new("The course", "index.html");

    private static string Of(SiteFrame frame, params NotebookCell[] cells)
    {
        var notebook = new NotebookDocument();
        foreach (NotebookCell cell in cells)
            notebook.Cells.Add(cell);
        using var text = new StringWriter();
        SitePage.Write(notebook, text, new HtmlPageOptions(), frame);
        return text.ToString();
    }
}
