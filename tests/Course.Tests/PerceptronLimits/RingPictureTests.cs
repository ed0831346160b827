using System.Text.Encodings.Web;
using Course.McCullochPitts;
using Course.PerceptronLimits;
using Course.PerceptronLimits.Charts;

namespace Course.Tests.PerceptronLimits;

public class RingPictureTests
{
    private static readonly BooleanFunction xor = BooleanFunction.Parse("0110");

    private static readonly Correction[] ring =
        [new(0, 1, 1, -1, 1, 1), new(1, 0, 1, 0, 1, 2), new(1, 1, -1, -1, 0, 1), new(0, 0, -1, -1, 0, 0)];

    [Fact]
    public void Its_text_names_each_correction_and_the_setting_after_it() => Assert.Equal(
        "(0,1) is off: add: w = (−1, 1), b = 1\n(1,0) is off: add: w = (0, 1), b = 2\n"
            + "(1,1) is on: subtract: w = (−1, 0), b = 1\n(0,0) is on: subtract: w = (−1, 0), b = 0",
        new RingPicture(xor, ring).ToString());

    [Fact]
    public void It_crosses_out_every_corner_that_a_setting_gets_wrong()
    {
        using var page = new StringWriter();
        new RingPicture(xor, ring).WriteTo(page, HtmlEncoder.Default);

        // Three in the first square, two in each of the others.
        Assert.Equal(9, page.ToString().Split("#D55E00").Length - 1);
    }

    [Fact]
    public void It_needs_a_correction_and_two_inputs()
    {
        Assert.Throws<ArgumentException>(() => new RingPicture(xor, []));
        Assert.Throws<ArgumentException>(() => new RingPicture(BooleanFunction.Parse("01101001"), ring));
    }
}
