using System.Text.Json.Nodes;
using Course.Plots;
using Course.TestTools;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Course.Tests.Plots;

public class FormatterTests
{
    private static readonly int[] x = [1, 2, 3];

    public FormatterTests() => ChartTheme.Register();

    [Fact]
    public void A_chart_and_an_animation_are_shown_as_a_Plotly_figure_and_as_a_page_piece()
    {
        Assert.Equal([ChartTheme.PlotlyMimeType, "text/html"], Formatter.GetPreferredMimeTypesFor(typeof(GenericChart)));
        Assert.Equal([ChartTheme.PlotlyMimeType, "text/html"], Formatter.GetPreferredMimeTypesFor(typeof(Animation)));
        // A chart's own type is a case of GenericChart, not GenericChart itself.
        Assert.Equal([ChartTheme.PlotlyMimeType, "text/html"], Formatter.GetPreferredMimeTypesFor(Line("t").GetType()));
        Assert.Equal("[t & u]", Line("t <b>&amp;</b><br>u").ToDisplayString("text/plain"));
    }

    [Fact]
    public void The_figure_is_json_with_data_layout_and_config()
    {
        var figure = (JsonObject)JsonNode.Parse(Line("Ü ≥ 0").ToDisplayString(ChartTheme.PlotlyMimeType))!;

        Assert.Equal(["data", "layout", "config"], figure.Select(member => member.Key));
        Assert.Equal("Ü ≥ 0", (string?)figure["layout"]!["title"]!["text"]);
        Assert.False((bool?)figure["config"]!["displaylogo"]);
    }

