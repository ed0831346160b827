using Course.Nn;
using Course.RecurrentNets;
using static TorchSharp.torch;

namespace Course.Tests.RecurrentNets;

public class RecurrentLayerTests
{
    private const int Inputs = 3, Units = 4, Outputs = 2, Batch = 3, Steps = 5;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_agree_with_finite_differences(bool gated)
    {
        var random = new Random(1);
        RecurrentLayer layer = gated ? new Lstm("lstm", Inputs, Units, random) : new Rnn("rnn", Inputs, Units, random);
        var net = new Sequential(layer, new Dense("top", Units, Outputs, Activation.Identity, random));
        (double[] x, double[] targets) = Examples(random);
        double Loss() => new SquaredError().LossAndGradient(net.Forward(x, Batch), targets, Steps * Outputs, new double[targets.Length]);

        double[] below = Backward(layer, net, x, targets);

        Assert.InRange(GradientCheck.LargestError(Loss, net.Parameters), 0, 1e-6);
        Assert.All(below.Zip(GradientCheck.Gradients(Loss, x)), pair =>
            Assert.InRange(GradientCheck.Difference(pair.First, pair.Second), 0, 1e-6));
    }

    [Fact]
    public void Outputs_and_gradients_equal_those_of_torch()
    {
        using var scope = NewDisposeScope();
        var random = new Random(2);
        var layer = new Lstm("lstm", Inputs, Units, random);
        var top = new Dense("top", Units, Outputs, Activation.Identity, random);
        var net = new Sequential(layer, top);
        using var twin = new TorchLstm(Inputs, Units, Outputs, dtype: ScalarType.Float64);
        twin.CopyFrom(layer, top);
        (double[] x, double[] targets) = Examples(random);
        Backward(layer, net, x, targets);

        Tensor said = twin.call(tensor(x).reshape(Batch, Steps, Inputs));
        (0.5 * (said - tensor(targets).reshape(said.shape)).square().sum()).backward();

        Assert.All(net.Forward(x, Batch).Zip(said.data<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        var theirs = twin.named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter);
        string[] names = ["lstm.weight_ih_l0", "lstm.weight_hh_l0", "lstm.bias_ih_l0", "output.weight", "output.bias"];
        foreach (var (ours, name) in net.Parameters.Zip(names))
            Assert.All(ours.Gradient.Zip(theirs[name].grad!.data<double>()), pair =>
                Assert.InRange(GradientCheck.Difference(pair.First, pair.Second), 0, 1e-5));
    }

    [Fact]
    public void Weights_go_to_the_twin_and_back()
    {
        using var scope = NewDisposeScope();
        using var twin = new TorchLstm(Inputs, Units, Outputs, dtype: ScalarType.Float64);
        var random = new Random(3);
        var layer = new Lstm("lstm", Inputs, Units, random);
        var top = new Dense("top", Units, Outputs, Activation.Identity, random);
        twin.CopyTo(layer, top);
        double[] x = Examples(random).X;

        Assert.All(new Sequential(layer, top).Forward(x, Batch).Zip(twin.call(tensor(x).reshape(Batch, Steps, Inputs)).data<double>()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(Batch * Steps * 4 * Units, layer.Gates.Count);
        Assert.Equal(4 * Units * (Inputs + Units + 1) + Outputs * (Units + 1),
            layer.Parameters.Concat(top.Parameters).Sum(parameter => parameter.Values.Length));
    }

    [Fact]
    public void Numbers_that_are_no_whole_steps_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Rnn("rnn", 3, 2, new Random(1)).Forward(new double[7]));

    private static (double[] X, double[] Targets) Examples(Random random)
    {
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];
        return (Draw(Batch * Steps * Inputs), Draw(Batch * Steps * Outputs));
    }

    private static double[] Backward(RecurrentLayer layer, Sequential net, double[] x, double[] targets)
    {
        var gradient = new double[targets.Length];
        new SquaredError().LossAndGradient(net.Forward(x, Batch), targets, Steps * Outputs, gradient);
        net.Backward(gradient);
        double[] toLayer = new double[Batch * Steps * Units];
        double[] top = net.Parameters[3].Values;
        for (int row = 0; row < Batch * Steps; row++)
        {
            for (int k = 0; k < Outputs; k++)
            {
                for (int j = 0; j < Units; j++) toLayer[row * Units + j] += gradient[row * Outputs + k] * top[k * Units + j];
            }
        }
        double[][] kept = [.. layer.Parameters.Select(parameter => parameter.Gradient.ToArray())];
        double[] below = [.. layer.Backward(toLayer)];
        foreach (var (parameter, values) in layer.Parameters.Zip(kept)) values.CopyTo(parameter.Gradient, 0);
        return below;
    }
}
