using Course.BoltzmannMachines;
using Course.DeepBeliefNets;
using Course.Nn.Torch;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Training.Bench;

/// <summary>The networks of lesson 09 on pictures of 28 × 28 pixels: a layer before, and both ways of training the whole after it.</summary>
internal static class BeliefSteps
{
    private const int Pixels = 784, Batch = 100;

    /// <summary>One layer of the stack, by CD-1.</summary>
    internal static TrainingStep Layer()
    {
        var trainer = new LayerTrainer(new RestrictedBoltzmannMachine(Pixels, 500, new Random(3))) { Momentum = 0.9f, WeightDecay = 2e-4f };
        Tensor data = Synthetic.OneTensor(Synthetic.Coins(Pixels), Pixels);
        var random = new Generator(4);
        return new TrainingStep(Batch, "float32", numbers =>
        {
            using var scope = NewDisposeScope();
            trainer.Step(Chosen(data, numbers), rand([Batch, 500], generator: random));
        });
    }

    /// <summary>The whole network of <see cref="DeepBeliefNetwork"/>, by the up-down algorithm.</summary>
    internal static TrainingStep UpDown()
    {
        RestrictedBoltzmannMachine Machine(int visible, int hidden) => new(visible, hidden, new Random(3));
        var net = new DeepBeliefNetwork(new StackedMachines([Machine(Pixels, 500), Machine(500, 500)]), Machine(510, 1000));
        Tensor data = Synthetic.OneTensor(Synthetic.Coins(Pixels), Pixels);
        Tensor answers = DeepBeliefNetwork.OneHot(Synthetic.Labels(10), 10);
        var random = new Generator(4);
        return new TrainingStep(Batch, "float32", numbers =>
        {
            using var scope = NewDisposeScope();
            net.Learn(Chosen(data, numbers), Chosen(answers, numbers), 0.01f, rounds: 3, random);
        });
    }

    internal static TrainingStep Autoencoder()
    {
        var net = new DeepAutoencoder(Pixels, 500, 250, 30);
        Tensor data = Synthetic.OneTensor(Synthetic.Ink(Pixels), Pixels);
        var learner = new TorchTrainer(net, optim.Adam(net.parameters(), 1e-3), n =>
        {
            Tensor pictures = data.index_select(0, n);
            return functional.binary_cross_entropy_with_logits(net.call(pictures), pictures);
        });
        return new TrainingStep(Batch, "float32", numbers => learner.Learn(numbers));
    }

    private static Tensor Chosen(Tensor rows, int[] numbers) =>
        rows.index_select(0, tensor(Array.ConvertAll(numbers, number => (long)number)));
}
