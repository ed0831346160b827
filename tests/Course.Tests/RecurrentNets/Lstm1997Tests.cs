using Course.Nn;
using Course.Nn.Optimizers;
using Course.RecurrentNets;

namespace Course.Tests.RecurrentNets;

public class Lstm1997Tests
{
    private const int Steps = 7;

    private static readonly Lstm1997Shape biased = new(3, 2, 2, 2) { GateBiases = true, CellBiases = true, OutputBiases = true };

    public static TheoryData<Lstm1997Shape, int> Published => new()
    {
        { Lstm1997Shape.EmbeddedReber(4, 1), 264 },
        { Lstm1997Shape.EmbeddedReber(), 276 },
        { Lstm1997Shape.NoiseFree(100), 10_504 },
        { Lstm1997Shape.LongLag(50), 364 },
        { Lstm1997Shape.LongLag(1_000), 6_064 },
        { Lstm1997Shape.Adding, 93 },
        { Lstm1997Shape.TemporalOrder, 156 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void It_has_the_published_number_of_weights(Lstm1997Shape shape, int weights) =>
        Assert.Equal(weights, new Lstm1997(shape, new Random(1)).Count);

    public static TheoryData<Lstm1997Shape> WithoutRecurrence =>
    [
        biased with { Recurrent = false },
        biased with { Recurrent = false, ShortCuts = true },
        new Lstm1997Shape(3, 2, 2, 2) { Recurrent = false, GateBiases = true },
        new Lstm1997Shape(3, 2, 2, 1) { Recurrent = false, OutputGates = false, G = Squashing.Logistic(0, 1), H = Squashing.Identity },
    ];

    // Nothing is cut off if nothing is recurrent but the carousels.
    [Theory]
    [MemberData(nameof(WithoutRecurrence))]
    public void Without_recurrent_weights_the_truncated_gradient_is_the_gradient(Lstm1997Shape shape)
    {
        var random = new Random(1);
        var net = new Lstm1997(shape, random, 0.7);
        double[][] x = Draw(random, shape.Inputs), targets = Draw(random, shape.Outputs);

        net.Reset();
        for (int t = 0; t < Steps; t++) net.Learn(x[t], targets[t]);

        Assert.InRange(GradientCheck.LargestError(() => Loss(net, x, targets), net.Parameters), 0, 1e-6);
    }

    // What the paper cuts off: the activities of a step ago count as inputs from outside.
    [Fact]
    public void With_them_it_is_the_gradient_of_a_net_that_takes_its_past_for_inputs()
    {
        var random = new Random(2);
        var net = new Lstm1997(biased, random, 0.7);
        double[][] x = Draw(random, biased.Inputs), targets = Draw(random, biased.Outputs), heard = new double[Steps][];
        net.Reset();
        for (int t = 0; t < Steps; t++)
        {
            heard[t] = [.. x[t], .. net.Hidden];
            net.Learn(x[t], targets[t]);
        }
        var open = new Lstm1997(biased with { Inputs = heard[0].Length, Recurrent = false }, random);
        foreach (var (ours, theirs) in net.Parameters.Zip(open.Parameters)) ours.Values.CopyTo(theirs.Values, 0);

        foreach (var (ours, theirs) in net.Parameters.Zip(open.Parameters))
            Assert.All(ours.Gradient.Zip(GradientCheck.Gradients(() => Loss(open, heard, targets), theirs.Values)), pair =>
                Assert.InRange(GradientCheck.Difference(pair.First, pair.Second), 0, 1e-6));
    }

    [Fact]
    public void A_closed_input_gate_keeps_the_state_for_a_thousand_steps()
    {
        var net = new Lstm1997(Lstm1997Shape.Adding, new Random(3));
        net.Step([1, 1]);
        double[] kept = [.. net.States];
        net.BiasInputGates(-100, -100);

        for (int t = 0; t < 1_000; t++) net.Step([0.5, 0]);

        Assert.Equal(kept, net.States);
    }

    [Fact]
    public void Asleep_the_blocks_neither_speak_nor_learn()
    {
        var net = new Lstm1997(Lstm1997Shape.NoiseFree(5), new Random(4)) { Awake = false };
        net.Learn([1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0]);

        Assert.All(net.States, state => Assert.Equal(0, state));
        Assert.All(net.HiddenWeights.Gradient, gradient => Assert.Equal(0, gradient));
        Assert.Contains(net.OutputWeights.Gradient, gradient => gradient != 0);
    }

    [Fact]
    public void Biases_for_gates_that_have_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Lstm1997(Lstm1997Shape.LongLag(5), new Random(1)).BiasInputGates(-1, -2));
        Assert.Throws<ArgumentException>(() => new Lstm1997(Lstm1997Shape.EmbeddedReber(), new Random(1)).BiasOutputGates(-1, -2));
    }

    [Fact]
    public void It_learns_to_remember_over_twenty_steps()
    {
        var random = new Random(5);
        var net = new Lstm1997(Lstm1997Shape.LongLag(20), random);
        var sgd = new Sgd(net.Parameters, 0.05);
        var task = new LagTask(20);

        Assert.InRange(task.Train(net, sgd, random, most: 60_000) ?? int.MaxValue, 1, 60_000);
    }

    private static double Loss(Lstm1997 net, double[][] x, double[][] targets)
    {
        net.Reset();
        return x.Zip(targets, (inputs, wanted) => net.Step(inputs).Zip(wanted, (y, t) => (y - t) * (y - t)).Sum()).Sum();
    }

    private static double[][] Draw(Random random, int width) =>
        [.. Enumerable.Range(0, Steps).Select(_ => Enumerable.Range(0, width).Select(_ => 2 * random.NextDouble() - 1).ToArray())];
}
