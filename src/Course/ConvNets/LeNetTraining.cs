using Course.Data;
using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.ConvNets;

/// <summary>
/// One way to train the network of 1989 in TorchSharp, from the published loss to later practice. The steps are those of A. Karpathy, Deep
/// neural nets: 33 years ago and 33 years from now, 2022 (github.com/karpathy/lecun1989-repro); the network keeps its 9,760 parameters.
/// Defined in lesson 07.
/// </summary>
/// <param name="Name">What it adds to the previous step.</param>
/// <param name="CrossEntropy">Softmax and cross-entropy instead of ten squashed outputs and squared error.</param>
/// <param name="AdamW">AdamW with a cosine learning-rate schedule instead of plain gradient descent.</param>
/// <param name="Augment">Each time a picture is shown, it is shifted by up to one pixel and rotated by up to eight degrees.</param>
/// <param name="Relu">ReLU units, max(s, 0), instead of tanh; initial weights within 2.4/√F; dropout of a quarter of H2.</param>
public sealed record LeNetTraining(string Name, bool CrossEntropy = false, bool AdamW = false, bool Augment = false, bool Relu = false)
{
    /// <summary>The steps; each adds one thing to the previous one.</summary>
    public static IReadOnlyList<LeNetTraining> Steps { get; } =
    [
        new("as published, in batches"),
        new("+ cross-entropy", CrossEntropy: true),
        new("+ AdamW", CrossEntropy: true, AdamW: true),
        new("+ augmentation", CrossEntropy: true, AdamW: true, Augment: true),
        new("+ ReLU and dropout", CrossEntropy: true, AdamW: true, Augment: true, Relu: true),
    ];

    /// <summary>Trains a new network.</summary>
    /// <param name="train">16 × 16 pixels each.</param>
    /// <param name="epochs">The number of times each picture is shown.</param>
    /// <param name="batch">Pictures per step.</param>
    /// <param name="seed">Equal seeds give equal networks.</param>
    /// <returns>The network, in evaluation mode; the caller disposes of it.</returns>
    public TorchLeNet1989 Train(ImageSet train, int epochs, int batch, int seed)
    {
        ArgumentNullException.ThrowIfNull(train);
        manual_seed(seed);
        var random = new Random(seed);
        var augmenter = new Augmenter(LeNet1989.Side, LeNet1989.Side, shift: 1, degrees: 8);
        var net = new TorchLeNet1989(scores: CrossEntropy, relu: Relu, dropout: Relu ? 0.25 : 0);
        long steps = (long)epochs * ((train.Count + batch - 1) / batch);
        using optim.Optimizer optimizer = AdamW
            ? optim.AdamW(net.parameters(), weight_decay: 0.01) : optim.SGD(net.parameters(), CrossEntropy ? 0.1 : 0.05);
        new TrainingLoop(new TorchTrainer(net, optimizer, Loss), train.Count)
        {
            Batch = batch,
            Epochs = epochs,
            Seed = seed,
            Title = Name,
            Schedule = AdamW ? LearningRates.Cosine(3e-3, steps) : null,
        }.Run();
        net.eval();
        return net;

        Tensor Loss(Tensor numbers)
        {
            int[] chosen = Array.ConvertAll(numbers.data<long>().ToArray(), n => (int)n);
            Tensor answers =
                net.call(TorchLeNet1989.Batch(Array.ConvertAll(chosen, n => Augment
                ? augmenter.Apply(train.Images[n], random) : train.Images[n])));
            Tensor labels = tensor(Array.ConvertAll(chosen, n => (long)train.Labels[n]));
            return CrossEntropy
                ? functional.cross_entropy(answers, labels)
                : (answers - (2 * functional.one_hot(labels, 10) - 1)).pow(2).sum() / (2 * chosen.Length);
        }
    }
}
