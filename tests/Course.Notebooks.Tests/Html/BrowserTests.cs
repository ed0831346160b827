using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.TestTools;

namespace Course.Notebooks.Tests.Html;

public class BrowserTests
{
    [Fact]
    public async Task A_browser_without_network_sets_every_formula_and_draws_every_chart()
    {
        // A stand-in for plotly.js as the opening cell prints it: made available once, used by every chart after it.
        string page = Page.Of(
            Page.Lesson(2, 1957, "The perceptron"),
            Page.Showing("text/html",
                "<script>window.Plotly = { newPlot: id => document.getElementById(id).innerHTML = '<i class=\"drawn\"></i>' };</script>"),
            new MarkdownCell(
                "## The rule $w$\n\nInline $w \\leftarrow w + \\eta\\,x$ and\n\n$$\n\\begin{aligned} y &= \\sum_i w_i x_i \\\\ z &< 1 "
                    + "\\end{aligned}\n$$\n\nand $$\\gamma > 0$$"),
            new MarkdownCell("## The end"),
            Page.Showing("text/html", "<div id=\"a\"></div><script>Plotly.newPlot('a')</script>"),
            Page.Showing("text/html", "<div id=\"b\"></div><script>Plotly.newPlot('b')</script>"),
            Page.Showing(new StreamOutput("stdout", "<i class=\"drawn\"></i>")));

        string dump = await Chromium.DumpAsync(page, TestContext.Current.CancellationToken);

        // The heading's formula stands in the contents too.
        Assert.Equal(5, Regex.Count(dump, "<span class=\"katex\">"));
        Assert.Equal(2, Regex.Count(dump, "<span class=\"katex-display\">"));
        Assert.DoesNotContain("katex-error", Page.BodyOf(dump), StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(dump, "<div id=\"[ab]\"><i class=\"drawn\"></i></div>"));
    }

    [Theory]
    [InlineData("$\\newcommand{\\loss}{\\mathcal{L}}$", "$\\loss(w)$")]
    [InlineData("$\\newcommand{\\R}[1]{R_{#1}}$ $\\newcommand{\\R}[1]{Q_{#1}}$", "$\\R{2}$")]
    [InlineData("$$\\def\\x{y}$$", "$\\x$")]
    [InlineData("$\\DeclareMathOperator{\\argbest}{arg\\,best}$", "$\\argbest_w$")]
    [InlineData("See \\eqref{eq:b} and $\\ref{eq:b}$.", "\\begin{align}\na &= b \\label{eq:b} \\\\\n &= c\n\\end{align}")]
    [InlineData("$$\nE = mc^2 \\tag{A} \\label{a}\n$$", "as \\eqref{a} says")]
    [InlineData("\\begin{eqnarray}\na &=& b\n\\end{eqnarray}", "\\begin{multline}\na \\\\ b\n\\end{multline}")]
    public async Task A_browser_sets_what_one_formula_defines_for_another(string first, string second)
    {
        string dump = Page.BodyOf(await Chromium.DumpAsync(
            Page.Of(new MarkdownCell(first), new MarkdownCell(second)), TestContext.Current.CancellationToken));

        Assert.Matches("<span class=\"katex", dump);
        Assert.DoesNotMatch("katex-error|#cc0000|rgb\\(204, 0, 0\\)|\\?\\?\\?", dump);
    }

    [Fact]
    public async Task A_script_of_the_page_cannot_reach_the_network()
    {
        string page = Page.Of(Page.Showing("text/html", """
            <p id="verdict">none</p>
            <script>
              document.addEventListener("securitypolicyviolation", e => document.getElementById("verdict").textContent = "refused: " + e.effectiveDirective);
              fetch("http://127.0.0.1:9/");
            </script>
            """));
        Assert.Contains("refused: connect-src", await Chromium.DumpAsync(page, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_fit_the_page_and_charts_and_roots_keep_their_own_size()
    {
        string page = Page.Of(new MarkdownCell("$\\sqrt{k}$"), Page.Showing("text/html", """
            <div class="js-plotly-plot"><svg id="chart" width="3000" height="777"></svg></div>
            <svg id="picture" width="4000" height="1000" viewBox="0 0 4000 1000"></svg>
            <p id="sizes"></p>
            <script>
              addEventListener("load", () => {
                const size = e => { const box = e.getBoundingClientRect(); return [box.width, box.height]; };
                const chart = size(document.getElementById("chart")), picture = size(document.getElementById("picture"));
                const root = size(document.querySelector(".katex svg")), line = size(document.querySelector(".katex"));
                document.getElementById("sizes").textContent =
                  `chart ${chart[1] === 777}, picture ${picture[0] < 1000 && Math.abs(picture[0] / picture[1] - 4) < 0.1}, root ${root[1] > 5 && root[1] < 2 * line[1]}`;
              });
            </script>
            """));
        Assert.Contains("chart true, picture true, root true", await Chromium.DumpAsync(page, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }
}
