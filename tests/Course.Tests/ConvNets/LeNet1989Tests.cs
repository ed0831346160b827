using Course.ConvNets;
using Course.ExpertSystems;
using Course.Nn;
using CsCheck;
using static TorchSharp.torch;

namespace Course.Tests.ConvNets;

public class LeNet1989Tests
{
    [Fact]
    public void Parameters_connections_and_units_are_those_of_the_paper()
    {
        var net = new LeNet1989(new Random(1));

        Assert.Equal(9_760, net.ParameterCount);
        Assert.Equal(64_660, net.Connections);
        Assert.Equal(1_256, net.Units);
        Assert.Equal(
            ["H1.weight 12 1 5 5", "H1.bias 12 8 8", "H2.weight 12 8 5 5", "H2.bias 12 4 4", "H3.weight 30 192", "H3.bias 30",
                "output.weight 10 30", "output.bias 10"],
            net.Parameters.Select(parameter => $"{parameter.Name} {string.Join(' ', parameter.Shape)}"));
    }

    [Fact]
    public void The_twin_has_the_same_parameters_by_name_and_shape()
    {
        using var twin = new TorchLeNet1989();

        Assert.Equal(
            ["h1Weight 12 1 5 5", "h1Bias 12 8 8", "h2Weight 12 8 5 5", "h2Bias 12 4 4", "h3Weight 30 192", "h3Bias 30",
                "outputWeight 10 30", "outputBias 10"],
            twin.named_parameters().Select(parameter => $"{parameter.name} {string.Join(' ', parameter.parameter.shape)}"));
    }

    [Fact]
    public void Each_map_of_H2_sees_eight_of_twelve_and_each_of_H1_is_seen_by_eight()
    {
        Assert.All(LeNet1989.Scheme, planes => Assert.Equal(8, planes.Distinct().Count()));
        Assert.All(Enumerable.Range(0, 12), plane => Assert.Equal(8, LeNet1989.Scheme.Count(planes => planes.Contains(plane))));
    }

    [Fact]
    public void Twins_agree_on_outputs_and_gradients() => Gen.Select(Gen.Int[1, 4], Gen.Int[0, 10_000]).Sample((batch, seed) =>
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        var net = new LeNet1989(random);
        foreach (Course.Nn.Parameter parameter in net.Parameters)
        {
            for (int i = 0; i < parameter.Values.Length; i++) parameter.Values[i] *= 3;      // signals large enough to compare
        }
        using var twin = new TorchLeNet1989();
        twin.CopyFrom(net);
        float[][] images = [.. Enumerable.Range(0, batch).Select(_ => Enumerable.Range(0, 256).Select(_ => random.NextSingle()).ToArray())];
        double[] wanted = [.. Enumerable.Range(0, batch).SelectMany(_ => LeNet1989.Target(random.Next(10)))];

        double[] y = net.Forward([.. images.SelectMany(LeNet1989.Input)], images.Length), gradient = new double[y.Length];
        new SquaredError().LossAndGradient(y, wanted, 10, gradient);
        net.Backward(gradient);
        Tensor answers = twin.call(TorchLeNet1989.Batch(images));
        ((answers - tensor(wanted).reshape(batch, 10).to(ScalarType.Float32)).pow(2).sum() / 2).backward();

        ConvolutionTests.Same(answers, y);
        foreach (var (ours, theirs) in net.Parameters.Zip(twin.parameters()))
            Assert.All(ours.Gradient.Zip(theirs.grad!.data<float>()), pair =>
                Assert.True(Math.Abs(pair.First - pair.Second) < 1e-5 * Math.Max(1, Math.Abs(pair.First)), $"{ours.Name}: {pair}"));
    }, iter: 10);

    [Fact]
    public void A_twin_that_has_been_compared_gives_every_tensor_back()
    {
        var net = new LeNet1989(new Random(1));
        LiveTensors.AreGivenBackBy(() =>
        {
            using var twin = new TorchLeNet1989();
            twin.CopyFrom(net);
            using Tensor batch = TorchLeNet1989.Batch([new float[256]]);
            using var scope = NewDisposeScope();                 // as in the lesson: what forward makes on its way is the caller's
            twin.call(batch).sum().backward();
            Assert.All(twin.parameters(), parameter => Assert.NotNull(parameter.grad));
        });
    }

    [Fact]
    public void Starting_weights_lie_within_the_range_of_their_units_inputs()
    {
        var net = new LeNet1989(new Random(7));

        foreach (var (parameter, inputs) in net.Parameters.Zip([25, 25, 200, 200, 192, 192, 30, 30]))
            Assert.InRange(parameter.Values.Max(Math.Abs), 0.8 * 2.4 / inputs, 2.4 / inputs);
    }

    [Fact]
    public void A_target_lies_where_the_curve_is_still_steep()
    {
        double[] y = [1, -1, 0];
        new ScaledTanh().Apply(y);

        Assert.Equal([1, -1, 0], y.Select(value => Math.Round(value, 4)));
    }
}
