using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.ExpertSystems;

public class CertaintyTests
{
    private static readonly Gen<double> factor = Gen.Double[-0.99, 0.99];

    [Fact]
    public void Evidence_combines_in_any_order() =>
        Gen.Select(factor, factor).Sample((x, y) => Assert.Equal(Certainty.Combine(x, y), Certainty.Combine(y, x)));

    [Fact]
    public void Evidence_combines_in_any_grouping() =>
        Gen.Select(factor, factor, factor).Sample((x, y, z) =>
            Assert.Equal(Certainty.Combine(Certainty.Combine(x, y), z), Certainty.Combine(x, Certainty.Combine(y, z)), 1e-9));

    [Fact]
    public void Combined_evidence_stays_a_certainty_factor() =>
        Gen.Select(factor, factor).Sample((x, y) => Assert.InRange(Certainty.Combine(x, y), -1, 1));

    [Fact]
    public void More_evidence_never_lowers_a_certainty() =>
        Gen.Select(factor, Gen.Double[0, 0.99]).Sample((x, y) => Assert.True(Certainty.Combine(x, y) >= x - 1e-12));

    [Fact]
    public void Evidence_for_and_against_mirror_each_other() =>
        Gen.Select(factor, factor).Sample((x, y) => Assert.Equal(-Certainty.Combine(x, y), Certainty.Combine(-x, -y), 1e-12));

    [Theory]
    [InlineData(0.6, 0.4, 0.76)]
    [InlineData(-0.6, -0.4, -0.76)]
    [InlineData(0.6, -0.4, 1.0 / 3)]
    [InlineData(0.7, 0, 0.7)]
    [InlineData(1, 0.3, 1)]
    [InlineData(1, -1, double.NaN)]
    public void The_paper_s_cases_come_out(double x, double y, double together) => Assert.Equal(together, Certainty.Combine(x, y), 1e-12);

    [Fact]
    public void A_conjunction_is_as_certain_as_its_weakest_part()
    {
        Assert.Equal(0.3, Certainty.And([0.9, 0.3, 1]));
        Assert.Equal(1, Certainty.And([]));
    }
}
