using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.History;
using Course.History.Charts;
using Course.Plots;
using Course.TestTools;
using Plotly.NET;

namespace Course.Tests.History;

public class MapTests
{
    private static readonly string notebooks = Path.Combine(RepositoryRoot.Path, "notebooks");

    [Fact]
    public void The_map_knows_who_is_built_of_whom()
    {
        IReadOnlyList<LessonLink> links = LessonMap.Links(notebooks);

        Assert.Contains(new LessonLink(9, 5, InLibrary: true), links);
        Assert.Contains(new LessonLink(13, 12, InLibrary: true), links);
        Assert.Contains(new LessonLink(7, 2, InLibrary: false), links);
        Assert.DoesNotContain(links, link => (link.Lesson, link.On) == (16, 15));
        Assert.All(links, link => Assert.True(link.On < link.Lesson, $"{link}"));
        Assert.Distinct(links.Select(link => (link.Lesson, link.On)));
    }

    [Fact]
    public void Each_lesson_ends_with_the_lessons_in_which_its_machine_works_again()
    {
        const string Mark = "this machine again in ";
        ILookup<int, int> users = LessonMap.Links(notebooks).ToLookup(link => link.On, link => link.Lesson);
        Assert.All(LessonPages.In(notebooks), page =>
        {
            string text = NotebookText(page.Value);
            int at = text.LastIndexOf(Mark, StringComparison.Ordinal);
            IEnumerable<int> named = at < 0 ? [] : Regex.Matches(text[at..], @"\[(\d\d)\]\(").Select(link => int.Parse(link.Groups[1].Value,
                System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(users[page.Key].Order(), named);
        });

        static string NotebookText(string page) =>
            JsonNode.Parse(File.ReadAllText(Path.Combine(notebooks, page)))!["cells"]!.AsArray()[^1]!["source"]!.AsArray()[^1]!.ToString();
    }

    [Fact]
    public void Without_notebooks_the_library_s_own_links_remain() =>
        Assert.All(LessonMap.Links(Path.Combine(notebooks, "nowhere")), link => Assert.True(link.InLibrary));

    [Fact]
    public void Each_lesson_has_a_page() =>
        Assert.Equal(Lessons.All.Select(lesson => lesson.Number), LessonPages.In(notebooks).Keys);

    [Fact]
    public void Every_lesson_stands_on_the_map()
    {
        string map = Json(LessonMapChart.Of("map", LessonMap.Links(notebooks)));

        Assert.All(Lessons.All.Skip(1), lesson =>
            Assert.Contains(FormattableString.Invariant($"<b>{lesson.Number:00}</b>"), map, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_event_stands_on_the_timeline_and_leads_to_its_lesson()
    {
        GenericChart chart = TimelineChart.Of(Chronicle.Load(), "title", LessonPages.In(notebooks));

        JsonArray names = ThemedFigure.Of(chart).Layout["annotations"]!.AsArray();
        Assert.Equal(Chronicle.Load().Rows.Count + 2, names.Count);
        Assert.Contains(names, name => ((string)name!["text"]!).Contains("<a href=\"07-convolutional-network.ipynb\">[07]</a>",
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_lesson_without_a_page_is_named_without_a_link() => Assert.DoesNotContain("<a href",
        Json(TimelineChart.Of(Chronicle.Load(), "title", new Dictionary<int, string>())), StringComparison.Ordinal);

    [Theory]
    [InlineData(new double[] { 1, 5, 9 }, new double[] { 1, 5, 9 })]
    [InlineData(new double[] { 5, 5 }, new double[] { 4, 6 })]
    [InlineData(new double[] { 1, 5, 5, 5 }, new double[] { 1, 3, 5, 7 })]
    [InlineData(new double[] { }, new double[] { })]
    public void Labels_keep_their_distance_and_stay_near_their_place(double[] wanted, double[] placed) =>
        Assert.Equal(placed, TimelineChart.Apart(wanted, gap: 2));

    [Fact]
    public void A_machine_s_kind_of_figure_decides_its_sign()
    {
        GenericChart chart = GrowthCharts.Of("title", "parameters", ["A", "B", "C"], [1990, 2000, 2010], [10, 1e6, 1e13],
            ["counted", "printed", "rumour"], ("line", 1990, 2010, Growth.Fit([1990, 2010], [10, 1e13])));

        string figure = Json(chart);

        Assert.Equal(4, ThemedFigure.Of(chart).Data.Count);
        Assert.Contains("\"circle-open\"", figure, StringComparison.Ordinal);
        Assert.Contains("\"triangle-up-open\"", figure, StringComparison.Ordinal);
        Assert.Contains("1·10<sup>13</sup>", figure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_three_areas_lie_in_each_other() => Assert.Equal(5, ThemedFigure.Of(FieldsChart.Of("title")).Data.Count);

    // Readable: neither letters nor angle brackets are escaped.
    private static string Json(GenericChart chart)
    {
        ThemedFigure figure = ThemedFigure.Of(chart);
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return figure.Data.ToJsonString(options) + figure.Layout.ToJsonString(options);
    }
}
