using Course.BoltzmannMachines;
using Course.DeepBeliefNets;
using static TorchSharp.torch;

namespace Course.Tests.DeepBeliefNets;

public class DeepAutoencoderTests
{
    [Fact]
    public void The_papers_network_for_digits_has_2_837_314_weights_and_biases()
    {
        using var net = new DeepAutoencoder(784, 1000, 500, 250, 30);

        Assert.Equal(2 * (784 * 1000 + 1000 * 500 + 500 * 250 + 250 * 30) + 2 * (1000 + 500 + 250) + 30 + 784,
            net.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(2_837_314, net.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Unrolled_it_goes_up_and_down_by_the_machines_own_weights()
    {
        var stack = new StackedMachines([Machine(6, 4, 1), Machine(4, 2, 2)]);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var net = new DeepAutoencoder(6, 4, 2);
        net.CopyFrom(stack);
        float[] v = [1, 0, 0.5f, 1, 0, 0.25f];

        float[] middle = stack.Machines[0].HiddenProbabilities(v);
        float[] code = Array.ConvertAll(stack.Machines[1].HiddenProbabilities(middle), p => MathF.Log(p / (1 - p)));
        float[] drawn = stack.Machines[0].VisibleProbabilities(stack.Machines[1].VisibleProbabilities(code));

        Assert.Equal(code, Rows.Of(net.Encode(Rows.Stack([v])))[0], (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(drawn, Rows.Of(net.Decode(net.Encode(Rows.Stack([v]))))[0], (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(drawn, Rows.Of(net.call(Rows.Stack([v])).sigmoid())[0], (a, b) => Math.Abs(a - b) < 1e-5);
    }

    private static RestrictedBoltzmannMachine Machine(int visible, int hidden, int seed)
    {
        var random = new Random(seed);
        var machine = new RestrictedBoltzmannMachine(visible, hidden, random);
        foreach (float[] row in machine.Weights.Append(machine.VisibleBiases).Append(machine.HiddenBiases))
        {
            for (int i = 0; i < row.Length; i++) row[i] = random.NextSingle() - 0.5f;
        }
        return machine;
    }
}
