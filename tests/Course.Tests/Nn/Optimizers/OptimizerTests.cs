using Course.ExpertSystems;
using Course.Nn.Optimizers;
using CsCheck;
using static TorchSharp.torch;
using OurAdam = Course.Nn.Optimizers.Adam;
using OurAdamW = Course.Nn.Optimizers.AdamW;

namespace Course.Tests.Nn.Optimizers;

/// <summary>Every rule against torch's own, step for step.</summary>
public class OptimizerTests
{
    public static TheoryData<string> Names => ["sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_takes_the_same_steps_as_torch(string name) =>
        Gen.Select(Gen.Double[-1, 1].Array[5], Gen.Int[0, 10_000]).Sample((start, seed) =>
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        var ours = new Course.Nn.Parameter("w", 5);
        start.CopyTo(ours.Values, 0);
        var theirs = new TorchSharp.Modules.Parameter(tensor(start, ScalarType.Float64));
        (Optimizer rule, optim.Optimizer torchRule) = Pair(name, ours, theirs);
        for (int step = 0; step < 20; step++)
        {
            double[] gradients = [.. start.Select(_ => random.NextDouble() - 0.4)];
            gradients.CopyTo(ours.Gradient, 0);
            theirs.grad = tensor(gradients, ScalarType.Float64);
            rule.Step();
            torchRule.step();
            Assert.All(ours.Values.Zip(theirs.data<double>()), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
        }
        Assert.Equal(20, rule.Steps);
    }, iter: 5);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_finds_the_bottom_of_a_bowl(string name)
    {
        using var scope = NewDisposeScope();
        var w = new Course.Nn.Parameter("w", 2);
        (w.Values[0], w.Values[1]) = (1, -1);
        (Optimizer rule, _) = Pair(name, w, new TorchSharp.Modules.Parameter(zeros(2)));
        for (int step = 0; step < 2000; step++)
        {
            rule.Rate = 0.05 * Math.Pow(0.995, step);
            rule.ZeroGradient();
            (w.Gradient[0], w.Gradient[1]) = (w.Values[0], 10 * w.Values[1]);
            rule.Step();
        }
        Assert.All(w.Values, value => Assert.Equal(0, value, 1e-2));
    }

    [Fact]
    public void Gradients_are_cleared_when_asked()
    {
        var w = new Course.Nn.Parameter("w", 2);
        w.Gradient[1] = 3;
        new Sgd([w], 1).ZeroGradient();
        Assert.Equal([0.0, 0], w.Gradient);
    }

    private static (Optimizer, optim.Optimizer) Pair(string name, Course.Nn.Parameter ours, TorchSharp.Modules.Parameter theirs) =>
        name switch
        {
            "sgd" => (new Sgd([ours], 0.1), optim.SGD([theirs], 0.1)),
            "momentum" => (new Momentum([ours], 0.1, alpha: 0.8), optim.SGD([theirs], 0.1, momentum: 0.8)),
            "nesterov" => (new Nesterov([ours], 0.1, alpha: 0.8), optim.SGD([theirs], 0.1, momentum: 0.8, nesterov: true)),
            "rmsprop" => (new RmsProp([ours], 0.1, decay: 0.95), optim.RMSProp([theirs], 0.1, alpha: 0.95, eps: 1e-8)),
            "adam" => (new OurAdam([ours], 0.1), optim.Adam([theirs], 0.1)),
            "adamw" => (new OurAdamW([ours], 0.1, decay: 0.05), optim.AdamW([theirs], 0.1, weight_decay: 0.05)),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
}
