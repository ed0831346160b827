using System.Numerics.Tensors;
using Course.Nn;

namespace Course.ConvNets;

/// <summary>
/// A layer of feature maps: a unit sees a small square of the channels below, and all units of a map use the same weights, a kernel that
/// slides. Y. LeCun et al., Backpropagation applied to handwritten zip code recognition, Neural Computation 1, 1989, 541-551, section 4;
/// the idea is K. Fukushima's, Neocognitron, Biological Cybernetics 36, 1980. As everywhere in this field the kernel is not flipped, so
/// that mathematicians call it a correlation. Defined in lesson 07.
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

    /// <summary>Makes a layer with random weights.</summary>
    /// <param name="name">The name of its parameters, which get <c>.weight</c> and <c>.bias</c> after it.</param>
    /// <param name="input">The channels below.</param>
    /// <param name="maps">How many feature maps there are.</param>
    /// <param name="kernel">The side of the square that a unit sees, in pixels.</param>
    /// <param name="activation">What a unit makes of its sum.</param>
    /// <param name="random">Where the weights come from.</param>
    /// <param name="stride">Pixels from one unit's square to the next one's.</param>
    /// <param name="padding">Pixels of padding added all around.</param>
    /// <param name="padValue">What stands in the padding: −1 in the networks of 1989.</param>
    /// <param name="sees">For each map the channels below that it is joined to, equally many for all; null for all channels.</param>
    /// <param name="shared">False gives every unit weights of its own: a locally connected layer, in which nothing slides.</param>
    /// <param name="biasPerUnit">True gives every unit a bias of its own, as in 1989; false every map one, as has been usual since.</param>
    /// <param name="range">Weights and biases lie within ± this; null for ± 2.4/F, F being the inputs of a unit, as in 1989.</param>
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

    /// <summary>The channels below.</summary>
    public MapShape Input { get; }

    /// <summary>The feature maps.</summary>
    public MapShape Output { get; }

    /// <summary>The kernels, (maps, channels seen, side, side); one for each unit instead of each map where nothing is shared.</summary>
    public Parameter Weights { get; }

    /// <summary>The biases, one a map or one a unit.</summary>
    public Parameter Biases { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => [Weights, Biases];

    /// <summary>How many products and biases go into the sums of all units: with sharing, far more than there are weights.</summary>
    public int Connections { get; }

    /// <summary>What the units answered last, (B, maps, height, width).</summary>
    public IReadOnlyList<double> Outputs => y;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The numbers are not those of so many examples.</exception>
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
                        // Sharing, on the way back: one kernel gets the gradient of every place.
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

    // The only difference between a convolution and a locally connected layer: whose weights.
    private Span<double> Kernel(double[] weights, int map, int place, int k)
    {
        int owner = shared ? map : map * Output.Area + place, size = kernel * kernel;
        return weights.AsSpan((owner * sees[map].Length + k) * size, size);
    }

    /// <summary>Copies out what the units at a place see of all channels: padding where the square hangs over the edge.</summary>
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
    /// The way back of <see cref="Cut"/>: adds each number of a patch to the pixel that it came from; padding has no gradient.
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

    /// <summary>Where the square of a place begins, and from which to before which of its columns it lies on the picture.</summary>
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
