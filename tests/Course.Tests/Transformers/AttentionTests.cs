using Course.Nn;
using Course.Transformers;
using static TorchSharp.torch;

namespace Course.Tests.Transformers;

public class AttentionTests
{
    private const int T = 3, S = 5, Dk = 4, Dv = 6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_equals_torch_s(bool masked)
    {
        using var scope = NewDisposeScope();
        (double[][] Q, double[][] K, double[][] V, bool[][]? mask) = Draw(masked);

        double[][] output = Attention.ScaledDotProduct(Q, K, V, mask).Output;

        Tensor theirs = nn.functional.scaled_dot_product_attention(Of(Q), Of(K), Of(V), mask is null ? null : OfMask(mask));
        AssertEqual(theirs, output, 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_gradient_agrees_with_finite_differences_and_with_torch_s(bool masked)
    {
        using var scope = NewDisposeScope();
        (double[][] Q, double[][] K, double[][] V, bool[][]? mask) = Draw(masked);
        double[][] g = Rows(new Random(2), T, Dv);
        double Loss() => Attention.ScaledDotProduct(Q, K, V, mask).Output.Zip(g, (row, by) => row.Zip(by, (y, c) => y * c).Sum()).Sum();

        (double[][] toQ, double[][] toK, double[][] toV) =
            Attention.Backward(Q, K, V, Attention.ScaledDotProduct(Q, K, V, mask).Weights, g);

        foreach ((double[][] values, double[][] gradients) in ((double[][], double[][])[])[(Q, toQ), (K, toK), (V, toV)])
        {
            Assert.All(values.Zip(gradients), row => Assert.All(GradientCheck.Gradients(Loss, row.First).Zip(row.Second),
                pair => Assert.InRange(GradientCheck.Difference(pair.First, pair.Second), 0, 1e-6)));
        }
        Tensor q = Of(Q).requires_grad_(), k = Of(K).requires_grad_(), v = Of(V).requires_grad_();
        (nn.functional.scaled_dot_product_attention(q, k, v, mask is null ? null : OfMask(mask)) * Of(g)).sum().backward();
        AssertEqual(q.grad!, toQ, 1e-10);
        AssertEqual(k.grad!, toK, 1e-10);
        AssertEqual(v.grad!, toV, 1e-10);
    }

    [Fact]
    public void Every_row_of_weights_sums_to_one_and_the_mask_makes_zeros()
    {
        (double[][] Q, double[][] K, double[][] V, _) = Draw(masked: false);

        double[][] weights = Attention.ScaledDotProduct(Q, K[..T], V[..T], Attention.Causal(T)).Weights;

        Assert.All(weights, row => Assert.Equal(1, row.Sum(), 1e-12));
        for (int t = 0; t < T; t++) Assert.All(weights[t][(t + 1)..], weight => Assert.Equal(0, weight));
    }

    [Fact]
    public void Without_positions_it_does_not_know_the_order()
    {
        double[][] x = Rows(new Random(3), S, Dk);
        int[] order = [3, 0, 4, 1, 2];
        double[][] moved = [.. order.Select(n => x[n])];

        double[][] before = Attention.ScaledDotProduct(x, x, x).Output, after = Attention.ScaledDotProduct(moved, moved, moved).Output;

        for (int n = 0; n < S; n++) Assert.All(before[order[n]].Zip(after[n]), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Large_matches_do_not_overflow()
    {
        double[][] big = [[1e6, 0], [0, 1e6]];

        Assert.Equal([[1.0, 0], [0, 1]], Attention.ScaledDotProduct(big, big, [[1, 0], [0, 1]]).Output);
    }

    internal static double[][] Rows(Random random, int count, int width) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, width).Select(_ => 2 * random.NextDouble() - 1).ToArray())];

    internal static Tensor Of(double[][] rows) => tensor(rows.SelectMany(row => row).ToArray()).reshape(rows.Length, -1).clone();

    internal static Tensor OfMask(bool[][] mask) => tensor(mask.SelectMany(row => row).ToArray()).reshape(mask.Length, -1).clone();

    internal static void AssertEqual(Tensor theirs, double[][] ours, double tolerance)
    {
        double[] wanted = [.. theirs.to(float64).contiguous().data<double>()];
        double[] got = [.. ours.SelectMany(row => row)];
        Assert.Equal(wanted.Length, got.Length);
        Assert.All(wanted.Zip(got), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    private static (double[][] Q, double[][] K, double[][] V, bool[][]? Mask) Draw(bool masked)
    {
        var random = new Random(1);
        bool[][]? mask = masked
            ? [.. Enumerable.Range(0, T).Select(t => Enumerable.Range(0, S).Select(s => s == t || random.Next(2) == 0).ToArray())] : null;
        return (Rows(random, T, Dk), Rows(random, S, Dk), Rows(random, S, Dv), mask);
    }
}
