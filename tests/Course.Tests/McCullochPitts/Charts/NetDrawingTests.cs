using System.Text.Encodings.Web;
using System.Xml.Linq;
using Course.ExpertSystems;
using Course.McCullochPitts;
using Microsoft.AspNetCore.Html;

namespace Course.Tests.McCullochPitts.Charts;

public class NetDrawingTests
{
    private static readonly NervousNet[] nets =
        [HeatIllusion.Net(), LogicNets.FullAdder(), LogicNets.SerialAdder(), LogicNets.FlipFlop(),
        LogicNets.For(BooleanFunction.Parse("1001"))!];

    [Fact]
    public void A_drawing_is_well_formed_and_has_a_mark_for_every_synapse() => Assert.All(nets, net =>
    {
        XElement svg = XElement.Parse(Html(net.Draw()));

        int dots = svg.Elements().Count(e => e.Name.LocalName == "circle" && e.Attribute("stroke")?.Value == "none");
        int rings = svg.Elements().Count(e => e.Name.LocalName == "circle" && e.Attribute("stroke")?.Value == "#D55E00");
        Assert.Equal(net.Neurons.Sum(n => n.Excite.Count), dots);
        Assert.Equal(net.Neurons.Sum(n => n.Inhibit.Distinct().Count()), rings);
    });

    [Fact]
    public void No_two_neurons_of_a_drawing_overlap() => Assert.All(nets, net =>
    {
        (double X, double Y)[] centres = [.. XElement.Parse(Html(net.Draw())).Elements()
            .Where(e => e.Name.LocalName == "circle" && e.Attribute("r")?.Value == "21")
            .Select(e => (double.Parse(e.Attribute("cx")!.Value, System.Globalization.CultureInfo.InvariantCulture),
                double.Parse(e.Attribute("cy")!.Value, System.Globalization.CultureInfo.InvariantCulture)))];
        Assert.Equal(net.Neurons.Count, centres.Length);
        for (int i = 0; i < centres.Length; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.True(Math.Abs(centres[i].X - centres[j].X) > 42 || Math.Abs(centres[i].Y - centres[j].Y) > 42);
        }
    });

    [Fact]
    public void Names_cannot_smuggle_markup_into_a_drawing()
    {
        var net = new NervousNet("<script>").Neuron("a&b", 1, ["<script>"]);

        Assert.DoesNotContain("<script", Html(net.Draw()), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html(net.Run(2)), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html(new TruthTable(["<script>"], [("y", BooleanFunction.Parse("01"))])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_in_a_drawing_are_written_with_points_in_any_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            string html = Html(HeatIllusion.Net().Draw());
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;

            Assert.Equal(Html(HeatIllusion.Net().Draw()), html);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
