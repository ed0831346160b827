using Course.ConvNets;
using Course.ExpertSystems;
using static TorchSharp.torch;

namespace Course.Tests.ConvNets;

[Collection(TorchSeed.Name)]
public class LeNet5Tests
{
    [Fact]
    public void Parameters_and_connections_are_those_of_the_paper()
    {
        using var net = new LeNet5();

        Assert.Equal(60_000, net.ParameterCount);
        Assert.Equal(340_908, LeNet5.Connections);
        Assert.Equal(
            ["c1Weight 150", "c1Bias 6", "s2Weight 6", "s2Bias 6", "c3Weight 1500", "c3Bias 16", "s4Weight 16", "s4Bias 16",
                "c5Weight 48000", "c5Bias 120", "f6Weight 10080", "f6Bias 84"],
            net.named_parameters().Select(parameter => $"{parameter.name} {parameter.parameter.numel()}"));
    }

    [Fact]
    public void Ten_of_sixteen_connections_of_C3_stand_in_the_table()
    {
        Assert.Equal(16, LeNet5.Table.Count);
        Assert.Equal(60, LeNet5.Table.Sum(planes => planes.Distinct().Count()));
        Assert.All(Enumerable.Range(0, 6), plane => Assert.Equal(10, LeNet5.Table.Count(planes => planes.Contains(plane))));
    }

    [Fact]
    public void The_criterion_is_equation_9_with_the_penalty_of_no_digit()
    {
        using var scope = NewDisposeScope();
        double[] penalties = [3, 1, 12, 40, 50, 60, 70, 80, 90, 100];

        double loss = LeNet5.Criterion(-tensor(penalties).reshape(1, 10), tensor(new[] { 2L })).item<double>();

        // y of the right digit plus the logarithm of e to minus j and of all e to minus y.
        Assert.Equal(12 + Math.Log(Math.Exp(-10) + penalties.Sum(y => Math.Exp(-y))), loss, 1e-6);
    }

    [Fact]
    public void The_nearest_code_wins_and_a_step_down_the_loss_brings_it_nearer()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var net = new LeNet5();
        var random = new Random(5);
        Draw(net, random);
        using Tensor batch =
            LeNet5.Batch([.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 784).Select(_ => random.NextSingle()).ToArray())]);
        Assert.Equal([3, 1, 32, 32], batch.shape);
        Tensor labels = tensor(new long[] { 3, 1, 4 });
        Tensor Loss() => nn.functional.cross_entropy(net.call(batch), labels);
        using optim.Optimizer descent = optim.SGD(net.parameters(), 0.0003);
        float before = Loss().item<float>();
        for (int step = 0; step < 20; step++)
        {
            descent.zero_grad();
            Loss().backward();
            descent.step();
        }

        Assert.True(net.call(batch).max().item<float>() <= 0, "a penalty is never below zero");
        Assert.InRange(Loss().item<float>(), 0, 0.9f * before);
    }

    [Fact]
    public void A_network_that_has_read_a_digit_gives_every_tensor_back() => LiveTensors.AreGivenBackBy(() =>
    {
        using var net = new LeNet5();
        Assert.InRange(Assert.Single(new TorchClassifier(net, LeNet5.Batch).Predict([new float[784]])), 0, 9);
    });

    [Fact]
    public void No_two_digits_share_a_code()
    {
        Assert.All(DigitCodes.All, code => Assert.Equal(84, code.Length));
        var pairs = from a in DigitCodes.All from b in DigitCodes.All where a != b select a.Zip(b).Count(pair => pair.First != pair.Second);
        Assert.InRange(pairs.Min(), 5, 84);
    }

    // Weights of the network's own range from a generator of our own: torch's is everybody's.
    private static void Draw(LeNet5 net, Random random)
    {
        using var frozen = no_grad();
        foreach (var parameter in net.parameters())
        {
            float bound = parameter.abs().max().item<float>();
            float[] drawn = [.. Enumerable.Range(0, (int)parameter.numel()).Select(_ => bound * (2 * random.NextSingle() - 1))];
            parameter.copy_(tensor(drawn).reshape(parameter.shape));
        }
    }
}
