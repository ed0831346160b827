using Course.Backpropagation;
using Course.Nn;
using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Training.Bench;

/// <summary>The networks of lesson 06.</summary>
internal static class GradientSteps
{
    private const int Batch = 32;
    private const double Rate = 1e-3;
    private static readonly int[] sizes = [196, 100, 10];

    /// <summary>All hundred facts in one step, as in 1986.</summary>
    internal static TrainingStep FamilyTrees()
    {
        double[][] person = Examples.OneHot(Synthetic.Labels(24), 24), relation = Examples.OneHot(Synthetic.Labels(12), 12);
        double[][] x = [.. person.Zip(relation, (one, other) => (double[])[.. one, .. other])];
        var net = new FamilyTreeNetwork(new Random(3));
        var learner = new ScratchTrainer(net, new SquaredError(tolerance: 0.2), new Momentum(net.Parameters, Rate), x, person);
        return new TrainingStep(100, "float64", numbers => learner.Learn(numbers));
    }

    internal static TrainingStep Mlp()
    {
        var net = new Mlp(sizes, Activation.Relu, Activation.Identity, new Random(3));
        double[][] x = Synthetic.Doubles(Synthetic.Ink(sizes[0])), targets = Examples.OneHot(Synthetic.Labels(sizes[^1]), sizes[^1]);
        var learner = new ScratchTrainer(net, new CrossEntropy(), new Adam(net.Parameters, Rate), x, targets);
        return new TrainingStep(Batch, "float64", numbers => learner.Learn(numbers));
    }

    internal static TrainingStep TorchMlp()
    {
        var net = new TorchMlp(sizes, Activation.Relu, Activation.Identity);
        Tensor x = Synthetic.OneTensor(Synthetic.Ink(sizes[0]), sizes[0]), labels = tensor(Synthetic.Labels(sizes[^1]), int64);
        var learner = new TorchTrainer(net, optim.Adam(net.parameters(), Rate), n =>
            functional.cross_entropy(net.call(x.index_select(0, n)), labels.index_select(0, n)));
        return new TrainingStep(Batch, "float32", numbers => learner.Learn(numbers));
    }
}
