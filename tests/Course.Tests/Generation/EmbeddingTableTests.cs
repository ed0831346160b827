using Course.Generation;
using CsCheck;
using static TorchSharp.torch;

namespace Course.Tests.Generation;

public class EmbeddingTableTests
{
    private static readonly EmbeddingTable table = new(["east", "north", "northeast", "west", "nowhere"], [2, 0, 0, 3, 1, 1, -1, 0, 0, 0]);

    [Fact]
    public void The_nearest_have_the_largest_cosines()
    {
        Assert.Equal(["northeast", "north", "nowhere", "west"], table.Nearest("east", 9).Select(one => one.Name));
        Assert.Equal(Math.Sqrt(0.5), table.Cosine("east", "northeast"), 1e-6);
        Assert.Equal(-1, table.Cosine("east", "west"), 1e-6);
        Assert.Equal(0, table.Cosine("east", "nowhere"));
        Assert.Equal([("west", 1f)], table.Nearest([-7, 0], 1));
        Assert.Equal([1, 1], table["northeast"]);
    }

    [Fact]
    public void A_token_is_found_by_its_own_vector() => Gen.Float[-1, 1].Array[12].Sample(vectors =>
    {
        var some = new EmbeddingTable(["a", "b", "c", "d"], vectors);
        return some.Names.All(name => some[name].Sum(x => x * x) < 1e-6 || some.Nearest(some[name], 1)[0].Cosine > 0.9999);
    }, iter: 200, seed: "0000000000001");

    [Fact]
    public void A_model_s_table_is_taken_over()
    {
        using var scope = NewDisposeScope();
        Tensor weights = randn(3, 5);

        EmbeddingTable taken = EmbeddingTable.Of(["a", "b", "c"], weights);

        Assert.Equal((3, 5), (taken.Count, taken.Width));
        Assert.Equal(weights[1].data<float>().ToArray(), taken["b"]);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new EmbeddingTable(["a", "b"], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => table["noth"]);
        Assert.Throws<ArgumentException>(() => table.Nearest([1], 1));
    }
}
