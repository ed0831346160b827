using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Course.ExpertSystems;
using Course.Perceptrons.Charts;

namespace Course.Tests.Perceptrons.Charts;

public class MarkOneDrawingTests
{
    [Fact]
    public void Every_photocell_association_unit_and_response_unit_is_drawn() =>
        Assert.Equal(400 + 512 + 8, Regex.Count(Svg(1957), "<circle"));

    [Fact]
    public void Numbers_are_written_with_points_whatever_the_culture()
    {
        string expected = Svg(1957);
        CultureInfo kept = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, Svg(1957));
        }
        finally
        {
            CultureInfo.CurrentCulture = kept;
        }
    }

    private static string Svg(int seed)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        new MarkOneDrawing(seed).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
