namespace Course.Grading.Tests;

/// <summary>A student's text in front of a terminal, a browser, a spreadsheet, a build server.</summary>
public class SafeTextTests
{
    [Theory]
    [InlineData("a\nb\r\tc", "a b c")]
    [InlineData("\u001b[31mred\u001b[0m", "[31mred [0m")]
    [InlineData("::error file=x::you", ": :error file=x: :you")]
    [InlineData("text ##[error]you", "text ## [error]you")]
    [InlineData(":::error:::", ": : :error: : :")]
    [InlineData("##vso[task.complete]", "## vso[task.complete]")]
    [InlineData("## a heading [1]", "## a heading [1]")]
    [InlineData("user\u202Egnp.exe", "usergnp.exe")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("鸟 🐦 é", "鸟 🐦 é")]
    public void A_line_for_a_console_steers_nothing(string text, string expected) => Assert.Equal(expected, SafeText.Line(text));

    [Fact]
    public void A_line_is_cut_where_it_is_long() => Assert.InRange(SafeText.Line(new string('x', 1_000_000)).Length, 100, 1000);

    [Fact]
    public void A_page_shows_markup_as_text() =>
        Assert.Equal("&lt;img src=x onerror=alert(1)&gt; &quot;a&quot; &#39;b&#39; &amp;amp;",
        SafeText.Html("<img src=x onerror=alert(1)> \"a\" 'b' &amp;"));

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@sum", "\"'@sum\"")]
    [InlineData("  =1", "\"'=1\"")]
    [InlineData("a;=1+1;b", "\"a;'=1+1;b\"")]
    [InlineData("a; +1", "\"a;' +1\"")]
    [InlineData("＝cmd|calc", "\"'＝cmd|calc\"")]
    [InlineData("a;＠x", "\"a;'＠x\"")]
    [InlineData("a; b; c-d", "\"a; b; c-d\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData(null, "\"\"")]
    public void A_cell_of_a_spreadsheet_is_no_formula(string? text, string expected) => Assert.Equal(expected, SafeText.Csv(text));

    [Fact]
    public void A_cell_of_a_Markdown_table_stays_one()
    {
        string cell = SafeText.Markdown("a | b [x](javascript:y) `c` <b> @team **d**");

        Assert.DoesNotContain(cell, c => c is '|' or '[' or ']' or '`' or '<' or '*' or '@');
    }
}
