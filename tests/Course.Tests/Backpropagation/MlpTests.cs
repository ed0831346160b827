using Course.Backpropagation;
using Course.ExpertSystems;
using Course.Nn;
using CsCheck;
using static TorchSharp.torch;

namespace Course.Tests.Backpropagation;

public class MlpTests
{
    private static readonly Activation[] activations = [Activation.Sigmoid, Activation.Tanh, Activation.Identity, Activation.Relu];

    private static readonly Gen<(int[] Sizes, int Batch, int Activation, int Seed)> shapes =
        Gen.Select(Gen.Int[1, 7].Array[2, 5], Gen.Int[1, 6], Gen.Int[0, 3], Gen.Int[0, 10_000]);

    [Fact]
    public void Gradients_agree_with_finite_differences() => shapes.Sample((sizes, batch, activation, seed) =>
    {
        var random = new Random(seed);
        // A finite difference must not straddle the kink of a relu.
        var net = new Mlp(sizes, activations[activation % 3], Activation.Identity, random);
        (double[] x, double[] t) = Examples(random, batch, sizes);
        foreach (ILoss loss in (ILoss[])[new SquaredError(), new CrossEntropy()])
        {
            foreach (Parameter parameter in net.Parameters) Array.Clear(parameter.Gradient);
            Backward(net, loss, x, t);
            double Loss() => loss.LossAndGradient(net.Forward(x), t, sizes[^1], new double[t.Length]);
            Assert.InRange(GradientCheck.LargestError(Loss, net.Parameters), 0, 1e-6);
        }
    }, iter: 60);

    [Fact]
    public void Gradients_agree_with_torch() => shapes.Sample((sizes, batch, activation, seed) =>
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        var net = new Mlp(sizes, activations[activation], Activation.Identity, random, range: 0.8);
        (double[] x, double[] t) = Examples(random, batch, sizes);
        var twin = new TorchMlp(sizes, activations[activation], Activation.Identity, ScalarType.Float64);
        twin.CopyFrom(net);

        Backward(net, new CrossEntropy(), x, t);
        Tensor logits = twin.call(tensor(x).reshape(batch, sizes[0]));
        nn.functional.cross_entropy(logits, tensor(t).reshape(batch, sizes[^1]), reduction: nn.Reduction.Sum).backward();

        foreach (var (ours, theirs) in net.Parameters.Zip(twin.parameters()))
            Assert.All(ours.Gradient.Zip(theirs.grad!.data<double>()), pair =>
                Assert.InRange(GradientCheck.Difference(pair.First, pair.Second), 0, 1e-5));
    }, iter: 60);

    [Fact]
    public void Blame_for_the_inputs_agrees_with_finite_differences()
    {
        var random = new Random(5);
        var layer = new Dense("d", 4, 3, Activation.Tanh, random);
        double[] x = [.. Enumerable.Range(0, 8).Select(_ => random.NextDouble())];
        double[] gradients = GradientCheck.Gradients(() => layer.Forward(x).Sum(), x);
        layer.Forward(x);

        Assert.All(layer.Backward([1, 1, 1, 1, 1, 1]).Zip(gradients), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void Twins_count_the_same_parameters()
    {
        using var twin = new TorchMlp([196, 100, 10], Activation.Relu, Activation.Identity);
        var net = new Mlp([196, 100, 10], Activation.Relu, Activation.Identity, new Random(1));

        Assert.Equal(196 * 100 + 100 + 100 * 10 + 10, net.Parameters.Sum(parameter => parameter.Values.Length));
        Assert.Equal(20_710, twin.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(["1.weight", "1.bias", "2.weight", "2.bias"], net.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["layers.1.weight", "layers.1.bias", "layers.2.weight", "layers.2.bias"], twin.named_parameters()
            .Select(parameter => parameter.name));
    }

    [Fact]
    public void Gradients_of_two_backward_passes_add_up()
    {
        var net = new Mlp([2, 3, 1], Activation.Sigmoid, Activation.Sigmoid, new Random(1));
        Backward(net, new SquaredError(), [0.5, 1], [1]);
        double[] once = [.. net.Parameters[0].Gradient];
        Backward(net, new SquaredError(), [0.5, 1], [1]);
        Assert.All(net.Parameters[0].Gradient.Zip(once), pair => Assert.Equal(2 * pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Numbers_that_make_no_whole_examples_are_refused()
    {
        var net = new Mlp([3, 1], Activation.Tanh, Activation.Tanh, new Random(1));
        Assert.Contains("3 inputs", Assert.Throws<ArgumentException>(() => net.Forward([1, 2, 3, 4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Mlp([3], Activation.Tanh, Activation.Tanh, new Random(1)));
    }

    [Fact]
    public void Weights_of_1986_lie_in_the_range_asked_for_and_others_have_biases_of_zero()
    {
        var old = new Mlp([6, 2, 1], Activation.Sigmoid, Activation.Sigmoid, new Random(1), range: 0.3);
        Assert.All(old.Parameters.SelectMany(parameter => parameter.Values), value => Assert.InRange(Math.Abs(value), double.Epsilon, 0.3));
        Assert.All(new Mlp([6, 2, 1], Activation.Sigmoid, Activation.Sigmoid, new Random(1)).Layers[0].Biases.Values, bias =>
            Assert.Equal(0, bias));
    }

    private static (double[] X, double[] Targets) Examples(Random random, int batch, int[] sizes)
    {
        double[] x = [.. Enumerable.Range(0, batch * sizes[0]).Select(_ => 2 * random.NextDouble() - 1)];
        var t = new double[batch * sizes[^1]];
        for (int n = 0; n < batch; n++) t[n * sizes[^1] + random.Next(sizes[^1])] = 1;
        return (x, t);
    }

    private static void Backward(Mlp net, ILoss loss, double[] x, double[] t)
    {
        var gradient = new double[t.Length];
        loss.LossAndGradient(net.Forward(x), t, net.Sizes[^1], gradient);
        net.Backward(gradient);
    }
}
