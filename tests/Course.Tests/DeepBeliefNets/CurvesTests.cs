using Course.DeepBeliefNets;

namespace Course.Tests.DeepBeliefNets;

public class CurvesTests
{
    [Fact]
    public void A_curve_is_ink_on_paper_and_stays_inside()
    {
        float[][] curves = Curves.Draw(200, new Random(1));

        Assert.All(curves, curve =>
        {
            Assert.Equal(784, curve.Length);
            Assert.All(curve, ink => Assert.InRange(ink, 0f, 1f));
            Assert.InRange(curve.Sum(), 10, 250);
        });
    }

    [Fact]
    public void Equal_seeds_draw_equal_curves() => Assert.Equal(Curves.Draw(3, new Random(5)), Curves.Draw(3, new Random(5)));
}
