using System.Numerics.Tensors;
using Course.Nn;

namespace Course.ConvNets;

/// <summary>
/// A layer of feature maps: each unit sees a small square of the input channels, and all units of a map share the same weights, a sliding
/// kernel. Y. LeCun et al., Backpropagation applied to handwritten zip code recognition, Neural Computation 1, 1989, 541-551, section 4;
/// the idea is K. Fukushima's, Neocognitron, Biological Cybernetics 36, 1980. As usual in this field the kernel is not flipped, so
/// mathematicians call it a cross-correlation. Defined in lesson 07.
/// </summary>
public sealed class Convolution : ILayer
{
    private readonly int kernel, stride, padding, maps, patchSize;
    private readonly double padValue;
    private readonly bool shared, biasPerUnit;
    private readonly int[][] sees;
    private readonly Activation activation;
    private double[] x = [], patches = [], y = [];           // (B, inputs), (B, places, channels · kernel²), (B, maps · places)
    private double[] delta = [], patchGradient = [], below = [];     // ∂E/∂s, ∂E/∂patch of one place, ∂E/∂x

    /// <summary>Creates a layer with random weights.</summary>
    /// <param name="name">The prefix of its parameters' names, followed by <c>.weight</c> and <c>.bias</c>.</param>
    /// <param name="input">The input channels.</param>
    /// <param name="maps">The number of feature maps.</param>
    /// <param name="kernel">The side of the kernel, in pixels.</param>
    /// <param name="activation">The activation function.</param>
    /// <param name="random">The random number generator for the weights.</param>
    /// <param name="stride">Pixels between the squares of neighbouring units.</param>
    /// <param name="padding">Pixels of padding added all around.</param>
    /// <param name="padValue">The value of the padding: −1 in the networks of 1989.</param>
    /// <param name="sees">For each map, the input channels that it is connected to, equally many for all maps; null for all
    /// channels.</param>
    /// <param name="shared">False gives every unit its own weights: a locally connected layer, without weight sharing.</param>
    /// <param name="biasPerUnit">True gives every unit its own bias, as in 1989; false gives one bias per map, as is usual today.</param>
    /// <param name="range">Weights and biases lie within ± this; null for ± 2.4/F, where F is the number of inputs of a unit, as in
    /// 1989.</param>
    /// <exception cref="ArgumentException">The kernel does not fit, or <paramref name="sees"/> does not.</exception>
    public Convolution(
        string name, MapShape input, int maps, int kernel, Activation activation, Random random, int stride = 1, int padding = 0,
        double padValue = 0,
        int[][]? sees = null, bool shared = true, bool biasPerUnit = false, double? range = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maps);
        (Input, this.maps, this.kernel, this.activation, this.stride, this.padding, this.padValue) =
            (input, maps, kernel, activation, stride, padding, padValue);
        (this.shared, this.biasPerUnit) = (shared, biasPerUnit);
        this.sees = sees ?? [.. Enumerable.Repeat(Enumerable.Range(0, input.Channels).ToArray(), maps)];
        if (this.sees.Length != maps
            || this.sees.Any(channels => channels.Length != this.sees[0].Length
            || channels.Any(channel => channel < 0 || channel >= input.Channels)))
            throw new ArgumentException($"Name for each of the {maps} maps equally many channels from 0 to {input.Channels - 1}.",
                nameof(sees));

