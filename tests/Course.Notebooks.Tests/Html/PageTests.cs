using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Html;

namespace Course.Notebooks.Tests.Html;

public partial class PageTests
{
    [Theory]
    [InlineData("so $w_1 x_1 + w_2 x_2$ it is", "so <span class=\"math\">w_1 x_1 + w_2 x_2</span> it is")]
    [InlineData("$a*b*c$ and $d < e$", "<span class=\"math\">a*b*c</span> and <span class=\"math\">d &lt; e</span>")]
    [InlineData("$\\{0, 1\\}$", "<span class=\"math\">\\{0, 1\\}</span>")]
    [InlineData("$$E = mc^2$$", "E = mc^2")]
    [InlineData("$$\n\\begin{aligned} a &= 1 \\\\ b &= 2 \\end{aligned}\n$$",
        "<div class=\"math\">\\begin{aligned} a &amp;= 1 \\\\ b &amp;= 2 \\end{aligned}\n</div>")]
    [InlineData("$$ a\n= b $$", "a\n= b")]
    [InlineData("$$a\n= b$$", "a\n= b")]
    [InlineData("Then\n$$\nx\n$$\nand on.", "<div class=\"math\">x\n</div>")]
    [InlineData("| n | f |\n|---|---|\n| 1 | $\\frac{1}{2}$ |", "<td><span class=\"math\">\\frac{1}{2}</span></td>")]
    [InlineData("- item $x$\n- **bold $y$**", "<strong>bold <span class=\"math\">y</span></strong>")]
    public void Formulas_survive_markdown(string markdown, string expected) =>
        Assert.Contains(expected, Page.Body(new MarkdownCell(markdown)), StringComparison.Ordinal);

    [Theory]
    [InlineData("It is 研究, *here*.", "It is <span lang=\"zh\">研究</span>, <em>here</em>.")]
    [InlineData("<i title=\"研究\">so</i>", "<i title=\"研究\">so</i>")]
    [InlineData("これは研究です", "<p>これは研究です</p>")]
    public void Chinese_words_are_marked_for_those_who_hear_the_page(string markdown, string expected) =>
        Assert.Contains(expected, Page.Body(new MarkdownCell(markdown)), StringComparison.Ordinal);

    [Fact]
    public void A_table_scrolls_in_a_box_and_stays_a_table() =>
        Assert.Matches("<div class=\"scrolls\">\\s*<table>[\\s\\S]*</table>\\s*</div>",
            Page.Body(new MarkdownCell("| n | f |\n|---|---|\n| 1 | 2 |")));

