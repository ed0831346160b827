using System.Numerics;
using Course.ExpertSystems;
using Course.McCullochPitts;
using Course.PerceptronLimits;

namespace Course.Tests.PerceptronLimits;

public class ParityTests
{
    [Theory]
    [InlineData(1, "01")]
    [InlineData(2, "0110")]
    [InlineData(3, "01101001")]
    public void Parity_is_true_where_an_odd_number_is_on(int inputs, string table) =>
        Assert.Equal(table, Parity.Of(inputs).ToString());

    [Theory]
    [InlineData(1, 0, 0.0)]
    [InlineData(2, 1, 0.25)]
    [InlineData(3, 2, 0.25)]
    [InlineData(4, 5, 0.3125)]
    public void The_best_unit_errs_on_parity_as_the_formula_says(int inputs, int errors, double rate)
    {
        BestLinearUnit best = BestLinearUnit.For(Parity.Of(inputs));
        Assert.Equal(errors, best.Errors);
        Assert.Equal(errors, BitOperations.PopCount(best.Unit.Function().Bits ^ Parity.Of(inputs).Bits));
        Assert.Equal(rate, Parity.BestLinearErrorRate(inputs));
    }

    [Fact]
    public void The_formula_tends_to_a_half_and_never_falls()
    {
        double[] rates = [.. Enumerable.Range(1, 60).Select(Parity.BestLinearErrorRate)];
        Assert.All(rates.Zip(rates.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
        Assert.InRange(rates[^1], 0.44, 0.5);
    }

    [Fact]
    public void The_best_unit_makes_no_errors_exactly_on_separable_functions()
    {
        foreach (BooleanFunction function in BooleanFunction.All(3))
        {
            Assert.Equal(LinearSeparability.Decide(function).IsSeparable, BestLinearUnit.For(function).Errors == 0);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Masks_compute_parity_only_at_full_order(int inputs)
    {
        for (int order = 1; order <= inputs; order++)
        {
            Separability proof = Masks.Decide(Parity.Of(inputs), order);
            Assert.True(proof.Holds(Masks.Points(inputs, order), LinearSeparability.Targets(Parity.Of(inputs))));
            Assert.Equal(order == inputs, proof.IsSeparable);
        }
    }

    [Fact]
    public void Parity_is_the_sum_of_masks_with_weights_that_double_with_each_input()
    {
        for (int n = 1; n <= 6; n++)
        {
            int[] masks = Masks.UpTo(n, n);
            int[] weights = [.. masks.Select(a => (int)Math.Pow(-2, BitOperations.PopCount((uint)a) - 1))];
            for (int row = 0; row < 1 << n; row++)
            {
                Assert.Equal(Parity.Of(n)[row] ? 1 : 0, Masks.Features(row, masks).Zip(weights, (f, w) => f * w).Sum());
            }

            Assert.Equal(Parity.LargestMaskWeight(n), weights.Max(Math.Abs));
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 3)]
    [InlineData(10, 4)]
    public void The_number_of_masks_is_counted_without_listing_them(int inputs, int order) =>
        Assert.Equal(Masks.UpTo(inputs, order).Length, Masks.Count(inputs, order));

    [Fact]
    public void Masks_are_listed_small_sets_first_and_the_first_input_leftmost() =>
        Assert.Equal([0b100, 0b010, 0b001, 0b110, 0b101, 0b011, 0b111], Masks.UpTo(3, 3));
}