    [Fact]
    public void A_title_cannot_close_the_script_and_nothing_is_fetched()
    {
        string html = Line("</script><img src=x onerror=alert(1)> \" & ü").ToDisplayString("text/html");

        Assert.Equal(html.IndexOf("</script", StringComparison.OrdinalIgnoreCase),
            html.LastIndexOf("</script", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ü", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_is_shown_twice_stands_in_two_boxes_of_the_same_name_but_for_a_count()
    {
        static string Id(string html) => html.Split('"')[1];

        string[] ids = [Id(Line("shown twice").ToDisplayString("text/html")), Id(Line("shown twice").ToDisplayString("text/html"))];

        Assert.EndsWith("-1", ids[0], StringComparison.Ordinal);
        Assert.Equal(ids[0][..^1] + "2", ids[1]);
    }

    [Fact]
    public async Task Every_kind_of_chart_is_drawn_in_a_browser_without_a_network()
    {
        (string Name, object Value, string Mark)[] charts =
        [
            ("line", Line("Line"), "scatterlayer"),
            ("digits", Pictures.Digits([new float[4], [0, 1, 0, 1]], 2, 2, ["first caption", "second caption"]), "first caption"),
            ("evidence", Pictures.Evidence(new float[][] { [1, -1, 0, 2] }, 2, 2), "heatmaplayer"),
            ("confusion", Pictures.ConfusionMatrix(new[,] { { 3, 1 }, { 0, 987 } }, ["cat", "dog"]), "987"),
            ("animation", Animation.Of([("after 0 steps", Line("A")), ("after 1 step", Line("B"))]), "after 1 step"),
        ];
        string body =
            string.Concat(charts.Select(chart => $"<section id='{chart.Name}'>{chart.Value.ToDisplayString("text/html")}</section>"));

        string page = await Chromium.DumpAsync($"<!doctype html><meta charset=utf-8><body>{PlotlyJs.ScriptElement()}{body}",
            TestContext.Current.CancellationToken);

        string[] sections = page.Split("<section id=\"");
        Assert.Equal(charts.Length + 1, sections.Length);
        Assert.All(charts.Zip(sections[1..]), pair =>
        {
            string drawn = pair.Second[..pair.Second.IndexOf("<script", StringComparison.Ordinal)];
            Assert.Contains("main-svg", drawn, StringComparison.Ordinal);
            Assert.Contains(pair.First.Mark, drawn, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_slider_brings_another_frame_with_its_title()
    {
        string html = Animation.Of([("a", Line("first title")), ("b", Line("second title"))]).ToDisplayString("text/html");
        const string Step =
            "<script>setTimeout(() => Plotly.animate(document.querySelector('.course-chart'), ['0'], {mode: 'immediate', frame: "
                + "{duration: 0, redraw: true}, transition: {duration: 0}}), 2000)</script>";

        string page = await Chromium.DumpAsync($"<!doctype html><meta charset=utf-8><body>{PlotlyJs.ScriptElement()}{html}{Step}",
            TestContext.Current.CancellationToken);

        Assert.Matches("class=\"gtitle\"[^>]*>first title<", page);
    }

    [Fact]
    public async Task On_a_narrow_page_Plotlys_slider_lies_between_its_buttons_and_the_end_of_the_chart()
    {
        string figure = Animation.Of([("a", Line("first title")), ("b", Line("second title"))]).ToDisplayString(ChartTheme.PlotlyMimeType);
        const string Measure =
            "<script>setTimeout(() => { const boxes = name => [...document.getElementsByClassName(name)].map(e => "
                + "e.getBoundingClientRect()); const buttons = boxes('updatemenu-button'), slider = boxes('slider-group')[0];"
            + " document.body.append(`${buttons.length} buttons, above by ${Math.round(slider.top - Math.max(...buttons.map(b => "
            + "b.bottom)))}, below by ${Math.round(boxes('main-svg')[0].bottom - slider.bottom)}.`); }, 2000)</script>";

        string page = await Chromium.DumpAsync(
            $"<!doctype html><meta charset=utf-8><body><div style=\"width:320px\">{PlotlyJs.ScriptElement()}<div id=film></div>"
                + $"<script>const figure = {figure}; delete figure.layout.width; Plotly.newPlot('film', figure)</script></div>{Measure}",
            TestContext.Current.CancellationToken);

        Assert.Matches(@"2 buttons, above by \d+, below by \d+\.", page);
    }

    [Fact]
    public async Task On_a_narrow_page_a_films_own_controls_lie_below_it_and_a_thumb_hits_them()
    {
        string html = Animation.Of([("a", Line("first title")), ("b", Line("second title"))]).ToDisplayString("text/html");
        const string Measure =
            "<script>setTimeout(() => { const box = name => document.querySelector(name).getBoundingClientRect();"
            + " const chart = box('.course-chart'), play = box('.course-film button'), slider = box('.course-film input');"
            + " document.body.append(`below by ${Math.round(play.top - chart.bottom)}, then by ${Math.round(slider.top - play.bottom)}, "
            + "${slider.right <= 330 && Math.min(play.height, slider.height) >= 24 ? 'large and inside' : 'too small or outside'}.`);"
            + " }, 2000)</script>";

        string page = await Chromium.DumpAsync(
            $"<!doctype html><meta charset=utf-8><body><div style=\"width:320px\">{PlotlyJs.ScriptElement()}{html}</div>{Measure}",
            TestContext.Current.CancellationToken);

        Assert.Matches(@"below by \d+, then by \d+, large and inside\.", page);
    }

    [Fact]
    public async Task On_a_narrow_page_no_title_is_cut_and_no_legend_covers_it()
    {
        GenericChart Named(string name) => Chart.Line<int, int, string>(x: x, y: x, Name: name);
        string html = Chart.Combine([Named("a line with a name"), Named("another line with a name"), Named("a third line with a name")])
            .Titled("A title that is quite a bit longer than a telephone is wide", "x", "y").ToDisplayString("text/html");
        const string Measure =
            "<script>setTimeout(() => { const box = name => document.querySelector(name).getBoundingClientRect();"
            + " const chart = box('.course-chart'), title = box('.gtitle'), legend = box('.legend');"
            + " document.body.append(`title ${title.right <= chart.right ? 'whole' : 'cut'}, legend ${legend.top >= title.bottom - 2 ? "
            + "'below' : 'over'} it.`); }, 2000)</script>";

        string page = await Chromium.DumpAsync(
            $"<!doctype html><meta charset=utf-8><body><div style=\"width:320px\">{PlotlyJs.ScriptElement()}{html}</div>{Measure}",
            TestContext.Current.CancellationToken);

        Assert.Contains("title whole, legend below it.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_before_plotly_is_drawn_when_it_comes_and_a_module_loader_does_not_hide_it()
    {
        const string Loader = "<script>window.define = (names, make) => {}; window.define.amd = true;</script>";
        const string Later =
            "<script>setTimeout(() => { const s = document.createElement('script'); s.textContent = "
                + "document.getElementById('late').textContent; document.body.append(s); }, 1000)</script>";
        string script = PlotlyJs.ScriptElement().Replace("<script>", "<script id='late' type='text/plain'>", StringComparison.Ordinal);

        string page =
            await Chromium.DumpAsync(
            $"<!doctype html><meta charset=utf-8><body>{Loader}{Line("late title").ToDisplayString("text/html")}{script}{Later}",
            TestContext.Current.CancellationToken);

        Assert.Matches("class=\"gtitle\"[^>]*>late title<", page);
    }

    [Fact]
    public async Task Without_plotly_the_box_says_what_to_do()
    {
        string page = await Chromium.DumpAsync($"<!doctype html><meta charset=utf-8><body>{Line("t").ToDisplayString("text/html")}",
            TestContext.Current.CancellationToken);

        Assert.Contains(">This chart is drawn once the first code cell of the lesson has run.</div>", page, StringComparison.Ordinal);
    }

    private static GenericChart Line(string title) => Chart.Line<int, int, string>(x: x, y: x).Titled(title, "x", "y");
}
