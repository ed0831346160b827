using Course.Data;
using static TorchSharp.torch;

namespace Course.AlexNets;

/// <summary>Trains a <see cref="SmallAlexNet"/> on colour pictures by gradient descent with momentum, in batches of 50.</summary>
internal sealed class SmallAlexNetTrainer : IDisposable
{
    private const int Batch = 50;
    private const int Margin = 3;

    private readonly SmallAlexNet net;
    private readonly AlexNetParts parts;
    private readonly ColourTensors data;
    private readonly optim.Optimizer rule;
    private readonly Generator random;

    /// <summary>Creates a network and its optimizer.</summary>
    /// <param name="parts">What the network has.</param>
    /// <param name="data">What it learns from.</param>
    /// <param name="rate">The step size.</param>
    /// <param name="seed">For the weights, the order, dropout and the crops.</param>
    internal SmallAlexNetTrainer(AlexNetParts parts, ColourTensors data, double rate, int seed)
    {
        (this.parts, this.data) = (parts, data);
        manual_seed(seed);
        net = new SmallAlexNet(parts, channels: 3, side: (int)data.Pictures.shape[2]);
        rule = optim.SGD(net.parameters(), rate, momentum: 0.9, weight_decay: 5e-4);
        random = new Generator((ulong)seed);
    }

    /// <summary>The step size.</summary>
    internal double Rate
    {
        set
        {
            foreach (var group in rule.ParamGroups) group.LearningRate = value;
        }
    }

    /// <summary>Shows every picture once, in a new order.</summary>
    internal void Pass()
    {
        net.train();
        using var pass = NewDisposeScope();
        foreach (Tensor rows in randperm(data.Labels.shape[0], generator: random).split(Batch))
        {
            using var step = NewDisposeScope();
            Tensor some = data.Pictures.index_select(0, rows);
            if (parts.Augment) some = RandomCrops.Of(some, Margin, random);
            Tensor loss = nn.functional.cross_entropy(net.call(some), data.Labels.index_select(0, rows));
            rule.zero_grad();
            loss.backward();
            rule.step();
        }
    }

    /// <summary>The share of pictures that it gets wrong.</summary>
    internal double Error(ColourTensors some)
    {
        net.eval();
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        long wrong = some.Pictures.split(500).Zip(some.Labels.split(500))
            .Sum(part => net.call(part.First).argmax(1).ne(part.Second).sum().item<long>());
        return (double)wrong / some.Labels.shape[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        rule.Dispose();
        net.Dispose();
        random.Dispose();
    }
}

/// <summary>Colour pictures and their classes as tensors.</summary>
internal sealed class ColourTensors : IDisposable
{
    /// <summary>Copies a set, brought from 0..1 to −1..1.</summary>
    internal ColourTensors(ColourSet set)
    {
        using var scope = NewDisposeScope();
        Tensor levels = tensor(set.Images.SelectMany(image => image).ToArray()).reshape(set.Count, 3, set.Rows, set.Columns);
        Pictures = (2 * levels - 1).MoveToOuterDisposeScope();
        Labels = tensor(Array.ConvertAll(set.Labels, label => (long)label)).MoveToOuterDisposeScope();
    }

    /// <summary>(B, 3, rows, columns), from −1 to 1.</summary>
    internal Tensor Pictures { get; }

    /// <summary>(B), from 0.</summary>
    internal Tensor Labels { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Pictures.Dispose();
        Labels.Dispose();
    }
}
