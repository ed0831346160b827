using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Hub.Models;

/// <summary>
/// A small network for digits of 28×28 pixels, made of layers that PyTorch and TensorFlow both have: two convolutions with maximum pooling,
/// and one layer that reads the maps. So its weights can be written as either library does. Defined in lesson 17.
/// </summary>
public sealed class DigitConvNet : Module<Tensor, Tensor>
{
    /// <summary>Maps of the second convolution.</summary>
    public const int Maps = 16;

    /// <summary>The side of a map that is read at the end.</summary>
    public const int Side = 7;

    /// <summary>The weights that read the maps as one row.</summary>
    public const string Reader = "fc.weight";

    /// <summary>What they read: (C, H, W).</summary>
    internal static readonly long[] ReaderSees = [Maps, Side, Side];

    private readonly Conv2d conv1, conv2;
    private readonly Linear fc;

    /// <summary>Creates a network with torch's own random numbers.</summary>
    /// <param name="classes">The number of classes.</param>
    public DigitConvNet(int classes = 10)
        : base(nameof(DigitConvNet))
    {
        conv1 = Conv2d(1, Maps, 5, padding: 2);
        conv2 = Conv2d(Maps, Maps, 5, padding: 2);
        fc = Linear(Maps * Side * Side, classes);
        RegisterComponents();
    }

    /// <summary>The sizes for config.json.</summary>
    internal IReadOnlyDictionary<string, object> Sizes => new Dictionary<string, object> { ["num_labels"] = (int)fc.bias!.shape[0] };

    /// <summary>What a config asks for.</summary>
    internal static ModelPlan<DigitConvNet> Plan(ModelConfig config)
    {
        int classes = config.Size("num_labels");
        return new((double)Maps * Side * Side * classes, () => new(classes));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        Tensor x = functional.max_pool2d(functional.relu(conv1.call(input)), 2);            // (B, 1, 28, 28) → (B, 16, 14, 14)
        x = functional.max_pool2d(functional.relu(conv2.call(x)), 2);                       // (B, 16, 7, 7)
        return fc.call(x.flatten(1));                                                       // (B, classes)
    }

    /// <summary>Pictures as an input batch.</summary>
    /// <param name="images">28 × 28 pixels each, 0 paper to 1 ink.</param>
    /// <returns>(B, 1, 28, 28), in torch's own memory.</returns>
    public static Tensor Batch(float[][] images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        return tensor(images.SelectMany(image => image).ToArray()).reshape(images.Length, 1, 28, 28).clone().MoveToOuterDisposeScope();
    }
}
