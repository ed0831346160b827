using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.AlexNets;

/// <summary>
/// The network that won ImageNet in 2012, at full size: A. Krizhevsky, I. Sutskever and G. E. Hinton, ImageNet classification with deep
/// convolutional neural networks, Advances in Neural Information Processing Systems 25, 2012, section 3.5 and figure 2. Five convolutions,
/// three layers of units, 1,000 classes. As published it is split into two towers, one per graphics card, which meet in the third
/// convolution and in the units. Defined in lesson 10.
/// </summary>
public sealed class AlexNet : Module<Tensor, Tensor>
{
    /// <summary>The side of a picture in pixels. The paper prints 224, which does not give the 55 of its next layer; 227 does.</summary>
    public const int Side = 227;

    private readonly Sequential features, classifier;

    /// <summary>Creates the network with torch's own random weights.</summary>
    /// <param name="towers">2 as published; 1 lets every kernel see all maps below.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="device">Where the weights lie; on <c>meta</c> they have a shape but take no memory. Null for the processor.</param>
    public AlexNet(int towers = 2, int classes = 1000, Device? device = null)
        : base(nameof(AlexNet))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(towers, 1);
        features = Sequential(
            ("conv1", Conv2d(3, 96, 11, stride: 4, device: device)),                                     // (B, 96, 55, 55)
            ("relu1", ReLU()), ("norm1", new ResponseNormalisation(96)), ("pool1", MaxPool2d(3, stride: 2)),  // (B, 96, 27, 27)
            ("conv2", Conv2d(96, 256, 5, padding: 2, groups: towers, device: device)),                   // (B, 256, 27, 27)
            ("relu2", ReLU()), ("norm2", new ResponseNormalisation(256)), ("pool2", MaxPool2d(3, stride: 2)),  // (B, 256, 13, 13)
            ("conv3", Conv2d(256, 384, 3, padding: 1, device: device)), ("relu3", ReLU()),               // (B, 384, 13, 13)
            ("conv4", Conv2d(384, 384, 3, padding: 1, groups: towers, device: device)), ("relu4", ReLU()),
            ("conv5", Conv2d(384, 256, 3, padding: 1, groups: towers, device: device)), ("relu5", ReLU()),
            ("pool5", MaxPool2d(3, stride: 2)));                                                         // (B, 256, 6, 6)
        classifier = Sequential(
            ("drop6", Dropout(0.5)), ("fc6", Linear(256 * 6 * 6, 4096, device: device)), ("relu6", ReLU()),
            ("drop7", Dropout(0.5)), ("fc7", Linear(4096, 4096, device: device)), ("relu7", ReLU()),
            ("fc8", Linear(4096, classes, device: device)));
        RegisterComponents();
    }

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => classifier.call(features.call(input).flatten(1));   // (B, 3, 227, 227) → (B, classes)
}
