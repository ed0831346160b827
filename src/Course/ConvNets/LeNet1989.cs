using System.Numerics.Tensors;
using Course.Nn;

namespace Course.ConvNets;

/// <summary>
/// The network that read zip codes, from scratch, exactly as it was published: Y. LeCun, B. Boser, J. S. Denker, D. Henderson, R. E.
/// Howard, W. Hubbard and L. D. Jackel, Backpropagation applied to handwritten zip code recognition, Neural Computation 1, 1989, 541-551.
/// Defined in lesson 07; <see cref="TorchLeNet1989"/> is its twin.
/// <para>
/// One thing the paper keeps to itself: which 8 of the 12 maps of H1 each map of H2 sees, "according to a scheme that will not be discussed
/// here". We take the blocks of A. Karpathy's reproduction of 2022 (github.com/karpathy/lecun1989-repro): the first four maps of H2 see the
/// first eight of H1, the next four the last eight, the last four the outer eight. Two readings of ours: H2 has padding of −1 as H1 has,
/// and biases start within the same range as weights.
/// </para>
/// </summary>
public sealed class LeNet1989 : Sequential
{
    /// <summary>The side of a picture in pixels.</summary>
    public const int Side = 16;

    /// <summary>The maps of H1 that each map of H2 sees.</summary>
    internal static readonly int[][] Scheme =
    [
        .. Enumerable.Repeat<int[]>([0, 1, 2, 3, 4, 5, 6, 7], 4),
        .. Enumerable.Repeat<int[]>([4, 5, 6, 7, 8, 9, 10, 11], 4),
        .. Enumerable.Repeat<int[]>([0, 1, 2, 3, 8, 9, 10, 11], 4),
    ];

    private static readonly Activation squash = new ScaledTanh();

    /// <summary>Creates a network with random weights, within ± 2.4/F for a unit with F inputs.</summary>
    /// <param name="random">The random number generator for the weights.</param>
    public LeNet1989(Random random)
        : this(
            new Convolution("H1", new MapShape(1, Side, Side), maps: 12, kernel: 5, squash, random, stride: 2, padding: 2, padValue: -1,
                biasPerUnit: true),
            new Convolution("H2", new MapShape(12, 8, 8), maps: 12, kernel: 5, squash, random, stride: 2, padding: 2, padValue: -1,
                Scheme, biasPerUnit: true),
            new Dense("H3", inputs: 192, outputs: 30, squash, random, range: 2.4 / 192),
            new Dense("output", inputs: 30, outputs: 10, squash, random, range: 2.4 / 30))
    {
        if (ParameterCount != 9760)
            throw new InvalidOperationException($"The paper counts 9,760 free parameters, and this network has {ParameterCount:N0}.");
    }

    private LeNet1989(Convolution h1, Convolution h2, Dense h3, Dense output)
        : base(h1, h2, h3, output) => (H1, H2, H3, Output) = (h1, h2, h3, output);

    /// <summary>12 maps of 8 × 8 units; each unit sees 5 × 5 pixels.</summary>
    public Convolution H1 { get; }

    /// <summary>12 maps of 4 × 4 units; each unit sees 5 × 5 units of eight maps of H1.</summary>
    public Convolution H2 { get; }

    /// <summary>30 units; each sees all of H2.</summary>
    public Dense H3 { get; }

    /// <summary>10 units, one for each digit: +1 for the right one, −1 for the others.</summary>
    public Dense Output { get; }

    /// <summary>The number of units as the paper counts them, including the pixels.</summary>
    public int Units => H1.Input.Size + H1.Output.Size + H2.Output.Size + H3.Biases.Values.Length + Output.Biases.Values.Length;

    /// <summary>The number of connections as the paper counts them, with one bias per unit.</summary>
    public int Connections =>
        H1.Connections + H2.Connections + H3.Parameters.Concat(Output.Parameters).Sum(parameter => parameter.Values.Length);

    /// <summary>A picture as network input: paper −1, ink +1.</summary>
    /// <param name="image">16 × 16 pixels, 0 paper to 1 ink.</param>
    public static double[] Input(float[] image) => Array.ConvertAll(image, ink => 2.0 * ink - 1);

    /// <summary>The target outputs for a digit: +1 once and −1 nine times.</summary>
    /// <param name="digit">The digit, 0 to 9.</param>
    public static double[] Target(int digit) => [.. Enumerable.Range(0, 10).Select(k => k == digit ? 1.0 : -1.0)];
}

/// <summary>
/// y = A tanh(S s) with A = 1.7159 and S = 2/3, so that f(1) = 1 and f(−1) = −1: targets of ±1 lie where the curve is still steep. The
/// networks of 1989 used "a scaled hyperbolic tangent"; the two constants are those of Y. LeCun et al., Proceedings of the IEEE 86(11),
/// 1998, appendix A. Defined in lesson 07.
/// </summary>
public sealed class ScaledTanh : Activation
{
    /// <summary>A, the height of the curve.</summary>
    public const double Height = 1.7159;

    /// <summary>S, the steepness of the curve.</summary>
    public const double Steepness = 2.0 / 3;

    /// <inheritdoc/>
    public override void Apply(Span<double> sums)
    {
        TensorPrimitives.Multiply(sums, Steepness, sums);
        TensorPrimitives.Tanh<double>(sums, sums);
        TensorPrimitives.Multiply(sums, Height, sums);
    }

    /// <inheritdoc/>
    public override void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> gradient, Span<double> delta)
    {
        // dy/ds = A S (1 − tanh²)
        for (int i = 0; i < y.Length; i++) delta[i] = gradient[i] * Steepness * (Height - y[i] * y[i] / Height);
    }
}
