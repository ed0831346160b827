using Course.Backpropagation;
using Course.ExpertSystems;
using Course.Nn;
using CsCheck;

namespace Course.Tests.Backpropagation;

public class ScalarTests
{
    private static readonly Func<Scalar, Scalar, Scalar>[] pairs =
        [(a, b) => a + b, (a, b) => a - b, (a, b) => a * b, (a, b) => a / (b.Squared() + 1)];
    private static readonly Func<Scalar, Scalar>[] singles =
        [a => a.Squared(), a => a.Tanh().Exp(), a => (a.Squared() + 0.5).Log(), a => a.Tanh(), a => a.Sigmoid(), a => (a - 0.037).Relu()];

    [Fact]
    public void Blame_agrees_with_finite_differences_in_random_expressions() =>
        Gen.Select(Gen.Double[-2, 2].Array[3], Gen.Int[0, 9].Array[1, 12]).Sample((given, recipe) =>
        {
            Scalar[] leaves = [.. given.Select(value => new Scalar(value))];
            Scalar result = Cook(leaves, recipe);
            result.Backward();

            double[] moved = [.. given];
            double[] gradients = GradientCheck.Gradients(() => Cook([.. moved.Select(value => new Scalar(value))], recipe).Value, moved);
            for (int i = 0; i < leaves.Length; i++)
                Assert.True(Math.Abs(gradients[i] - leaves[i].Gradient) < 1e-5 * Math.Max(1, Math.Abs(gradients[i])),
                    $"{gradients[i]} against {leaves[i].Gradient}");
        }, iter: 200);

    [Fact]
    public void Blame_that_arrives_by_two_ways_adds_up()
    {
        var x = new Scalar(3);
        (x * x + x).Backward();
        Assert.Equal(7, x.Gradient);
    }

    [Fact]
    public void A_second_backward_pass_does_not_add_to_the_first()
    {
        var x = new Scalar(3);
        Scalar y = x * x;
        y.Backward();
        y.Backward();
        Assert.Equal(6, x.Gradient);
    }

    [Fact]
    public void A_sum_of_a_hundred_thousand_terms_does_not_overflow_the_stack()
    {
        var x = new Scalar(1);
        Scalar sum = 0;
        for (int i = 0; i < 100_000; i++) sum += x;
        sum.Backward();
        Assert.Equal(100_000, x.Gradient);
    }

    [Fact]
    public void Every_number_stands_after_what_it_was_computed_from()
    {
        Scalar a = new(1), b = new(2);
        Scalar sum = a + b, result = sum * a;
        Scalar[] order = [.. result.Order()];
        Assert.Equal(4, order.Length);
        Assert.All(order, node => Assert.All(node.Inputs, input =>
            Assert.True(Array.IndexOf(order, input.From) < Array.IndexOf(order, node))));
    }

    // Each figure of the recipe makes one more number out of those that are there.
    private static Scalar Cook(Scalar[] leaves, int[] recipe)
    {
        List<Scalar> made = [.. leaves];
        foreach (int figure in recipe)
        {
            Scalar last = made[^1], other = made[figure % made.Count];
            made.Add(figure < pairs.Length ? pairs[figure](other, last) : singles[figure - pairs.Length](last));
        }
        return made[^1].Tanh();
    }
}
