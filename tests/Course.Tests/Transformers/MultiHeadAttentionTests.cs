using Course.Tests.ConvNets;
using Course.Transformers;
using static TorchSharp.torch;

namespace Course.Tests.Transformers;

[Collection(TorchSeed.Name)]
public class MultiHeadAttentionTests
{
    private const int Width = 12, Heads = 3, T = 4, S = 5;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void From_scratch_and_module_agree_and_so_do_their_weights(bool masked)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using MultiHeadAttention module = Module();
        double[][] queries = AttentionTests.Rows(new Random(1), T, Width), memory = AttentionTests.Rows(new Random(2), S, Width);
        bool[][]? mask = masked ? [.. Enumerable.Range(0, T).Select(t => Enumerable.Range(0, S).Select(s => s <= t).ToArray())] : null;
        double[][][] seen = [];
        module.Watcher = weights => seen =
            [.. weights.data<float>().Select(w => (double)w).Chunk(S).Chunk(T).Select(head => head.ToArray())];

        (double[][] output, double[][][] weights) = MultiHead.Of(module).Forward(queries, memory, mask);

        Tensor theirs = module.call(Batch(queries), Batch(memory), mask is null ? null : AttentionTests.OfMask(mask));
        AttentionTests.AssertEqual(theirs, output, 1e-5);
        Assert.All(weights.SelectMany(head => head.SelectMany(row => row)).Zip(seen.SelectMany(head => head.SelectMany(row => row))),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void It_equals_torch_s_own_module()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using MultiHeadAttention ours = Module();
        using var theirs = nn.MultiheadAttention(Width, Heads);
        TorchWeights.Copy(ours, theirs, "");
        Tensor queries = rand(2, T, Width), memory = rand(2, S, Width);

        // Theirs wants the batch second.
        Tensor wanted = theirs.call(queries.transpose(0, 1), memory.transpose(0, 1), memory.transpose(0, 1), null, false, null).Item1;

        Assert.True(ours.call(queries, memory, null).allclose(wanted.transpose(0, 1), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void Without_positions_a_permuted_input_gives_the_same_output_permuted()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using MultiHeadAttention module = Module();
        Tensor x = rand(1, S, Width), order = tensor(new long[] { 3, 0, 4, 1, 2 });

        Tensor before = module.call(x, x, null).index_select(1, order);
        Tensor moved = x.index_select(1, order), after = module.call(moved, moved, null);

        Assert.InRange((before - after).abs().max().item<float>(), 0, 1e-6f);
    }

    [Fact]
    public void A_width_that_the_heads_do_not_divide_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiHeadAttention(10, 3));

    private static MultiHeadAttention Module()
    {
        manual_seed(1);
        var module = new MultiHeadAttention(Width, Heads);
        foreach (var (name, parameter) in module.named_parameters())
        {
            if (name.EndsWith("bias", StringComparison.Ordinal)) nn.init.normal_(parameter, 0, 0.1);
        }
        return module;
    }

    private static Tensor Batch(double[][] rows) => AttentionTests.Of(rows).to(float32).unsqueeze(0);
}