        Output = new MapShape(maps, MapShape.OutputLength(input.Height, kernel, stride, padding),
            MapShape.OutputLength(input.Width, kernel, stride, padding));
        patchSize = input.Channels * kernel * kernel;
        int seen = this.sees[0].Length, owners = shared ? maps : Output.Size;
        Weights = new Parameter($"{name}.weight", owners, seen, kernel, kernel);
        Biases = biasPerUnit ? new Parameter($"{name}.bias", maps, Output.Height, Output.Width) : new Parameter($"{name}.bias", maps);
        Connections = Output.Size * (seen * kernel * kernel + 1);
        double bound = range ?? 2.4 / (seen * kernel * kernel);
        foreach (double[] values in (double[][])[Weights.Values, Biases.Values])
        {
            for (int i = 0; i < values.Length; i++) values[i] = bound * (2 * random.NextDouble() - 1);
        }
    }

    /// <summary>The input channels.</summary>
    public MapShape Input { get; }

    /// <summary>The feature maps.</summary>
    public MapShape Output { get; }

    /// <summary>The kernels, (maps, channels seen, side, side); without sharing, one per unit instead of one per map.</summary>
    public Parameter Weights { get; }

    /// <summary>The biases, one per map or one per unit.</summary>
    public Parameter Biases { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => [Weights, Biases];

    /// <summary>
    /// The number of products and biases in the sums of all units. With weight sharing this far exceeds the number of weights.
    /// </summary>
    public int Connections { get; }

    /// <summary>The units' latest outputs, (B, maps, height, width).</summary>
    public IReadOnlyList<double> Outputs => y;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The number of values does not match the number of examples.</exception>
    public double[] Forward(double[] x, int examples = 1)
    {
        ArgumentNullException.ThrowIfNull(x);
        int places = Output.Area;
        if (examples * Input.Size != x.Length)
            throw new ArgumentException($"{x.Length} numbers are not {examples} × {Input.Size}: say how many examples they are.", nameof(x));
        this.x = x;
        Fit(ref y, examples * Output.Size);
        Fit(ref patches, examples * places * patchSize);
        for (int n = 0; n < examples; n++)
        {
            for (int place = 0; place < places; place++)
            {
                Span<double> patch = Patch(n, place);
                Cut(x.AsSpan(n * Input.Size, Input.Size), place, patch);
                for (int map = 0; map < maps; map++)
                {
                    double sum = Biases.Values[Bias(map, place)];
                    for (int k = 0; k < sees[map].Length; k++)
                        sum += TensorPrimitives.Dot<double>(Square(patch, sees[map][k]), Kernel(Weights.Values, map, place, k));
                    y[n * Output.Size + map * places + place] = sum;
                }
            }
        }
        activation.Apply(y);
        return y;
    }

    /// <inheritdoc/>
    public double[] Backward(double[] gradient, bool toInputs = true)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        int places = Output.Area;
        Fit(ref delta, y.Length);
        activation.Backward(y, gradient, delta);
        Fit(ref patchGradient, patchSize);
        Fit(ref below, toInputs ? x.Length : 0);
        Array.Clear(below);
        for (int n = 0; n < y.Length / Output.Size; n++)
        {
            for (int place = 0; place < places; place++)
            {
                Span<double> patch = Patch(n, place);
                Array.Clear(patchGradient);
                for (int map = 0; map < maps; map++)
                {
                    double d = delta[n * Output.Size + map * places + place];
                    if (d == 0) continue;
                    Biases.Gradient[Bias(map, place)] += d;
                    for (int k = 0; k < sees[map].Length; k++)
                    {
                        int channel = sees[map][k];
                        // Weight sharing in the backward pass: one kernel accumulates the gradients of all places.
                        AddTo(Kernel(Weights.Gradient, map, place, k), d, Square(patch, channel));
                        if (toInputs)
                            AddTo(Square(patchGradient, channel), d, Kernel(Weights.Values, map, place, k));
                    }
                }
                if (toInputs) Paste(patchGradient, place, below.AsSpan(n * Input.Size, Input.Size));
            }
        }
        return below;
    }

    private int Bias(int map, int place) => biasPerUnit ? map * Output.Area + place : map;

    private Span<double> Patch(int example, int place) => patches.AsSpan((example * Output.Area + place) * patchSize, patchSize);

    private Span<double> Square(Span<double> patch, int channel) => patch.Slice(channel * kernel * kernel, kernel * kernel);

    // The only difference between a convolution and a locally connected layer: which weights a unit uses.
    private Span<double> Kernel(double[] weights, int map, int place, int k)
    {
        int owner = shared ? map : map * Output.Area + place, size = kernel * kernel;
        return weights.AsSpan((owner * sees[map].Length + k) * size, size);
    }

    /// <summary>Copies out what the units at a place see in all channels, with padding where the square extends beyond the edge.</summary>
    private void Cut(ReadOnlySpan<double> channels, int place, Span<double> patch)
    {
        (int top, int left, int from, int to) = Corner(place);
        for (int line = 0; line < Input.Channels * kernel; line++)
        {
            Span<double> target = patch.Slice(line * kernel, kernel);
            int row = top + line % kernel;
            bool inside = row >= 0 && row < Input.Height && to > from;
            if (!inside || to - from < kernel) target.Fill(padValue);
            if (inside) channels.Slice((line / kernel * Input.Height + row) * Input.Width + left + from, to - from)
                .CopyTo(target[from..to]);
        }
    }

    /// <summary>
    /// The backward pass of <see cref="Cut"/>: adds each number of a patch to the pixel it came from; padding needs no gradient.
    /// </summary>
    private void Paste(ReadOnlySpan<double> patch, int place, Span<double> channels)
    {
        (int top, int left, int from, int to) = Corner(place);
        for (int line = 0; line < Input.Channels * kernel; line++)
        {
            int row = top + line % kernel;
            if (row < 0 || row >= Input.Height || to <= from) continue;
            AddTo(channels.Slice((line / kernel * Input.Height + row) * Input.Width + left + from, to - from), 1,
                patch.Slice(line * kernel + from, to - from));
        }
    }

    /// <summary>The top left corner of the square of a place, and the range of its columns that lies on the picture.</summary>
    private (int Top, int Left, int From, int To) Corner(int place)
    {
        int left = place % Output.Width * stride - padding;
        int from = Math.Clamp(-left, 0, kernel);
        return (place / Output.Width * stride - padding, left, from, Math.Clamp(Input.Width - left, from, kernel));
    }

    private static void AddTo(Span<double> sum, double factor, ReadOnlySpan<double> term) =>
        TensorPrimitives.MultiplyAdd(term, factor, sum, sum);

    private static void Fit(ref double[] buffer, int length)
    {
        if (buffer.Length != length) buffer = new double[length];
    }
}
