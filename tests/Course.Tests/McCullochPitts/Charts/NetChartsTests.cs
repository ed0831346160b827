using System.Globalization;
using System.Text.Encodings.Web;
using Course.ExpertSystems;
using Course.McCullochPitts;
using Course.McCullochPitts.Charts;
using Course.Plots;
using Microsoft.AspNetCore.Html;
using Plotly.NET;

namespace Course.Tests.McCullochPitts.Charts;

public class NetChartsTests
{
    private static readonly NervousNet[] nets =
        [HeatIllusion.Net(), LogicNets.FullAdder(), LogicNets.SerialAdder(), LogicNets.FlipFlop(),
        LogicNets.For(BooleanFunction.Parse("1001"))!];

    [Fact]
    public void A_drawing_has_a_dot_for_every_synapse_that_excites_and_a_ring_for_every_axon_that_inhibits() => Assert.All(nets, net =>
    {
        Assert.Equal(net.Neurons.Sum(n => n.Excite.Count), Marks(net.Draw(), "circle"));
        Assert.Equal(net.Neurons.Sum(n => n.Inhibit.Distinct().Count()), Marks(net.Draw(), "circle-open"));
    });

    [Fact]
    public void A_net_in_a_circle_is_drawn_with_its_way_back()
    {
        var net = new NervousNet("start").Neuron("tick", 1, ["start", "tock"]).Neuron("tock", 1, ["tick"]);

        Assert.Equal(3, Marks(net.Draw(), "circle"));
    }

    [Fact]
    public void What_fires_is_orange_and_so_are_its_axons()
    {
        NetHistory run = HeatIllusion.Net().Run(5, ("cold", "01"));
        ThemedFigure figure = ThemedFigure.Of(run.Frames().ElementAt(2).Frame);   // "a" fires: it ends on "b" and on "felt cold"

        Assert.Equal("tick 2: a", (string?)figure.Layout["title"]!["text"]);
        Assert.Single(figure.Data, trace => (string?)trace!["fillcolor"] == "#E69F00");
        Assert.Equal(2, figure.Data.Count(trace => (string?)trace!["line"]?["color"] == "#E69F00"));
    }

    [Fact]
    public void Names_cannot_smuggle_markup_into_a_drawing()
    {
        var net = new NervousNet("<script>").Neuron("a&b", 1, ["<script>"]);

        string chart = ThemedFigure.Of(net.Draw()).Data.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains("&lt;script&gt;", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html(net.Run(2)), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html(new TruthTable(["<script>"], [("y", BooleanFunction.Parse("01"))])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_in_a_raster_are_written_with_points_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            NetHistory run = HeatIllusion.Net().Run(5, ("cold", "01"));
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            string html = Html(run);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

            Assert.Equal(Html(run), html);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static int Marks(GenericChart chart, string symbol) => ThemedFigure.Of(chart).Data
        .Where(trace => (string?)trace!["marker"]?["symbol"] == symbol)
        .Sum(trace => trace!["marker"]!["size"].Numbers().Count(size => size > 0));

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
