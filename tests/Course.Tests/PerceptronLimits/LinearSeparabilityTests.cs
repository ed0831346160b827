using System.Numerics;
using Course.ExpertSystems;
using Course.McCullochPitts;
using Course.PerceptronLimits;
using CsCheck;

namespace Course.Tests.PerceptronLimits;

public class LinearSeparabilityTests
{
    private static readonly Gen<(int[][] Points, bool[] Targets)> clouds =
        from count in Gen.Int[1, 14]
        from dimensions in Gen.Int[1, 5]
        from points in Gen.Int[-4, 4].Array[dimensions].Array[count]
        from targets in Gen.Bool.Array[count]
        select (points, targets);

    [Fact]
    public void The_proof_always_holds_whatever_the_points() =>
        clouds.Sample(c => LinearSeparability.Decide(c.Points, c.Targets).Holds(c.Points, c.Targets));

    [Fact]
    public void Points_labelled_by_a_unit_are_found_separable() =>
        Gen.Select(clouds, Gen.Int[-9, 9].Array[5], Gen.Int[-9, 9]).Sample((cloud, w, b) =>
        {
            // An odd bias and even weights: no sum is ever 0.
            bool[] targets = [.. cloud.Points.Select(x => x.Select((v, j) => 2 * w[j] * v).Sum() + 2 * b + 1 > 0)];
            return LinearSeparability.Decide(cloud.Points, targets).IsSeparable;
        });

    [Fact]
    public void A_point_that_must_be_both_on_and_off_is_found_inseparable() =>
        clouds.Sample(c => !LinearSeparability.Decide([.. c.Points, c.Points[0]], [.. c.Targets, !c.Targets[0]]).IsSeparable);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 14)]
    [InlineData(3, 104)]
    public void Counts_as_many_separable_functions_as_trying_all_weights(int inputs, int expected)
    {
        IReadOnlyDictionary<BooleanFunction, ThresholdUnit> byWeights = ThresholdFunctions.All(inputs);
        int separable = 0;
        foreach (BooleanFunction function in BooleanFunction.All(inputs))
        {
            Separability proof = LinearSeparability.Decide(function);
            Assert.True(proof.Holds(function));
            Assert.Equal(byWeights.ContainsKey(function), proof.IsSeparable);
            separable += proof.IsSeparable ? 1 : 0;
        }

        Assert.Equal(expected, separable);
    }

    [Fact]
    public void Of_65536_functions_of_four_inputs_1882_are_separable()
    {
        int separable = 0;
        foreach (BooleanFunction function in BooleanFunction.All(4))
        {
            Separability proof = LinearSeparability.Decide(function);
            Assert.True(proof.Holds(function));
            separable += proof.IsSeparable ? 1 : 0;
        }

        Assert.Equal(1882, separable);
    }

    [Fact]
    public void The_proof_about_xor_is_that_its_diagonals_cross()
    {
        var proof = Assert.IsType<InseparabilityProof>(LinearSeparability.Decide(BooleanFunction.Parse("0110")));
        Assert.Equal("(0,1) + (1,0) = (0,0) + (1,1)", proof.Equation(BooleanFunction.Parse("0110")));
        Assert.All(proof.Times, t => Assert.Equal(BigInteger.One, t));
    }

    [Fact]
    public void A_tampered_mixture_does_not_hold()
    {
        BooleanFunction xor = BooleanFunction.Parse("0110");
        Assert.False(new InseparabilityProof([0, 0, 0, 0]).Holds(xor));
        Assert.False(new InseparabilityProof([1, 1, 1, 0]).Holds(xor));
        Assert.False(new InseparabilityProof([-1, -1, -1, -1]).Holds(xor));
        Assert.False(new InseparabilityProof([1, 1, 1, 1]).Holds(BooleanFunction.Parse("0001")));

        // Equal sums are not enough: 0 + 2·1 = 2 is no proof about points 0 and 2 on, 1 off, unless equally many are taken.
        Assert.False(new InseparabilityProof([1, 2, 0]).Holds([[2], [1], [0]], [true, false, true]));
        Assert.True(new InseparabilityProof([1, 2, 1]).Holds([[2], [1], [0]], [true, false, true]));
    }

    [Fact]
    public void A_tampered_unit_does_not_hold()
    {
        BooleanFunction and = BooleanFunction.Parse("0001");
        Assert.True(new SeparabilityProof([2, 2], -3).Holds(and));
        Assert.False(new SeparabilityProof([2, 2], -4).Holds(and));
        Assert.False(new SeparabilityProof([2, 2], -1).Holds(and));
    }

    [Fact]
    public void Units_read_as_inequalities()
    {
        Assert.Equal("on where 2·x1 − x2 − 3 > 0", new SeparabilityProof([2, -1], -3).ToString());
        Assert.Equal("on where −x1 + 1 > 0", new SeparabilityProof([-1, 0], 1).ToString());
        Assert.Equal("on where 0 > 0", new SeparabilityProof([0], 0).ToString());
    }

    [Fact]
    public void Points_and_answers_of_different_number_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LinearSeparability.Decide([[1], [2]], [true]));
        Assert.Throws<ArgumentException>(() => LinearSeparability.Decide([], []));
    }
}
