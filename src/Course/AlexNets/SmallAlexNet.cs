using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.AlexNets;

/// <summary>
/// AlexNet's plan for small pictures, with every invention as a switch: three convolutions with pools between them, then one layer of units
/// and the classes. It normalises behind the pools, where that costs a quarter. Defined in lesson 10.
/// </summary>
public sealed class SmallAlexNet : Module<Tensor, Tensor>
{
    private readonly Sequential features, classifier;

    /// <summary>Creates a network with torch's own random weights.</summary>
    /// <param name="parts">What it has of the paper.</param>
    /// <param name="channels">1 for grey pictures, 3 for colour.</param>
    /// <param name="side">The side of a picture in pixels, divisible by 4.</param>
    /// <param name="maps">Feature maps of each convolution.</param>
    /// <param name="units">Units of the fully connected layer.</param>
    /// <param name="classes">The number of classes.</param>
    public SmallAlexNet(AlexNetParts parts, int channels = 1, int side = 28, int maps = 16, int units = 128, int classes = 10)
        : base(nameof(SmallAlexNet))
    {
        ArgumentNullException.ThrowIfNull(parts);
        Module<Tensor, Tensor> Curve() => parts.Relu ? ReLU() : Tanh();
        Module<Tensor, Tensor> Norm() => parts.Normalise ? new ResponseNormalisation(maps) : Identity();
        // Padded by one where pools overlap, so that both kinds halve the side.
        Module<Tensor, Tensor> Pool() => parts.Overlap ? MaxPool2d(3, stride: 2, padding: 1) : MaxPool2d(2, stride: 2);
        features = Sequential(
            ("conv1", Conv2d(channels, maps, 5, padding: 2)), ("curve1", Curve()), ("pool1", Pool()), ("norm1", Norm()),
            ("conv2", Conv2d(maps, maps, 5, padding: 2)), ("curve2", Curve()), ("pool2", Pool()), ("norm2", Norm()),
            ("conv3", Conv2d(maps, maps, 3, padding: 1)), ("curve3", Curve()));          // (B, maps, side / 4, side / 4)
        classifier = Sequential(
            ("fc4", Linear((long)maps * (side / 4) * (side / 4), units)), ("curve4", Curve()),
            ("drop4", Dropout(parts.Dropout ? 0.5 : 0)),
            ("fc5", Linear(units, classes)));
        RegisterComponents();
    }

    /// <summary>The kernels of the first convolution, (maps, channels, 5, 5).</summary>
    public Tensor Kernels => get_parameter("features.conv1.weight")!;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => classifier.call(features.call(input).flatten(1));
}
