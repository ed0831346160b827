using Course.BoltzmannMachines;
using Course.DeepBeliefNets;
using static TorchSharp.torch;

namespace Course.Tests.DeepBeliefNets;

public class DeepBeliefNetworkTests
{
    private static readonly float[][] halves = [[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1]];

    [Fact]
    public void The_predicted_label_has_the_lowest_free_energy()
    {
        var features = new StackedMachines([new RestrictedBoltzmannMachine(6, 4, new Random(1))]);
        RestrictedBoltzmannMachine top = new(4 + 3, 5, new Random(2));
        foreach (float[] row in top.Weights)
        {
            for (int i = 0; i < row.Length; i++) row[i] *= 100;
        }
        using var scope = NewDisposeScope();
        using var net = new DeepBeliefNetwork(features, top);
        float[] h = features.Machines[0].HiddenProbabilities(halves[0]);

        int best = Enumerable.Range(0, 3).MinBy(label =>
            top.FreeEnergy([.. h, .. Enumerable.Range(0, 3).Select(k => k == label ? 1f : 0)]));
        Assert.Equal([best], net.Predict(Rows.Stack([halves[0]])));
    }

    [Fact]
    public void Up_down_learns_to_read_two_pictures()
    {
        using var scope = NewDisposeScope();
        float[][] data = [.. Enumerable.Range(0, 200).Select(n => halves[n % 2])];
        int[] labels = [.. Enumerable.Range(0, 200).Select(n => n % 2)];
        Tensor pictures = Rows.Stack(data), answers = DeepBeliefNetwork.OneHot(labels, 2);
        StackedMachines stack = StackedMachines.Pretrain(pictures, [8], epochs: 100, seed: 1);
        using var net = DeepBeliefNetwork.Pretrain(stack, pictures, answers, units: 8, epochs: 100, seed: 1);
        using var random = new Generator(1);
        for (int epoch = 0; epoch < 50; epoch++) net.Pass(pictures, answers, eta: 0.1f, rounds: 2, random);

        Assert.Equal(0, net.ErrorRate(pictures, labels));
    }

    [Fact]
    public void A_dream_is_looked_at_as_often_as_asked()
    {
        using var net = new DeepBeliefNetwork(
            new StackedMachines([new RestrictedBoltzmannMachine(6, 4, new Random(1))]),
            new RestrictedBoltzmannMachine(6, 5, new Random(2)));
        using var random = new Generator(1);

        IReadOnlyList<float[][]> looks = net.Dream([0, 1, 1], [0, 2, 5], random);

        Assert.Equal(3, looks.Count);
        Assert.All(looks, look => Assert.Equal((3, 6), (look.Length, look[0].Length)));
    }
}
