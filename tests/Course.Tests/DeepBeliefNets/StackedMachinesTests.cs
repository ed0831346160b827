using Course.Backpropagation;
using Course.DeepBeliefNets;
using Course.Nn;
using static TorchSharp.torch;

namespace Course.Tests.DeepBeliefNets;

public class StackedMachinesTests
{
    [Fact]
    public void Each_machine_sees_the_hidden_units_of_the_one_below()
    {
        using Tensor data = Rows.Stack(Curves.Draw(30, new Random(1)));
        StackedMachines stack = StackedMachines.Pretrain(data, [20, 10, 5], epochs: 1, seed: 1);

        Assert.Equal([784, 20, 10, 5], stack.Sizes);
        Assert.Equal([784, 20], stack.Take(1).Sizes);
        Assert.Equal([784, 20, 10, 5], stack.Take(1).Then(new StackedMachines([.. stack.Machines.Skip(1)])).Sizes);
    }

    [Fact]
    public void Equal_seeds_give_equal_machines()
    {
        using Tensor data = Rows.Stack(Curves.Draw(30, new Random(1)));
        float[] Run(int seed) => StackedMachines.Pretrain(data, [6, 3], epochs: 2, seed).Machines[1].Weights[2];

        Assert.Equal(Run(4), Run(4));
        Assert.NotEqual(Run(4), Run(5));
    }

    [Fact]
    public void A_network_that_starts_from_the_stack_has_its_features()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor data = Rows.Stack(Curves.Draw(20, new Random(1)));
        StackedMachines stack = StackedMachines.Pretrain(data, [8, 4], epochs: 1, seed: 1);
        var net = new TorchMlp([784, 8, 4], Activation.Sigmoid, Activation.Sigmoid);
        stack.CopyTo(net);

        Assert.True((net.call(data) - stack.Up(data)).abs().max().item<float>() < 1e-5);
    }
}
