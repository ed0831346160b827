using Course.Nn.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Parameter = TorchSharp.Modules.Parameter;

namespace Course.ConvNets;

/// <summary>
/// LeNet-5, the network that read cheques: Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, Gradient-based learning applied to document
/// recognition, Proceedings of the IEEE 86(11), 1998, section II-B, figure 2. It has convolutions, subsampling with one weight and one bias
/// per map, and the connection table of C3. Its outputs measure the distance to a code for each digit. The codes are pictures of 7 × 12
/// pixels; the paper prints its own in figure 3, and ours are drawn anew. Defined in lesson 07.
/// </summary>
public sealed class LeNet5 : Module<Tensor, Tensor>
{
    /// <summary>The side of a picture in pixels; digits are at most 20 pixels large and centred.</summary>
    public const int Side = 32;

    private const double PenaltyOfNoDigit = 10;

    private readonly Parameter c1Weight, c1Bias, s2Weight, s2Bias, c3Weight, c3Bias, s4Weight, s4Bias, c5Weight, c5Bias, f6Weight, f6Bias;
    private readonly Tensor c3Places, codes;

    /// <summary>Creates a network with torch's own random numbers, with weights within ± 2.4/F for a unit with F inputs.</summary>
    public LeNet5()
        : base(nameof(LeNet5))
    {
        c1Weight = Draw(25, 6, 1, 5, 5);
        c1Bias = Draw(25, 6);
        s2Weight = Draw(4, 6, 1, 1);
        s2Bias = Draw(4, 6, 1, 1);
        c3Weight = Draw(90, Table.Sum(channels => channels.Length) * 25);    // the 1,500 weights that exist; a unit sees 75 to 150 inputs
        c3Bias = Draw(90, 16);
        s4Weight = Draw(4, 16, 1, 1);
        s4Bias = Draw(4, 16, 1, 1);
        c5Weight = Draw(400, 120, 16, 5, 5);
        c5Bias = Draw(400, 120);
        f6Weight = Draw(120, 84, 120);
        f6Bias = Draw(120, 84);
        c3Places = tensor(Table.SelectMany((channels, map) =>
            channels.SelectMany(channel => Enumerable.Range(0, 25).Select(k => (map * 6L + channel) * 25 + k))).ToArray());
        codes = tensor(DigitCodes.All.SelectMany(code => code).ToArray(), 10, 84);
        RegisterComponents();
        if (ParameterCount != 60_000)
            throw new InvalidOperationException($"The paper counts 60,000 trainable parameters, and this network has {ParameterCount:N0}.");
    }

    /// <summary>Table I of the paper: the maps of S2 that each of the sixteen maps of C3 sees.</summary>
    public static IReadOnlyList<int[]> Table { get; } =
    [
        [0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5], [0, 4, 5], [0, 1, 5],
        [0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 5], [0, 3, 4, 5], [0, 1, 4, 5], [0, 1, 2, 5],
        [0, 1, 3, 4], [1, 2, 4, 5], [0, 2, 3, 5], [0, 1, 2, 3, 4, 5],
    ];

    /// <summary>The number of trainable parameters.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>
    /// The number of connections as the paper counts them: inputs and bias of each unit, and the distances in the output layer.
    /// </summary>
    public static int Connections =>
        28 * 28 * 6 * (25 + 1)                                           // C1
        + 14 * 14 * 6 * (4 + 1)                                          // S2
        + 10 * 10 * Table.Sum(channels => channels.Length * 25 + 1)          // C3
        + 5 * 5 * 16 * (4 + 1)                                           // S4
        + 120 * (400 + 1)                                                // C5
        + 84 * (120 + 1)                                                 // F6
        + 10 * 84;                                                       // output

    /// <inheritdoc/>
    /// <remarks>The output is minus the penalty of equation 7, so the largest wins.</remarks>
    // (B, 1, 32, 32), paper −0.1, ink 1.175
    public override Tensor forward(Tensor input)
    {
        Tensor c1 = Squashed(TorchConvolution.Conv2d(input, c1Weight, c1Bias));                                // (B, 6, 28, 28)
        Tensor s2 = Squashed(Sums(c1) * s2Weight + s2Bias);                                              // (B, 6, 14, 14)
        // 0 if the table has no connection
        Tensor kernels = zeros(16 * 6 * 25).index_copy(0, c3Places, c3Weight).reshape(16, 6, 5, 5);
        Tensor c3 = Squashed(TorchConvolution.Conv2d(s2, kernels, c3Bias));                                   // (B, 16, 10, 10)
        Tensor s4 = Squashed(Sums(c3) * s4Weight + s4Bias);                                              // (B, 16, 5, 5)
        Tensor c5 = Squashed(TorchConvolution.Conv2d(s4, c5Weight, c5Bias)).flatten(1);                        // (B, 120)
        Tensor f6 = Squashed(functional.linear(c5, f6Weight, f6Bias));                                   // (B, 84)
        return -(f6.unsqueeze(1) - codes).pow(2).sum(2);                                                 // (B, 10)
    }

    /// <summary>
    /// The loss, equation 9: the cross-entropy of the outputs with an eleventh class, "no digit", whose penalty is constant. So the last
    /// hidden layer must come close to the right code, not merely closer than to the other nine. The paper does not print the constant.
    /// </summary>
    /// <param name="answers">(B, 10).</param>
    /// <param name="labels">The right digits, Int64, (B).</param>
    /// <returns>The mean over the batch, a tensor of one number.</returns>
    public static Tensor Criterion(Tensor answers, Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(answers);
        Tensor none = full([answers.shape[0], 1], -PenaltyOfNoDigit, answers.dtype);                                    // (B, 1)
        return functional.cross_entropy(cat([answers, none], 1), labels);
    }

    /// <summary>Pictures as an input batch: paper −0.1 and ink 1.175, so that the mean is near 0.</summary>
    /// <param name="images">28 × 28 pixels each, 0 paper to 1 ink.</param>
    /// <returns>(B, 1, 32, 32), in torch's own memory.</returns>
    public static Tensor Batch(float[][] images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        Tensor pictures = tensor(images.SelectMany(image => image).ToArray()).reshape(images.Length, 1, 28, 28);
        return (functional.pad(pictures, (2, 2, 2, 2), PaddingModes.Constant, 0) * 1.275 - 0.1).MoveToOuterDisposeScope();
    }

    private static Parameter Draw(int inputs, params long[] shape)
    {
        using Tensor drawn = empty(shape).uniform_(-2.4 / inputs, 2.4 / inputs);
        return Parameter(drawn.clone());
    }

    private static Tensor Sums(Tensor maps) => functional.avg_pool2d(maps, 2) * 4;

    private static Tensor Squashed(Tensor sums) => tanh(sums * ScaledTanh.Steepness) * ScaledTanh.Height;
}
