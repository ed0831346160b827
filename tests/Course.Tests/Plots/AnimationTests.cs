using System.Text.Json.Nodes;
using Course.Plots;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Course.Tests.Plots;

public class AnimationTests
{
    [Fact]
    public void Each_frame_has_its_data_its_title_and_a_step_of_the_slider()
    {
        ThemedFigure figure = Animation.Of([("start", Points(0)), ("end", Points(10))]).ToFigure();

        Assert.Equal(["T0", "T10"], figure.Frames.Select(frame => (string?)frame!["layout"]!["title"]!["text"]));
        Assert.Equal(["[0,1]", "[10,11]"], figure.Frames.Select(frame => frame!["data"]![0]!["y"]!.ToJsonString()));
        JsonArray steps = Slider(figure)["steps"]!.AsArray();
        Assert.Equal(["start", "end"], steps.Select(step => (string?)step!["label"]));
        Assert.Equal(figure.Frames.Select(frame => (string?)frame!["name"]), steps.Select(step => (string?)step!["args"]![0]![0]));
    }

    [Theory]
    [InlineData(null, 2, "T20", "[20,21]")]
    [InlineData(1, 1, "T10", "[10,11]")]
    [InlineData(0, 0, "T0", "[0,1]")]
    public void It_opens_at_the_last_frame_or_at_the_one_that_tells_the_most(int? opensAt, int active, string title, string data)
    {
        ThemedFigure figure = Animation.Of([("a", Points(0)), ("b", Points(10)), ("c", Points(20))], opensAt: opensAt).ToFigure();

        Assert.Equal(active, (int?)Slider(figure)["active"]);
        Assert.Equal(title, (string?)figure.Layout["title"]!["text"]);
        Assert.Equal(data, figure.Data[0]!["y"]!.ToJsonString());
        Assert.Equal("[0,1]", figure.Frames[0]!["data"]![0]!["y"]!.ToJsonString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_frame_that_is_not_there_cannot_be_opened_at(int opensAt) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Animation.Of([("a", Points(0)), ("b", Points(10))], opensAt: opensAt));

    [Fact]
    public void A_part_that_stands_in_every_frame_leaves_each_frame_its_own_title()
    {
        GenericChart ground = Points(0);
        GenericChart Frame(int from) => Chart.Combine([ground, Points(from)]).Titled($"frame {from}", x: $"from {from}").RangeY(0, from);

        GenericChart[] charts = [Frame(1), Frame(2), Frame(3)];
        JsonObject[] layouts = [.. charts.Select(chart => ThemedFigure.Of(chart).Layout)];

        Assert.Equal(["frame 1", "frame 2", "frame 3"], layouts.Select(layout => (string?)layout["title"]!["text"]));
        Assert.Equal(["from 1", "from 2", "from 3"], layouts.Select(layout => (string?)layout["xaxis"]!["title"]!["text"]));
        Assert.Equal(["[0,1]", "[0,2]", "[0,3]"], layouts.Select(layout => layout["yaxis"]!["range"]!.ToJsonString()));
    }

    [Fact]
    public void The_axes_stand_still_and_show_all_frames()
    {
        JsonArray range = Animation.Of([("start", Points(0)), ("end", Points(10))]).ToFigure().Layout["yaxis"]!["range"]!.AsArray();

        Assert.InRange(range[0]!.Number(), -2, -0.1);
        Assert.InRange(range[1]!.Number(), 11.1, 13);
    }

    [Fact]
    public void A_range_that_the_author_chose_stays()
    {
        ThemedFigure figure = Animation.Of([("start", Points(0).RangeY(-5, 5)), ("end", Points(10))]).ToFigure();

        Assert.Equal("[-5,5]", figure.Layout["yaxis"]!["range"]!.ToJsonString());
    }

    [Fact]
    public void Heat_maps_keep_their_colours_from_frame_to_frame()
    {
        static GenericChart Map(double value) => Chart.Heatmap<double, int, int, string>(zData: new[] { new[] { 0, value } });

        ThemedFigure figure = Animation.Of([("a", Map(1)), ("b", Map(7))]).ToFigure();

        Assert.All(figure.Frames, frame =>
            Assert.Equal((0, 7), (frame!["data"]![0]!["zmin"]!.Whole(), frame["data"]![0]!["zmax"]!.Whole())));
    }

    [Fact]
    public void Frames_that_cannot_follow_each_other_give_one_clear_line()
    {
        var error = Assert.Throws<ArgumentException>(() => Animation.Of([("a", Points(0)), ("b", Chart.Combine([Points(0), Points(1)]))]));

        Assert.StartsWith("All frames of an animation have the same number of traces: the first has 1, but frame 2 ('b') has 2.",
            error.Message, StringComparison.Ordinal);
        Assert.StartsWith("An animation needs at least one frame.", Assert.Throws<ArgumentException>(() => Animation.Of([])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_gets_the_labels_and_makes_the_controls_itself()
    {
        ThemedFigure figure = Animation.Of([("<b>start</b>", Points(0)), ("end", Points(10))], 250, opensAt: 0).ToFigure();

        JsonNode page = JsonNode.Parse(figure.ToPageJson())!;
        Assert.Equal("""{"labels":["start","end"],"milliseconds":250,"opensAt":0}""", page["film"]!.ToJsonString());
        Assert.Null(page["layout"]!["sliders"]);
        Assert.Null(page["layout"]!["updatemenus"]);
        Assert.Equal(figure.Size.Height, page["layout"]!["height"]!.GetValue<int>());
        Assert.True(JsonNode.Parse(figure.ToJson())!["layout"]!["height"]!.GetValue<int>() > figure.Size.Height + 100);
    }

    // As front ends get it that draw the figure themselves.
    private static JsonNode Slider(ThemedFigure figure) => JsonNode.Parse(figure.ToJson())!["layout"]!["sliders"]![0]!;

    private static GenericChart Points(int from) =>
        Chart.Point<int, int, string>(x: new[] { 0, 1 }, y: new[] { from, from + 1 }).Titled($"T{from}");
}
