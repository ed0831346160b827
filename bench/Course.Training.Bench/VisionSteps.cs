using Course.AlexNets;
using Course.ConvNets;
using Course.Nn;
using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Training.Bench;

/// <summary>The networks of lessons 07 and 10: from scratch they learn digit by digit, as in 1989, in TorchSharp in batches.</summary>
internal static class VisionSteps
{
    private const int Batch = 16;
    private static readonly int[] labels = Synthetic.Labels(10);

    internal static TrainingStep LeNet1989() => FromScratch(new LeNet1989(new Random(3)));

    /// <summary>One of <see cref="LeCunNetworks1989"/>.</summary>
    internal static TrainingStep OfFive(int number) => FromScratch(LeCunNetworks1989.Make(number, new Random(3)));

    /// <summary>As published, but for the batch.</summary>
    internal static TrainingStep TorchLeNet1989()
    {
        var net = new TorchLeNet1989();
        Tensor targets = 2 * functional.one_hot(tensor(labels, int64), 10) - 1;
        return InTorch(
            net, ConvNets.LeNet1989.Side, optim.SGD(net.parameters(), 0.05), (answers, n) => (answers - targets.index_select(0, n)).pow(2)
                .sum() / (2 * Batch));
    }

    /// <summary>The last step of <see cref="LeNetTraining"/> without its augmentation, which is no part of the network.</summary>
    internal static TrainingStep ModernLeNet1989()
    {
        var net = new TorchLeNet1989(scores: true, relu: true, dropout: 0.25);
        return InTorch(net, ConvNets.LeNet1989.Side, optim.AdamW(net.parameters(), 3e-3, weight_decay: 0.01), CrossEntropy());
    }

    internal static TrainingStep LeNet5()
    {
        var net = new LeNet5();
        return InTorch(net, ConvNets.LeNet5.Side, optim.SGD(net.parameters(), 0.01), CrossEntropy());
    }

    /// <summary>With all of its parts but augmentation, on colour pictures of 32 × 32 pixels.</summary>
    internal static TrainingStep SmallAlexNet()
    {
        const int Side = 32, Colours = 3;
        var net = new SmallAlexNet(AlexNetParts.All, Colours, Side);
        Tensor x = Synthetic.OneTensor(Synthetic.Ink(Colours * Side * Side), Colours, Side, Side);
        Tensor labels = tensor(VisionSteps.labels, int64);
        var learner = new TorchTrainer(net, optim.SGD(net.parameters(), 0.03, momentum: 0.9, weight_decay: 5e-4), n =>
            functional.cross_entropy(net.call(x.index_select(0, n)), labels.index_select(0, n)));
        return new TrainingStep(50, "float32", numbers => learner.Learn(numbers));
    }

    private static TrainingStep FromScratch(Sequential net)
    {
        double[][] x = Array.ConvertAll(Synthetic.Ink(256), ConvNets.LeNet1989.Input),
            targets = Array.ConvertAll(labels, ConvNets.LeNet1989.Target);
        var learner = new ScratchTrainer(net, new SquaredError(), new Sgd(net.Parameters, rate: 0.005), x, targets);
        return new TrainingStep(1, "float64", numbers => learner.Learn(numbers));
    }

    private static TrainingStep InTorch(Module<Tensor, Tensor> net, int side, optim.Optimizer optimizer, Func<Tensor, Tensor, Tensor> loss)
    {
        Tensor x = Synthetic.OneTensor(Synthetic.Ink(side * side), 1, side, side);
        var learner = new TorchTrainer(net, optimizer, n => loss(net.call(x.index_select(0, n)), n));
        return new TrainingStep(Batch, "float32", numbers => learner.Learn(numbers));
    }

    private static Func<Tensor, Tensor, Tensor> CrossEntropy()
    {
        Tensor labels = tensor(VisionSteps.labels, int64);
        return (answers, n) => functional.cross_entropy(answers, labels.index_select(0, n));
    }
}
