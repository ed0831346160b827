using System.Text.Encodings.Web;
using System.Xml.Linq;
using Course.ExpertSystems;
using Course.McCullochPitts;
using Course.McCullochPitts.Charts;

namespace Course.Tests.McCullochPitts.Charts;

public class SquarePicturesTests
{
    [Fact]
    public void A_line_is_drawn_for_every_function_that_has_one_and_is_not_constant()
    {
        var units = ThresholdFunctions.All(2);
        var pictures = new SquarePictures(TwoInputFunctions.All.Select(f => (f.Name, f.Function, units.GetValueOrDefault(f.Function))));
        using var writer = new StringWriter();
        pictures.WriteTo(writer, HtmlEncoder.Default);

        XElement svg = XElement.Parse(writer.ToString());

        Assert.Equal(16, svg.Elements().Count());
        Assert.Equal(12, svg.Descendants().Count(e => e.Name.LocalName == "path"));
        Assert.Equal(32, svg.Descendants().Count(e => e.Name.LocalName == "circle" && e.Attribute("fill") is not null));
    }

    [Fact]
    public void A_unit_is_written_as_an_inequality()
    {
        Assert.Equal("a - 2b + c ≥ -1", new ThresholdUnit([1, -2, 1], -1).ToString());
        Assert.Equal("-b ≥ 0", new ThresholdUnit([0, -1], 0).ToString());
        Assert.Equal("0 ≥ 1", new ThresholdUnit([0, 0], 1).ToString());
    }

    [Fact]
    public void A_function_of_three_inputs_has_no_square() =>
        Assert.Throws<ArgumentException>(() => new SquarePictures([("parity", BooleanFunction.Parse("01101001"), null)]));
}
