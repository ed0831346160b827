using Course.Go;
using Course.Go.Learning;
using Course.Tests.ConvNets;
using static TorchSharp.torch;

namespace Course.Tests.Go.Learning;

[Collection(TorchSeed.Name)]
public sealed class PolicyValueTests
{
    [Theory]
    [InlineData(5, 67_323)]
    [InlineData(7, 149_523)]
    public void The_network_has_as_many_weights_as_its_layers_add_up_to(int size, int count)
    {
        using var network = new PolicyValueNetwork(size);

        Assert.Equal(count, network.parameters().Sum(one => one.numel()));
        Assert.Equal(count, network.ToWeights().Count);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(5, false)]
    [InlineData(7, true)]
    [InlineData(7, false)]
    [InlineData(4, true)]
    public void The_fast_copy_equals_the_network(int size, bool wide)
    {
        manual_seed(size);
        using var network = new PolicyValueNetwork(size);
        var fast = new FastPolicyValue(network.ToWeights(), wide);
        var random = new Random(1);
        List<float[]> planes = [], policies = [];
        List<float> values = [];
        var game = new SmallGame(size, 5.5);
        for (int move = 0; move < 40 && !game.IsOver; move++)
        {
            float[] logits = new float[size * size + 1];
            values.Add(fast.Evaluate(game.Board, game.LastWasPass, game.Komi, logits));
            policies.Add(logits);
            planes.Add(BoardPlanes.Of(game.Board, game.LastWasPass, game.Komi));
            int[] legal = [.. game.LegalPoints()];
            game.TryPlay(legal.Length == 0 || random.Next(8) == 0 ? Vertex.Pass : legal[random.Next(legal.Length)]);
        }

        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var (policy, value) = network.call(tensor(planes.SelectMany(one => one).ToArray()).reshape(-1, 8, size, size));
        Assert.Equal(values, value.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(policies.SelectMany(one => one), policy.data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void Weights_are_read_as_they_were_written()
    {
        using var network = new PolicyValueNetwork(5);
        PolicyValueWeights weights = network.ToWeights();
        using var stream = new MemoryStream();
        weights.Write(stream);
        stream.Position = 0;
        PolicyValueWeights read = PolicyValueWeights.Read(stream);

        Assert.Equal(5, read.Size);
        Assert.Equal(weights.Parameters, read.Parameters);
        Assert.Throws<InvalidDataException>(() => PolicyValueWeights.Read(new MemoryStream(new byte[100])));
    }

    [Fact]
    public void A_network_refuses_a_board_of_another_size()
    {
        using var network = new PolicyValueNetwork(5);
        var fast = new FastPolicyValue(network.ToWeights());

        Assert.Throws<ArgumentException>(() => fast.Evaluate(new SmallBoard(7), false, 7.5, new float[50]));
    }

    [Fact]
    public void The_planes_show_stones_atari_ko_pass_and_komi()
    {
        var game = new SmallGame(5);
        foreach (string move in "B3 C3 A2 D2 B1 C1 pass B2 C2".Split(' ')) Assert.True(game.TryPlay(Vertex.Parse(move, 5)));
        float[] planes = BoardPlanes.Of(game.Board, false, 7.5);
        int[] Points(int plane) => [.. Enumerable.Range(0, 25).Where(point => planes[plane * 25 + point] != 0)];

        Assert.Equal(Named("C1", "D2", "C3"), Points(0));
        Assert.Equal(Named("B1", "A2", "C2", "B3"), Points(1));
        Assert.Equal(Named("C1"), Points(2));
        Assert.Equal(Named("C2"), Points(3));
        Assert.Equal(Named("B2"), Points(4));
        Assert.Empty(Points(5));
        Assert.Equal(7.5f / 25, planes[6 * 25]);
        Assert.Equal(25, Points(7).Length);

        static int[] Named(params string[] names) => [.. names.Select(name => Vertex.Parse(name, 5)).Order()];
    }

    [Fact]
    public void Eight_symmetries_turn_the_board_and_all_are_different()
    {
        int[][] all = [.. Enumerable.Range(0, Symmetries.Count).Select(one => Symmetries.PlaceOf(5, one))];

        Assert.Equal(Enumerable.Range(0, 25), all[0]);
        Assert.All(all, one => Assert.Equal(Enumerable.Range(0, 25), one.Order()));
        Assert.Equal(8, all.Select(one => string.Join(' ', one)).Distinct().Count());
        Assert.All(all, one => Assert.Equal(12, one[12]));
    }
}
