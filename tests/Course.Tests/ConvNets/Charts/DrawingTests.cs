using System.Text.Encodings.Web;
using System.Xml.Linq;
using Course.ConvNets;
using Course.ConvNets.Charts;
using Course.ExpertSystems;
using Course.Plots;

namespace Course.Tests.ConvNets.Charts;

public class DrawingTests
{
    [Fact]
    public void Every_unit_of_the_network_is_one_square()
    {
        var net = new LeNet1989(new Random(1));
        using var text = new StringWriter();
        new LeNetDrawing(net, new float[256]).WriteTo(text, HtmlEncoder.Default);

        XElement svg = XElement.Parse(text.ToString());
        Assert.Equal(1_256, svg.Elements().Count(element => element.Name.LocalName == "rect" && element.Attribute("stroke") is null));
        Assert.Contains("1,256 units, 64,660 connections, 9,760 weights and biases", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_unit_of_the_five_networks_is_a_square_and_each_shared_kernel_one_colour()
    {
        using var text = new StringWriter();
        new FiveNetworksDrawing().WriteTo(text, HtmlEncoder.Default);

        XElement svg = XElement.Parse(text.ToString());
        string[] squares = [.. svg.Elements().Where(element => (string?)element.Attribute("stroke") == "#808080")
            .Select(element => (string)element.Attribute("fill")!)];
        // Five pictures and five outputs; 12; 64 + 16; 128 + 16; 128 + 64. Two units of each local layer are drawn once more, in colour.
        Assert.Equal(5 * (256 + 10) + 12 + 80 + 144 + 192, squares.Count(fill => fill == "#FFFFFF"));
        Assert.Equal((3, 3, 6), (squares.Count(fill => fill == "#0072B2"), squares.Count(fill => fill == "#D55E00"),
            squares.Count(fill => fill == "#E69F00")));
        Assert.Contains("Net-5", svg.Value, StringComparison.Ordinal);
        Assert.Contains("1,060 weights", svg.Value, StringComparison.Ordinal);
        Assert.Contains("5,194 connections", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_film_of_a_stencil_has_a_frame_for_every_place()
    {
        double[][] map = [.. Enumerable.Range(0, 2).Select(r => new double[] { r, r + 0.5 })];
        Animation film = ConvolutionAnimation.Over(new float[16], [[1, 0], [0, -1]], stride: 2, map);

        Assert.Equal(4, film.Count);
        Assert.Throws<ArgumentException>(() => ConvolutionAnimation.Over(new float[16], [[1, 0], [0, -1]], stride: 1, map));
    }

    [Fact]
    public void Saliency_is_a_share_of_the_strongest_pull_and_the_ink_is_outlined()
    {
        ThemedFigure figure = ThemedFigure.Of(Pictures.Saliency([[2.0, -4, 0, 1]], [[0, 1, 1, 0]], 2, 2));

        Assert.Equal("[[0.5,1],[0,0.25]]", figure.Data[0]!["z"]!.ToJsonString());
        Assert.Equal("contour", (string?)figure.Data[1]!["type"]);
        Assert.StartsWith("There are 1 pictures for 2 sets",
            Assert.Throws<ArgumentException>(() => Pictures.Saliency([[1.0], [1.0]], [[0]], 1, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Feature_maps_share_one_scale_symmetric_about_zero()
    {
        ThemedFigure figure = ThemedFigure.Of(Pictures.FeatureMaps([[0.5, -1.5], [0.1, 0.2]], 1, 2));

        Assert.Equal(-1.5, (double)figure.Data[0]!["zmin"]!);
        Assert.Equal("answer %{z}<extra></extra>", (string?)figure.Data[0]!["hovertemplate"]);
    }
}
