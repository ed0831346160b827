using System.Globalization;
using System.Text.Json.Nodes;
using Course.Plots;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace Course.Tests.Plots;

public class FigureJsonTests
{
    private static readonly double[] x = [0.5, 1, 2];

    public static TheoryData<string> Kinds => [.. Charts().Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Traces_and_layout_are_what_Plotly_NET_itself_writes(string kind)
    {
        GenericChart chart = Charts()[kind];
        var theirs = (JsonObject)JsonNode.Parse(GenericChart.toFigureJson(chart))!;

        AssertEqual(theirs["data"], FigureJson.Traces(chart));
        AssertEqual(theirs["layout"], FigureJson.Layout(chart));
    }

    [Fact]
    public void Numbers_are_written_with_a_point_where_the_decimal_sign_is_a_comma()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Contains("\"x\":[0.5,1,2]", ThemedFigure.Of(Charts()["line"]).ToJson(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_no_number_becomes_a_gap()
    {
        GenericChart chart = Chart.Line<double, double, string>(x: x, y: new[] { double.NaN, 1, double.PositiveInfinity });

        Assert.Equal("[null,1,null]", FigureJson.Traces(chart)[0]!["y"]!.ToJsonString());
    }

    [Fact]
    public void A_single_is_written_as_short_as_it_was_meant_and_a_table_as_rows()
    {
        Assert.Equal("[0.1,null]", FigureJson.Node(new[] { 0.1f, float.NaN })!.ToJsonString());
        Assert.Equal("[[1,2],[3,4]]", FigureJson.Node(new int[,] { { 1, 2 }, { 3, 4 } })!.ToJsonString());
    }

    [Fact]
    public void Half_transparent_colours_keep_their_shade() =>
        Assert.Equal("\"rgba(1, 2, 3, 0.314)\"", FigureJson.Node(Color.fromARGB(80, 1, 2, 3))!.ToJsonString());

    private static Dictionary<string, GenericChart> Charts() => new()
    {
        ["line"] = Chart.Line<double, double, string>(x: x, y: x, Name: "a", ShowMarkers: true, LineColor: Palette.Blue,
            LineDash: StyleParam.DrawingStyle.Dot, MarkerSymbol: StyleParam.MarkerSymbol.Square),
        ["points"] = Chart.Point<int, float, string>(x: new[] { 1, 2 }, y: new[] { 0.5f, 1 }, MultiText: new[] { "p", "é <q>" },
            TextPosition: StyleParam.TextPosition.TopCenter),
        ["column"] = Chart.Column<double, string, string>(x, Keys: new[] { "a", "b", "c" }),
        ["dates"] = Chart.Line<DateTime, double, string>(x: new[] { new DateTime(1943, 1, 1), new DateTime(1957, 7, 8) },
            y: new[] { 1.0, 2 }),
        ["heat map"] = Chart.Heatmap<double, int, int, string>(zData: new[] { x, x }, ColorScale: Palette.SignedScale),
        ["named scale"] = Chart.Heatmap<double, int, int, string>(zData: new[] { x }, ColorScale: StyleParam.Colorscale.Viridis),
        ["space"] = Chart.Point3D<double, double, double, string>(x, x, x),
        ["surface"] = Chart.Surface<double, double, double, string>(new[] { x, x }),
        ["histogram"] = Chart.Histogram<double, double, string>(X: x),
        ["grid"] = Chart.Grid([Chart.Line<double, double, string>(x: x, y: x), Chart.Point<double, double, string>(x: x, y: x)], 1,
            2),
        ["titled"] = Chart.Combine([Chart.Line<double, double, string>(x: x, y: x), Chart.Area<double, double, string>(x: x, y: x)])
            .Titled("T", "x", "y").Sized(500, 300).LogLog(),
        ["axes of Plotly.NET"] = Chart.Line<double, double, string>(x: x, y: x)
            .WithXAxisStyle<double, double, string>(TitleText: "x", MinMax: (0.0, 1.0).ToTuple()),
    };

    private static void AssertEqual(JsonNode? expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(actual.ToJsonString())), $"Plotly.NET: {expected}\nhere: {actual}");
}
