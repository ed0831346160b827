using System.Globalization;
using Microsoft.Data.Analysis;

namespace Course.Tests;

[Collection(OneHost.Name)]
public class DataFrameViewTests
{
    private static readonly DataFrame animals = new(
        new StringDataFrameColumn("name", ["bee", "<b>cat</b>", null]),
        new DoubleDataFrameColumn("weight", new double?[] { 0.1, 4.25, null }),
        new Int32DataFrameColumn("legs", new int?[] { 6, 4, null }),
        new DateTimeDataFrameColumn("seen", new DateTime?[] { new(2026, 11, 2), new(2026, 11, 2, 9, 30, 0), null }));

    [Fact]
    public void As_text_columns_are_aligned_and_numbers_share_their_decimals() => Assert.Equal("""
        name        weight  legs  seen
        bee           0.10     6  2026-11-02
        <b>cat</b>    4.25     4  2026-11-02 09:30
        –                –     –  –
        3 rows, 4 columns
        """, Text(animals), ignoreLineEndingDifferences: true);

    [Fact]
    public void As_html_it_is_a_table_whose_text_is_escaped()
    {
        string html = Html(animals);

        Assert.Contains("<table", html, StringComparison.Ordinal);
        Assert.Contains(">&lt;b&gt;cat&lt;/b&gt;</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("text-align:right;font-variant-numeric:tabular-nums\">4.25</td>", html, StringComparison.Ordinal);
        Assert.Contains(">3 rows, 4 columns</div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_table_is_cut_in_both_directions_and_says_so()
    {
        DataFrame large = new(Enumerable.Range(1, 61)
            .Select(column => (DataFrameColumn)new Int32DataFrameColumn($"c{column}", Enumerable.Repeat(column, 2000))));

        string[] lines = Text(large).Split('\n', StringSplitOptions.TrimEntries);

        Assert.Equal("c1  c2  c3  c4  c5  c6  …  c59  c60  c61", lines[0]);
        Assert.Equal(22, lines.Length);
        Assert.Equal("2,000 rows, 61 columns; the first 20 rows are shown", lines[^1]);
        Assert.Equal(20, Html(large).Split("<td").Length / 10);
    }

    [Fact]
    public void Long_text_and_line_breaks_stay_in_their_cell()
    {
        string text = Text(new DataFrame(new StringDataFrameColumn("a\nb", ["x\ty\u001b[31m", new string('é', 100), new string('鸟', 58) + "🐦🐦"])));

        Assert.Equal(5, text.Split('\n').Length);
        Assert.DoesNotContain(text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), char.IsControl);
        Assert.Contains(new string('é', 59) + "…", text, StringComparison.Ordinal);
        Assert.Contains(new string('鸟', 58) + "…", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2.0 }, "1 2")]
    [InlineData(new[] { 1.0, 0.5 }, "1.0 0.5")]
    [InlineData(new[] { 1 / 3.0, 2.0 }, "0.3333 2.0000")]
    [InlineData(new[] { 1.5e-7, 2.0 }, "1.5E-07 2")]
    [InlineData(new[] { double.NaN, double.NegativeInfinity, 1.5 }, "NaN -Infinity 1.5")]
    public void Numbers_have_the_decimals_they_need(double[] numbers, string expected) =>
        Assert.Equal(expected, string.Join(' ', Text(new DataFrame(new DoubleDataFrameColumn("x", numbers)))
            .Split('\n', StringSplitOptions.TrimEntries)[1..^1]));

    [Fact]
    public void An_empty_table_and_one_row_are_told_in_plain_English()
    {
        Assert.EndsWith("0 rows, 0 columns", Text(new DataFrame()), StringComparison.Ordinal);
        Assert.EndsWith("0 rows, 4 columns", Text(animals.Filter(animals["legs"].ElementwiseEquals(5))), StringComparison.Ordinal);
        Assert.EndsWith("1 row, 4 columns", Text(animals.Head(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Registered_a_frame_shows_as_a_table_in_any_culture()
    {
        using var host = new Host();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            DataFrameView.Register(typeof(DataFrame));
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Display.Show(animals);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(["text/html", "text/plain"], host.Last.Keys.Order());
        Assert.Equal(Html(animals), host.Last["text/html"]);
        Assert.Equal(Text(animals), host.Last["text/plain"]);
    }

    private static string Html(DataFrame frame) => new DataFrameView(frame).ToHtml();

    private static string Text(DataFrame frame) => new DataFrameView(frame).ToText();
}