    [Theory]
    [InlineData("It cost \\$5 and \\$6.", "It cost $5 and $6.")]
    [InlineData("It cost $5 and $6.", "It cost $5 and $6.")]
    [InlineData("`$x$`", "<code>$x$</code>")]
    public void Dollars_that_are_no_formula_stay_dollars(string markdown, string expected)
    {
        string page = Page.Of(new MarkdownCell(markdown));
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("katex", Page.BodyOf(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"It's so,\" he said -- 'perhaps'.", "\u201CIt\u2019s so,\u201D he said -- \u2018perhaps\u2019.")]
    [InlineData("(\"walk, *talk*\") in the '40s", "(\u201Cwalk, <em>talk</em>\u201D) in the \u201940s")]
    [InlineData("\"**bold**\"\n\"next\"", "\u201C<strong>bold</strong>\u201D\n\u201Cnext\u201D")]
    [InlineData("`\"x\"`'s and $f'$", "<code>&quot;x&quot;</code>\u2019s and <span class=\"math\">f'</span>")]
    [InlineData("| a |\n|---|\n| \"b\" |", "<td>\u201Cb\u201D</td>")]
    [InlineData("<b title=\"t\">'x'</b>", "<b title=\"t\">\u2018x\u2019</b>")]
    public void Quotes_are_set_as_in_a_book_but_not_in_code_and_formulas(string markdown, string expected) =>
        Assert.Contains(expected, Page.Body(new MarkdownCell(markdown)), StringComparison.Ordinal);

    [Fact]
    public void A_title_with_an_apostrophe_is_said_once()
    {
        string page = Page.Of(Page.Lesson(2, 1949, "Hebb's rule"), new MarkdownCell("# 1949: Hebb's rule"),
            new MarkdownCell("## Hebb's idea"), new MarkdownCell("## More"));
        Assert.Single(Regex.Matches(page, "<h1"));
        Assert.Contains("href=\"#hebbs-idea\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_for_the_curious_are_folded_together()
    {
        static T Curious<T>(T cell) where T : NotebookCell
        {
            cell.Metadata = new JsonObject { ["tags"] = new JsonArray("curious") };
            return cell;
        }

        string body = Page.Body(new MarkdownCell("The path."), Curious(new MarkdownCell("## Aside")), Curious(new CodeCell("1 + 1")),
            new MarkdownCell("Sources"));

        Assert.Matches(
            "(?s)The path.*<details class=\"curious\"><summary>.*</summary>.*Aside.*class=\"cell code\".*</details>.*Sources", body);
        Assert.Single(Regex.Matches(body, "<details"));
        Assert.EndsWith("</details>\n", Page.Body(Curious(new MarkdownCell("Aside"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_formulas_carries_no_katex()
    {
        Assert.DoesNotContain("KaTeX_Main", Page.Of(new MarkdownCell("words")), StringComparison.Ordinal);
        Assert.Contains("KaTeX_Main", Page.Of(new MarkdownCell("$x$")), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_has_tables_and_lists_and_links()
    {
        string main = Page.Body(new MarkdownCell("| a | b |\n|:--|--:|\n| 1 | 2 |\n\n1. one\n2. two\n\n[paper](https://example.org/p)"));
        Assert.Contains("<td style=\"text-align: right;\">2</td>", main, StringComparison.Ordinal);
        Assert.Contains("<li>two</li>", main, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/p\">paper</a>", main, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_of_the_page_comes_from_the_course_metadata()
    {
        string page = Page.Of(Page.Lesson(2, 1957, "Love & despair"), new MarkdownCell("# 1957: Love & despair\n\nOnce."));
        Assert.Contains("<title>Love &amp; despair (1957)</title>", page, StringComparison.Ordinal);
        Assert.Contains("<p>Lesson 2 · <span class=\"year\">1957</span></p>\n<h1>Love &amp; despair</h1>", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1"));
    }

    [Fact]
    public void A_first_heading_that_says_something_else_stays() =>
        Assert.Equal(2, Regex.Count(Page.Of(Page.Lesson(2, 1957, "The perceptron"), new MarkdownCell("# A machine that reads")), "<h1"));

    [Fact]
    public void Course_metadata_of_another_type_are_passed_over()
    {
        var notebook = new NotebookDocument
        {
            Metadata = new JsonObject { ["course"] = new JsonObject { ["number"] = "two", ["title"] = 7 } }
        };
        Assert.DoesNotContain("class=\"masthead\"", Page.Of(notebook, new MarkdownCell("words")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_contents_list_the_headings_with_anchors_of_their_own()
    {
        string page = Page.Of(new MarkdownCell("## The *idea*"), new MarkdownCell("### In [short](https://example.org) $x$"),
            new MarkdownCell("## The idea"));
        Assert.Contains("<h2 id=\"the-idea-2\">", page, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#the-idea\">The <em>idea</em></a></li>", page, StringComparison.Ordinal);
        Assert.Contains("<li class=\"sub\"><a href=\"#in-short-x\">In short <span class=\"math\">x</span></a></li>", page,
            StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#the-idea-2\">The idea</a></li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_cell_shows_its_code_coloured_and_its_number()
    {
        string main = Page.Body(new CodeCell("int x = 1; // </script>", "first") { ExecutionCount = 7 });
        Assert.Contains("<section class=\"cell code\" id=\"cell-first\">", main, StringComparison.Ordinal);
        Assert.Contains("<span class=\"count\" title=\"Ran as number 7\">7</span>", main, StringComparison.Ordinal);
        Assert.Contains("<span class=\"c\">// &lt;/script&gt;</span>", main, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_whose_source_is_hidden_can_be_opened()
    {
        var cell = new CodeCell("int x = 1;") { Metadata = new JsonObject { ["jupyter"] = new JsonObject { ["source_hidden"] = true } } };
        Assert.Contains("<details class=\"input\"><summary>Show the code</summary>", Page.Body(cell), StringComparison.Ordinal);
    }

    [Fact]
    public void A_raw_cell_is_text() =>
        Assert.Contains("<pre class=\"raw\">&lt;b&gt;</pre>", Page.Body(new RawCell("<b>")), StringComparison.Ordinal);

    [Fact]
    public void A_picture_on_the_network_becomes_a_link()
    {
        string main = Page.Body(new MarkdownCell("![a portrait](https://example.org/p.png)"));
        Assert.Contains("<a href=\"https://example.org/p.png\">a portrait</a>", main, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", main, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_the_cell_carries_is_shown()
    {
        NotebookDocument notebook = NotebookDocument.Parse("""
            {"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["![p](attachment:p.png)"],
              "attachments": {"p.png": {"image/png": "iVBORw0KGgo="}}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """);
        Assert.Contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"p\" />", Page.Of(notebook), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_beside_the_notebook_travels_in_the_page()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "a b.png"), [1, 2, 3]);
            string page = Page.Of(new NotebookDocument(), new HtmlPageOptions { Directory = folder.FullName },
                new MarkdownCell("![p](a%20b.png)"));
            Assert.Contains("<img src=\"data:image/png;base64,AQID\" alt=\"p\" />", page, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_footer_says_which_notebook_ran_and_when_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            string page = Page.Of(new NotebookDocument(), new HtmlPageOptions
            {
                FileName = "02-perceptron.ipynb",
                Executed = new DateTimeOffset(2026, 10, 5, 12, 0, 0, TimeSpan.Zero),
                Elapsed = TimeSpan.FromSeconds(41.6),
            });
            Assert.Contains(
                "<code>02-perceptron.ipynb</code>: <code>course run --html</code> ran its cells from first to last on 5 October 2026 in "
                    + "42 s", page, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        string page = Page.Of(
            new MarkdownCell("$x$ ![p](http://example.org/p.png) [link](https://example.org)"),
            Page.Showing("image/png", "iVBORw0KGgo="),
            Page.Showing("text/markdown", "![q](//example.org/q.png)"));

        Assert.Contains("content=\"default-src 'none';", page, StringComparison.Ordinal);
        Assert.All(Loads()
            .Matches(ScriptTexts().Replace(page, "$1")), load => Assert.Contains("data:", load.Value, StringComparison.Ordinal));
        Assert.Equal(20, Regex.Count(page, "src:url\\(data:font/woff2"));
    }

    // What scripts hold is text to them; the policy keeps them from fetching.
    [GeneratedRegex("(<script[^>]*>).*?</script>", RegexOptions.Singleline)]
    private static partial Regex ScriptTexts();

    // What a browser fetches by itself: sources, style sheets, url() and @import in styles. An <a href> waits for a click.
    [GeneratedRegex("""<(?:script|img|iframe|source|video|audio|object|embed|input)\b[^>]*?\s(?:src|data|srcset)\s*=[^>]{0,80}|<link\b[^>]{0,80}|url\([^)]{0,60}|@import[^;]{0,60}""", RegexOptions.IgnoreCase)]
    private static partial Regex Loads();
}
