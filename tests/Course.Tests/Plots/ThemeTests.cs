using System.Globalization;
using System.Text.Json.Nodes;
using Course.Plots;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Course.Tests.Plots;

public class ThemeTests
{
    private static readonly double[] x = [1, 2, 3];

    [Fact]
    public void A_chart_has_no_background_and_grey_text()
    {
        JsonObject layout = ThemedFigure.Of(Line()).Layout;

        JsonNode template = layout["template"]!["layout"]!;
        Assert.Equal("rgba(0,0,0,0)", (string?)template["paper_bgcolor"]);
        Assert.Equal("rgba(0,0,0,0)", (string?)template["plot_bgcolor"]);
        Assert.Equal(Hex(Palette.Grey), (string?)template["font"]!["color"], ignoreCase: true);
        Assert.Equal(Palette.Series.Select(Hex), template["colorway"]!.AsArray()
            .Select(colour => (string)colour!), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Plotly_NETs_default_size_is_replaced_and_one_that_the_author_chose_stays()
    {
        Assert.Equal((ThemeRules.Width, ThemeRules.Height), ThemedFigure.Of(Line()).Size);
        Assert.Equal((300, 200), ThemedFigure.Of(Line().Sized(300, 200)).Size);
    }

    [Fact]
    public void Lines_that_take_their_colours_from_the_theme_differ_in_dashes_and_markers_too()
    {
        JsonArray data = ThemedFigure.Of(Chart.Combine([Line(), Line(), Line()])).Data;

        Assert.Equal([null, "dash", "dot"], data.Select(trace => (string?)trace!["line"]!["dash"]));
        Assert.Equal([null, "square", "diamond"], data.Select(trace => (string?)trace!["marker"]!["symbol"]));
    }

    [Fact]
    public void Dashes_and_colours_that_the_author_chose_stay()
    {
        JsonArray data = ThemedFigure.Of(Chart.Combine([
            Line(),
            Chart.Line<double, double, string>(x: x, y: x, LineColor: Palette.Green),
            Chart.Line<double, double, string>(x: x, y: x, LineDash: StyleParam.DrawingStyle.LongDash)])).Data;

        Assert.Equal([null, null, "longdash"], data.Select(trace => (string?)trace!["line"]!["dash"]));
        Assert.Equal("rgba(0, 158, 115, 1.0)", (string?)data[1]!["line"]!["color"]);
    }

    [Fact]
    public void The_plot_begins_below_the_title_and_the_rows_of_the_legend()
    {
        static int Top(params GenericChart[] charts) =>
            ThemedFigure.Of(Chart.Combine(charts).Titled("Title")).Layout["margin"]!["t"]!.Whole();

        int alone = Top(Line());
        int withLegend = Top(Line(), Line());
        int withTwoRows = Top([.. Enumerable.Range(0, 12).Select(_ => Line("a fairly long name"))]);
        Assert.True(alone < withLegend && withLegend < withTwoRows, $"{alone} {withLegend} {withTwoRows}");
    }

    [Fact]
    public void The_titles_of_a_chart_in_space_are_those_of_its_scene()
    {
        JsonObject layout = ThemedFigure.Of(Chart.Point3D<double, double, double, string>(x, x, x).Titled("T", "a", "b", "c")).Layout;

        Assert.Equal(["a", "b", "c"], ((string[])["xaxis", "yaxis", "zaxis"])
            .Select(axis => (string?)layout["scene"]![axis]!["title"]!["text"]));
        Assert.Null(layout["xaxis"]);
    }

    [Fact]
    public void Titling_keeps_what_an_axis_already_has()
    {
        JsonObject layout = ThemedFigure.Of(Line().LogY().RangeY(0, 3).Titled("T", y: "errors")).Layout;

        Assert.Equal("log", (string?)layout["yaxis"]!["type"]);
        Assert.Equal("[0,3]", layout["yaxis"]!["range"]!.ToJsonString());
        Assert.Equal("errors", (string?)layout["yaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void A_logarithmic_axis_over_some_powers_of_ten_is_marked_at_the_powers_only()
    {
        static JsonNode? Tick(double largest) =>
            ThemedFigure.Of(Chart.Line<double, double, string>(x: x, y: new[] { 1, 10, largest }).LogY()).Layout["yaxis"]!["dtick"];

        Assert.Equal(1, Tick(1e6)!.Whole());
        Assert.Null(Tick(20));
        Assert.Null(Tick(1e30));
    }

    // WCAG 2.2, success criterion 1.4.11: 3:1 for what is needed to understand a graphic.
    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#1e1e1e")]
    public void The_first_four_line_colours_and_the_text_stand_out_from_the_page(string page)
    {
        Assert.All([.. Palette.Series.Take(4), Palette.Grey], colour => Assert.InRange(Contrast(Hex(colour), page), 3, 21));
    }

    private static GenericChart Line(string name = "a") =>
        Chart.Line<double, double, string>(x: x, y: x, Name: name, ShowMarkers: true);

    private static string Hex(Color colour) => ARGB.toWebHex((ARGB)colour.Value);

    private static double Contrast(string one, string other)
    {
        double[] luminance = [Luminance(one), Luminance(other)];
        return (luminance.Max() + 0.05) / (luminance.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int place)
        {
            double value = int.Parse(colour.AsSpan(1 + 2 * place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(0) + 0.7152 * Channel(1) + 0.0722 * Channel(2);
    }
}
