using Course.Notebooks.Documents;
using Course.Notebooks.Html;

namespace Course.Notebooks.Tests.Html;

/// <summary>Pages of notebooks that are written as Jupyter's users write them.</summary>
public sealed class ForeignPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("$$\\begin{aligned}\ns &= w_1 \\\\\n  &+ w_2\n\\end{aligned}$$", "<div class=\"math\">\\begin{aligned}\ns &amp;= w_1 \\\\\n  &amp;+ w_2\n\\end{aligned}</div>")]
    [InlineData("So $$a =\nb_1 * c_1 * d$$ holds", "So <span class=\"math display\">a =\nb_1 * c_1 * d</span> holds")]
    [InlineData("$$\na\n\n- b\n$$", "<div class=\"math\">a\n\n- b\n</div>")]
    [InlineData("The $i$th weight, **$b$old**", "The <span class=\"math\">i</span>th weight, <strong><span class=\"math\">b</span>old</strong>")]
    [InlineData("$2n$d and $k$s", "<span class=\"math\">2n</span>d and <span class=\"math\">k</span>s")]
    [InlineData("\\begin{align}\ns &= 1 \\\\\n  &+ 2\n\\end{align}", "<div class=\"math\">\\begin{align}\ns &amp;= 1 \\\\\n  &amp;+ 2\n\\end{align}</div>")]
    [InlineData("Then\n\\begin{equation*}\nx\n\\end{equation*}\nfollows.", "<p>Then\n</p>\n<div class=\"math\">\\begin{equation*}\nx\n\\end{equation*}</div>\n<p>follows.</p>")]
    [InlineData("\\begin{eqnarray}\na &=& b \\\\\nc &\\le& d\n\\end{eqnarray}", "\\begin{align}\na &amp;= b \\\\\nc &amp;\\le d\n\\end{align}")]
    [InlineData("Inline \\\\(x^2\\\\) and \\\\[ y_1^2 * y_2 \\\\].", "Inline <span class=\"math\">x^2</span> and <span class=\"math display\">y_1^2 * y_2 </span>.")]
    [InlineData("> quoted\n> $$\n> x\n> $$", "<div class=\"math\">x\n</div>")]
    [InlineData("- item\n  $$\n  x\n  $$\n- $y$", "<div class=\"math\">x\n  </div>")]
    [InlineData("| a |\n|---|\n| $|x|$ |", "<td><span class=\"math\">|x|</span></td>")]
    [InlineData("See \\eqref{eq:one}.", "See <span class=\"math\">\\eqref{eq:one}</span>.")]
    [InlineData("![the $x$ axis](data:image/png;base64,AA==)", "alt=\"the x axis\"")]
    public void Formulas_are_those_of_Jupyter(string markdown, string expected) =>
        Assert.Contains(expected, Page.Body(new MarkdownCell(markdown)), StringComparison.Ordinal);

    [Theory]
    [InlineData("`$x$` and ``\\begin{align}``", "<code>$x$</code> and <code>\\begin{align}</code>")]
    [InlineData("```\n$$x$$\n\\begin{align}x\\end{align}\n```", "$$x$$\n\\begin{align}x\\end{align}</code>")]
    [InlineData("    $x$", "<pre><code>$x$")]
    [InlineData("from $5 to $6, ($7–$8) and \\$9", "from $5 to $6, ($7–$8) and $9")]
    [InlineData("a $ b $ c", "a $ b $ c")]
    [InlineData("It takes $5\n\nor 6$.", "<p>It takes $5</p>\n<p>or 6$.</p>")]
    [InlineData("\\begin{itemize} $$", "\\begin{itemize} $$")]
    [InlineData("\\begin{align} without an end", "\\begin{align} without an end")]
    public void What_is_no_formula_stays(string markdown, string expected)
    {
        string body = Page.Body(new MarkdownCell(markdown));
        Assert.Contains(expected, body, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"math", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_has_its_formula_in_its_id_and_in_the_contents()
    {
        string page = Page.Of(new MarkdownCell("## The $n$th \\\\(k\\\\)"), new MarkdownCell("## Other"));
        Assert.Contains("<a href=\"#the-nth-k\">The <span class=\"math\">n</span>th <span class=\"math\">k</span></a>", page,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src=\"dot.png\" width=\"40\" alt=\"dot\">", "<img src=\"data:image/png;base64,AQID\" width=\"40\" alt=\"dot\">")]
    [InlineData("text <img alt='a' src=dot.png> text", "<img alt='a' src=\"data:image/png;base64,AQID\">")]
    [InlineData("<IMG SRC='dot.png?raw=true'/>", "<IMG SRC=\"data:image/png;base64,AQID\"/>")]
    [InlineData("<img src=\"dot.png\" srcset=\"https://example.org/2x.png 2x\">", "<img src=\"data:image/png;base64,AQID\">")]
    [InlineData("![dot](dot.png#center)", "<img src=\"data:image/png;base64,AQID\"")]
    [InlineData("<img src=\"https://example.org/b.png\">", "<a href=\"https://example.org/b.png\">https://example.org/b.png</a>")]
    [InlineData("<img src=\"nope.png\" alt=\"a &lt; b\">", "<a href=\"nope.png\">a &lt; b</a>")]
    [InlineData("<video src=\"https://example.org/v.mp4\" controls></video>", "<a href=\"https://example.org/v.mp4\">")]
    [InlineData("<video controls><source src=\"https://example.org/v.mp4\">no</video>", "<a href=\"https://example.org/v.mp4\">")]
    [InlineData("<audio src=\"dot.wav\" controls></audio>", "<audio src=\"data:audio/wav;base64,BA==\" controls></audio>")]
    [InlineData("<iframe src=\"https://example.org/film\" title=\"The film\"></iframe>", "<a href=\"https://example.org/film\">The film</a>")]
    [InlineData("<picture><source srcset=\"https://example.org/x.webp\"><img src=\"dot.png\"></picture>", "<picture><img src=\"data:image/png;base64,AQID\"></picture>")]
    public void Media_of_tags_are_in_the_page_or_links(string html, string expected)
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "dot.png"), [1, 2, 3]);
        File.WriteAllBytes(Path.Combine(folder.Path, "dot.wav"), [4]);
        var options = new HtmlPageOptions { Directory = folder.Path };

        Assert.Contains(expected, Page.BodyOf(Page.Of(new NotebookDocument(), options, new MarkdownCell(html))), StringComparison.Ordinal);
        if (html.StartsWith('<'))
        {
            Assert.Contains(expected, Page.BodyOf(Page.Of(new NotebookDocument(), options, Page.Showing("text/html", html))),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_picture_attached_to_the_cell_may_be_named_in_a_tag()
    {
        NotebookDocument notebook = NotebookDocument.Parse("""
            {"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "<img src=\"attachment:p.png\" width=\"30\">",
              "attachments": {"p.png": {"image/png": "iVBORw0KGgo="}}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """);
        Assert.Contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\" width=\"30\">", Page.Of(notebook), StringComparison.Ordinal);
    }

    [Fact]
    public void What_scripts_and_comments_hold_is_theirs()
    {
        const string html = "<script>let a = '<img src=\"dot.png\">';</script><!-- <img src=\"dot.png\"> --><p>x</p>";
        Assert.Contains(html, Page.Body(Page.Showing("text/html", html)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- open", "<!-- open-->")]
    [InlineData("<table><tr><td>open", "<table><tr><td>open</table>")]
    [InlineData("<div><b>x</div>", "<div><b>x</div></b>")]
    [InlineData("x</div></div></section></main>", "x")]
    [InlineData("<div class=\"a", "")]
    [InlineData("<script>let a = 1;", "<script>let a = 1;</script>")]
    [InlineData("<style>b { color: red }", "<style>b { color: red }</style>")]
    [InlineData("<textarea>x", "<textarea>x</textarea>")]
    [InlineData("<ul><li>a<li>b", "<ul><li>a<li>b</ul>")]
    [InlineData("<svg><g><path d=\"M0\"/>", "<svg><g><path d=\"M0\"/></g></svg>")]
    [InlineData("<div><table><tr><td></div>x</table>", "<div><table><tr><td>x</table></div>")]
    [InlineData("<a href=\"x\"><select><option>1", "<a href=\"x\"><select><option>1</select></a>")]
    [InlineData("<plaintext>x", "x")]
    [InlineData("a < b & c > d <3", "a < b & c > d <3")]
    [InlineData("<p>a<p>b<br><img alt='>' src=\"data:,\"></p>", "<p>a<p>b<br><img alt='>' src=\"data:,\"></p>")]
    [InlineData("<b><i>x</b></i><!-- </div> --><script>'</div>'</script>", "<b><i>x</b></i><!-- </div> --><script>'</div>'</script>")]
    public void An_output_ends_where_its_cell_ends(string html, string expected) => Assert.Equal(expected, ClosedHtml.Of(html));

    [Theory]
    [InlineData("text/html", "<!-- open")]
    [InlineData("text/html", "<table><tr><td>open")]
    [InlineData("text/markdown", "<!-- open")]
    [InlineData("text/markdown", "</section></main>")]
    public void What_follows_an_open_output_is_on_the_page(string mimeType, string content)
    {
        string page = Page.Of(Page.Showing(mimeType, content), new MarkdownCell(content), new MarkdownCell("## Next section"));
        Assert.Equal(1, page.Split("</main>").Length - 1);
        Assert.EndsWith("<h2 id=\"next-section\">Next section</h2>\n</section>\n", Page.BodyOf(page), StringComparison.Ordinal);
        Assert.Equal(page.Split("<!--").Length, page.Split("-->").Length);
    }

    [Theory]
    [InlineData("[a](#The-Big-Idea)", "<a href=\"#the-big-idea\">")]
    [InlineData("[a](#the-big-idea)", "<a href=\"#the-big-idea\">")]
    [InlineData("<a href='#The-Big-Idea'>a</a>", "<a href=\"#the-big-idea\">")]
    [InlineData("[a](#It's-$n$-&-more!)", "<a href=\"#its-n-more\">")]
    [InlineData("[a](#its-n--more)", "<a href=\"#its-n-more\">")]
    [InlineData("[a](#%C3%9Cber-uns)", "<a href=\"#über-uns\">")]
    [InlineData("[a](#Own)", "<a href=\"#Own\">")]
    [InlineData("[a](#nowhere)", "<a href=\"#nowhere\">")]
    public void A_link_finds_its_heading_however_it_is_written(string link, string expected) => Assert.Contains(
        expected,
        Page.Body(new MarkdownCell(link), new MarkdownCell("## The Big Idea\n\n## It's $n$ & more!\n\n## Über uns\n\n## Own\n\n<a id=\"Own\"></a>")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[a](next.ipynb)", "<a href=\"next.html\">")]
    [InlineData("[a](next.ipynb#The-Big-Idea)", "<a href=\"next.html#the-big-idea\">")]
    [InlineData("[a](./more/my%20next.ipynb)", "<a href=\"my%20next.html\">")]
    [InlineData("<a class=\"x\" href='../next.ipynb'>a</a>", "<a class=\"x\" href=\"next.html\">")]
    [InlineData("[a](https://example.org/next.ipynb)", "<a href=\"https://example.org/next.ipynb\">")]
    [InlineData("[a](next.ipynb.zip)", "<a href=\"next.ipynb.zip\">")]
    public void A_link_to_another_notebook_leads_to_its_page(string link, string expected) =>
        Assert.Contains(expected, Page.Body(new MarkdownCell(link)), StringComparison.Ordinal);

    [Fact]
    public void Cells_with_the_same_id_give_it_to_the_first() =>
        Assert.Equal(2, Page.Body(new CodeCell("1", "same"), new CodeCell("2", "same"), new MarkdownCell("x", "same")).Split("id=\"cell-same\"").Length);
}
