using Course.Notebooks.Documents;

namespace Course.Notebooks.Tests.Html;

public class OutputTests
{
    [Theory]
    [InlineData("text/html", "<b>bold</b>", "<div class=\"output html\"><b>bold</b></div>")]
    [InlineData("text/plain", "a < b", "<div class=\"output\"><pre>a &lt; b</pre></div>")]
    [InlineData("text/markdown", "*lean*", "<div class=\"output markdown\"><p><em>lean</em></p>")]
    [InlineData("image/png", "iVBORw0K\nGgo=\n", "<img alt=\"\" src=\"data:image/png;base64,iVBORw0KGgo=\">")]
    [InlineData("image/jpeg", "/9j/", "src=\"data:image/jpeg;base64,/9j/\"")]
    [InlineData("image/svg+xml", "<?xml version=\"1.0\"?>\n<svg><path/></svg>", "<div class=\"output image\"><svg><path/></svg></div>")]
    [InlineData("text/latex", "$$x^2$$", "<div class=\"math\">x^2</div>")]
    [InlineData("application/json", """{"a":[1,2]}""", "<pre>{\n  &quot;a&quot;: [\n    1,\n    2\n  ]\n}</pre>")]
    public void Each_kind_of_content_has_its_form(string mimeType, string content, string expected) =>
        Assert.Contains(expected, Page.Body(Page.Showing(mimeType, content)).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void A_chart_is_shown_by_its_html_and_not_by_its_figure()
    {
        var chart = MimeBundle.FromTexts(new Dictionary<string, string>
        {
            ["application/vnd.plotly.v1+json"] = """{"data":[],"layout":{"title":"as data"}}""",
            ["text/plain"] = "as text",
            ["text/html"] = "<div id=\"as-html\"></div>",
        });

        string main = Page.Body(Page.Showing(new DisplayOutput(chart)));

        Assert.Contains("as-html", main, StringComparison.Ordinal);
        Assert.DoesNotContain("as data", main, StringComparison.Ordinal);
        Assert.DoesNotContain("as text", main, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_described_by_its_text()
    {
        var picture =
            MimeBundle.FromTexts(new Dictionary<string, string> { ["text/plain"] = "a \"digit\"", ["image/png"] = "iVBORw0KGgo=" });
        Assert.Contains("alt=\"a &quot;digit&quot;\"", Page.Body(Page.Showing(new ResultOutput(picture))), StringComparison.Ordinal);
    }

    [Fact]
    public void Csharp_in_a_markdown_output_is_coloured()
    {
        string main = Page.Body(Page.Showing("text/markdown", "```csharp\nint x = 1;\n```"));
        Assert.Contains("<span class=\"k\">int</span> x = <span class=\"n\">1</span>;", main, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_that_a_cell_shows_stay_out_of_the_contents()
    {
        string page = Page.Of(new MarkdownCell("## One"), new MarkdownCell("## Two"), Page.Showing("text/markdown", "## Shown"));
        Assert.Contains("href=\"#two\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#shown\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Console_text_is_escaped()
    {
        string main = Page.Body(Page.Showing(new StreamOutput("stdout", "</pre><script>alert(1)</script>\n")));
        Assert.Contains("<div class=\"output stdout\"><pre>&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;</pre></div>", main,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_of_one_stream_are_one_text_and_the_error_stream_stands_apart()
    {
        string main = Page.Body(Page.Showing(
            new StreamOutput("stdout", "epoch 1"), new StreamOutput("stdout", ": 3 errors\n"), new StreamOutput("stderr", "careful\n"),
            new StreamOutput("stdout", "done\n")));
        Assert.Contains("<pre>epoch 1: 3 errors</pre>", main, StringComparison.Ordinal);
        Assert.Contains("<div class=\"output stderr\"><pre>careful</pre></div>", main, StringComparison.Ordinal);
        Assert.Contains("<pre>done</pre>", main, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_was_rewritten_shows_its_last_state()
    {
        string main = Page.Body(Page.Showing(new StreamOutput("stdout", "10 %\r50 %\r100 %\r\nready\n")));
        Assert.Contains("<pre>100 %\nready</pre>", main, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_shows_its_name_and_traceback_without_colour_codes()
    {
        string main =
            Page.Body(Page.Showing(new ErrorOutput("DivideByZeroException", "no",
            ["\u001b[31mAttempted <to> divide\u001b[0m by zero.", "   at cell 3, line 2"])));
        Assert.Contains(
            "<div class=\"output error\" role=\"alert\"><p>DivideByZeroException</p><pre>Attempted &lt;to&gt; divide by zero.\n   at "
                + "cell 3, line 2</pre></div>", main, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_without_traceback_shows_its_message() =>
        Assert.Contains("<p>CS0103</p><pre>no such name</pre>", Page.Body(Page.Showing(new ErrorOutput("CS0103", "no such name", []))),
        StringComparison.Ordinal);

    [Fact]
    public void A_script_alone_takes_no_room()
    {
        string main = Page.Body(Page.Showing("text/html", "<script>window.Plotly = {};</script>"));
        Assert.Contains("<div class=\"outputs silent\">", main, StringComparison.Ordinal);
        Assert.Contains("<script>window.Plotly = {};</script>", main, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_beside_something_to_see_does_not_hide_it()
    {
        string main = Page.Body(Page.Showing("text/html", "<script>1</script><p>seen</p><script>2</script>"));
        Assert.Contains("<div class=\"outputs\">", main, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_output_cannot_end_its_own_element()
    {
        string main = Page.Body(Page.Showing("application/javascript", "var s = '</script><b>out</b>';"));
        Assert.Contains("<\\/script><b>out</b>", main, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_showed_nothing_has_no_frame_for_it() =>
        Assert.DoesNotContain("class=\"outputs", Page.Body(Page.Showing()), StringComparison.Ordinal);
}
