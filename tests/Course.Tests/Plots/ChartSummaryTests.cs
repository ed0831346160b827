using Course.Plots;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Course.Tests.Plots;

public class ChartSummaryTests
{
    private static readonly int[] steps = [0, 1, 2, 3];

    [Fact]
    public void Lines_say_where_they_begin_end_and_turn()
    {
        GenericChart chart = Chart.Combine([Line("training", 0.9, 0.5, 0.2, 0.1), Line("new digits", 0.9, 0.4, 0.6, 0.95)])
            .Titled("A gap <b>opens</b>", "passes", "loss (nats)");

        Assert.Equal("A gap opens. Lines. x: passes, 0 to 3. y: loss (nats), 0.1 to 0.95. training: from 0.9 at 0 to 0.1 at 3. "
            + "new digits: from 0.9 at 0 to 0.95 at 3, lowest 0.4 at 1.", Said(chart));
    }

    [Fact]
    public void A_logarithmic_axis_says_so_and_its_range_is_in_its_unit()
    {
        GenericChart chart = Chart.Point<double, double, string>(x: [10, 1e11], y: [1, 2]).Titled("Sizes", "weights").LogX().RangeX(1, 11);

        Assert.Equal("Sizes. Points. x: weights, 10 to 100,000,000,000, logarithmic. y: 1 to 2. From 1 at 10 to 2 at 100,000,000,000.",
            Said(chart));
    }

    [Fact]
    public void Few_bars_are_told_one_by_one()
    {
        GenericChart chart = Chart.Column<double, string, string>(values: [0.25, 0.75], Keys: new[] { "cat", "dog" }).Titled("What is it?");

        Assert.Equal("What is it? Bars. x: cat to dog. y: 0.25 to 0.75. 0.25 at cat, 0.75 at dog.", Said(chart));
    }

    [Fact]
    public void A_cloud_of_points_says_how_many_and_between_what()
    {
        GenericChart chart = Chart.Point<double, double, string>(x: [3, 1, 2], y: [-1, 5, 0], Name: "zeros").Titled("Cloud");

        Assert.Contains("zeros: 3 points, from −1 to 5.", Said(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heat_map_says_its_size_and_its_range() =>
        Assert.Equal("Which class is taken for which (colour: share of the row). A heat map. x: what the machine said, cat to dog. "
            + "y: what it was, cat to dog. 2 rows by 2 columns, values from 0 to 0.25.",
            Said(Pictures.ConfusionMatrix(new[,] { { 3, 1 }, { 0, 987 } }, ["cat", "dog"])));

    [Fact]
    public void Pictures_are_counted_and_their_captions_read()
    {
        Assert.Equal("2 pictures: a zero, a one.", Said(Pictures.Digits([new float[4], [0, 1, 0, 1]], 2, 2, ["a zero", "a one"])));
        Assert.Equal("4 pictures: before, 2 times after, before.",
            Said(Pictures.Digits(Enumerable.Repeat(new float[4], 4), 2, 2, ["before", "after", "after", "before"])));
        Assert.Equal("One picture.", Said(Pictures.Digits([new float[4]], 2, 2)));
    }

    [Fact]
    public void A_diagram_says_its_nodes_its_links_and_what_stands_in_it()
    {
        NodeLinkDiagram diagram =
            NodeLinkDiagram.Of([new("x", "x", Box: true), new("y", "≥ 1", Below: "fires")], [new("x", "y", Mark: "circle")]);

        Assert.Equal("One neuron. A drawing of 2 nodes and 1 link: x, ≥ 1, fires.", Said(diagram.Chart("One neuron")));
    }

    [Fact]
    public void A_film_says_how_many_frames_it_has_and_what_its_first_sight_shows()
    {
        Animation film = Animation.Of([("start", Line("", 1, 2, 3, 4).Titled("S")), ("end", Line("", 4, 3, 2, 1).Titled("E"))]);

        Assert.Equal("E. A film of 2 frames, from “start” to “end”; it opens at “end”. Lines. x: −0.18 to 3.18. y: 0.82 to 4.18. "
            + "From 4 at 0 to 1 at 3.", ChartSummary.Of(film.ToFigure()));
    }

    [Fact]
    public void Of_many_lines_six_are_told_and_the_rest_counted()
    {
        GenericChart chart = Chart.Combine(Enumerable.Range(1, 9).Select(i => Line($"run {i}", i, i, i, i))).Titled("Runs");

        string said = Said(chart);
        Assert.Contains("run 6: from 6 at 0 to 6 at 3. And 3 more.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("run 7", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_is_never_longer_than_one_breath_and_ends_between_two_words()
    {
        string said = Said(Pictures.Digits(Enumerable.Repeat(new float[4], 100), 2, 2, Enumerable.Range(0, 100).Select(i => $"digit {i}")));

        Assert.InRange(said.Length, 400, ChartSummary.Longest);
        Assert.Matches(@"digit \d+, …$", said);
    }

    [Fact]
    public void Gaps_are_not_told_and_an_empty_drawing_is_a_drawing()
    {
        Assert.Contains("From 1 at 0 to 4 at 3, highest 5 at 2.", Said(Line("", 1, double.NaN, 5, 4)), StringComparison.Ordinal);
        Assert.Equal("A drawing.", Said(Line("").WithoutAxes()));
    }

    [Fact]
    public void A_power_in_a_title_stays_one() =>
        Assert.StartsWith("3.1·10²³ FLOPs, H₂O.", Said(Line("", 1, 2).Titled("3.1·10<sup>23</sup> FLOPs, H₂O")), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1943, "1943")]
    [InlineData(0.123456, "0.1235")]
    [InlineData(174_612_345_678, "174,600,000,000")]
    [InlineData(-12.5, "−12.5")]
    [InlineData(1e-7, "1e−7")]
    [InlineData(3.14e23, "3.14e23")]
    public void A_number_is_read_with_the_digits_that_count(double number, string read) => Assert.Equal(read, SpokenNumber.Of(number));

    private static string Said(GenericChart chart) => ChartSummary.Of(ThemedFigure.Of(chart));

    private static GenericChart Line(string name, params double[] values) =>
        Chart.Line<int, double, string>(x: steps[..values.Length], y: values, Name: name);
}
