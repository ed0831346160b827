using Course.Nn.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Parameter = TorchSharp.Modules.Parameter;

namespace Course.ConvNets;

/// <summary>
/// The network that read zip codes in TorchSharp, the twin of <see cref="LeNet1989"/>, which documents the sources and the open questions.
/// Switches modernise it step by step, as A. Karpathy did in 2022 (github.com/karpathy/lecun1989-repro); with all off, it is the network of
/// 1989. Defined in lesson 07.
/// </summary>
public sealed class TorchLeNet1989 : Module<Tensor, Tensor>
{
    private const double Height = ScaledTanh.Height, Steepness = ScaledTanh.Steepness;
    private readonly Parameter h1Weight, h1Bias, h2Weight, h2Bias, h3Weight, h3Bias, outputWeight, outputBias;
    private readonly Tensor firstEight, lastEight, outerEight;
    private readonly bool scores, relu;
    private readonly double dropout;

    /// <summary>Creates a network with torch's own random numbers.</summary>
    /// <param name="scores">True leaves the outputs as plain sums, for softmax and cross-entropy; false squashes them towards targets of
    /// ±1.</param>
    /// <param name="relu">True uses ReLU, max(s, 0), in the hidden layers and starts weights within ± 2.4/√F, so that signals neither grow
    /// nor fade; false is as published.</param>
    /// <param name="dropout">The probability that a unit of H2 is dropped during training.</param>
    public TorchLeNet1989(bool scores = false, bool relu = false, double dropout = 0)
        : base(nameof(TorchLeNet1989))
    {
        (this.scores, this.relu, this.dropout) = (scores, relu, dropout);
        h1Weight = Draw(25, 12, 1, 5, 5);
        h1Bias = Draw(25, 12, 8, 8);                             // one bias per unit, not per map
        h2Weight = Draw(200, 12, 8, 5, 5);
        h2Bias = Draw(200, 12, 4, 4);
        h3Weight = Draw(192, 30, 192);
        h3Bias = Draw(192, 30);
        outputWeight = Draw(30, 10, 30);
        outputBias = Draw(30, 10);
        firstEight = Channels(LeNet1989.Scheme[0]);
        lastEight = Channels(LeNet1989.Scheme[4]);
        outerEight = Channels(LeNet1989.Scheme[8]);
        RegisterComponents();
        long count = parameters().Sum(parameter => parameter.numel());
        if (count != 9760) throw new InvalidOperationException($"The paper counts 9,760 free parameters, and this network has {count:N0}.");
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        // (B, 1, 16, 16), paper −1, ink +1 → 12 maps, (B, 12, 8, 8)
        Tensor h1 = TorchConvolution.Conv2d(Padded(input), h1Weight, stride: 2) + h1Bias;

        // → 12 maps, each of which sees eight, (B, 12, 4, 4)
        Tensor below = Padded(Hidden(h1));
        Tensor[] fours =
            [Maps(below, firstEight, 0), Maps(below, lastEight, 4), Maps(below, outerEight, 8)];
        Tensor h2 = Hidden(cat(fours, 1) + h2Bias);
        if (dropout > 0) h2 = functional.dropout(h2, dropout, training);

        // → (B, 30) → (B, 10)
        Tensor h3 = Hidden(functional.linear(h2.flatten(1), h3Weight, h3Bias));
        Tensor sums = functional.linear(h3, outputWeight, outputBias);
        return scores ? sums : Squashed(sums);
    }

    /// <summary>Copies the weights and biases of the twin.</summary>
    /// <param name="twin">The network from scratch.</param>
    public void CopyFrom(LeNet1989 twin)
    {
        ArgumentNullException.ThrowIfNull(twin);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        foreach (var (ours, theirs) in parameters().Zip(twin.Parameters)) ours.copy_(tensor(theirs.Values).reshape(ours.shape));
    }

    /// <summary>Pictures as an input batch: paper −1, ink +1.</summary>
    /// <param name="images">16 × 16 pixels each, 0 paper to 1 ink.</param>
    /// <returns>(B, 1, 16, 16), in torch's own memory.</returns>
    public static Tensor Batch(float[][] images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        const int Side = LeNet1989.Side;
        return (tensor(images.SelectMany(image => image).ToArray()).reshape(images.Length, 1, Side, Side) * 2 - 1)
            .MoveToOuterDisposeScope();
    }

    private Parameter Draw(int inputs, params long[] shape)
    {
        double bound = relu ? 2.4 / Math.Sqrt(inputs) : 2.4 / inputs;
        using Tensor drawn = empty(shape).uniform_(-bound, bound);
        return Parameter(drawn.clone());
    }

    private static Tensor Channels(int[] channels) => tensor(Array.ConvertAll(channels, channel => (long)channel));

    private static Tensor Padded(Tensor channels) => functional.pad(channels, (2, 2, 2, 2), PaddingModes.Constant, value: -1);

    private Tensor Maps(Tensor below, Tensor channels, int first) =>                                   // four maps of H2, (B, 4, 4, 4)
        TorchConvolution.Conv2d(below.index_select(1, channels), h2Weight.narrow(0, first, 4), stride: 2);

    private Tensor Hidden(Tensor sums) => relu ? functional.relu(sums) : Squashed(sums);

    private static Tensor Squashed(Tensor sums) => tanh(sums * Steepness) * Height;
}
