using System.Numerics;
using Course.McCullochPitts;
using Course.PerceptronLimits;
using CsCheck;

namespace Course.Tests.PerceptronLimits;

public class ExactSimplexTests
{
    [Fact]
    public void The_search_for_the_balance_of_xor_ends_with_all_shares_one_half()
    {
        ExactSimplex search = SearchFor("0110");
        var shortfalls = new List<double> { Missing(search) };
        while (search.Step() >= 0) shortfalls.Add(Missing(search));

        Assert.Equal((double[])[2, 1, 1, 1, 0], shortfalls);
        Assert.True(search.IsFeasible);
        Assert.All(search.Amounts, share => Assert.Equal(search.Denominator, 2 * share));
    }

    [Fact]
    public void The_search_for_a_balance_of_or_ends_with_prices_that_are_a_unit()
    {
        ExactSimplex search = SearchFor("0111").Solve();

        Assert.False(search.IsFeasible);
        Assert.Equal(1, Missing(search));
        Assert.Equal((BigInteger[])[-1, -1, 1, 0], search.Refutation);
        Assert.Equal(-1, search.Step());
    }

    [Fact]
    public void No_step_makes_an_amount_negative_or_the_shortfall_larger() =>
        Gen.Select(Gen.Int[-4, 4].Array[3].Array[8], Gen.Bool.Array[8]).Sample((points, targets) =>
        {
            ExactSimplex search = LinearSeparability.Search(points, targets);
            for (double before = Missing(search); search.Step() >= 0; before = Missing(search))
            {
                if (Missing(search) > before || search.Amounts.Any(amount => amount < 0)) return false;
            }

            return search.Shortfall >= 0;
        });

    private static double Missing(ExactSimplex search) => (double)search.Shortfall / (double)search.Denominator;

    private static ExactSimplex SearchFor(string outputs) => LinearSeparability.Search(
        LinearSeparability.Corners(2), LinearSeparability.Targets(BooleanFunction.Parse(outputs)));
}
