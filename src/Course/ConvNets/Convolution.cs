using Course.Nn;
using System.Numerics.Tensors;

namespace Course.ConvNets;

/// <summary>
/// A layer of feature maps: a unit sees a small square of the planes below, and all units of a map use the same weights, a stencil that slides.
/// Y. LeCun et al., Backpropagation applied to handwritten zip code recognition, Neural Computation 1, 1989, 541-551, section 4; the idea is K. Fukushima's,
/// Neocognitron, Biological Cybernetics 36, 1980. As everywhere in this field the stencil is not flipped, so that mathematicians call it a correlation.
/// Defined in lesson 07.
/// </summary>
public sealed class Convolution : ILayer
{
    private readonly int stencil, stride, border, maps, patchSize;
    private readonly double background;
    private readonly bool shared, biasPerUnit;
    private readonly int[][] sees;
    private readonly Activation activation;
    private double[] x = [], patches = [], y = [];           // (B, inputs), (B, places, planes · stencil²), (B, maps · places)
    private double[] delta = [], blame = [], below = [];     // ∂E/∂s, ∂E/∂patch of one place, ∂E/∂x

    /// <summary>Makes a layer with random weights.</summary>
    /// <param name="name">The name of its parameters, which get <c>.weight</c> and <c>.bias</c> after it.</param>
    /// <param name="input">The planes below.</param>
    /// <param name="maps">How many feature maps there are.</param>
    /// <param name="stencil">The side of the square that a unit sees, in pixels.</param>
    /// <param name="activation">What a unit makes of its sum.</param>
    /// <param name="random">Where the weights come from.</param>
    /// <param name="stride">Pixels from one unit's square to the next one's.</param>
    /// <param name="border">Pixels of background added all around.</param>
    /// <param name="background">What stands on the border: −1 in the networks of 1989.</param>
    /// <param name="sees">For each map the planes below that it is joined to, equally many for all; null for all planes.</param>
    /// <param name="shared">False gives every unit weights of its own: a locally connected layer, in which nothing slides.</param>
    /// <param name="biasPerUnit">True gives every unit a bias of its own, as in 1989; false every map one, as has been usual since.</param>
    /// <param name="range">Weights and biases lie within ± this; null for ± 2.4/F, F being the inputs of a unit, as in 1989.</param>
    /// <exception cref="ArgumentException">The stencil does not fit, or <paramref name="sees"/> does not.</exception>
    public Convolution(
        string name, Planes input, int maps, int stencil, Activation activation, Random random, int stride = 1, int border = 0, double background = 0,
        int[][]? sees = null, bool shared = true, bool biasPerUnit = false, double? range = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maps);
        (Input, this.maps, this.stencil, this.activation, this.stride, this.border, this.background) = (input, maps, stencil, activation, stride, border, background);
        (this.shared, this.biasPerUnit) = (shared, biasPerUnit);
        this.sees = sees ?? [.. Enumerable.Repeat(Enumerable.Range(0, input.Count).ToArray(), maps)];
        if (this.sees.Length != maps || this.sees.Any(planes => planes.Length != this.sees[0].Length || planes.Any(plane => plane < 0 || plane >= input.Count)))
            throw new ArgumentException($"Name for each of the {maps} maps equally many planes from 0 to {input.Count - 1}.", nameof(sees));

        Output = new Planes(maps, Planes.Places(input.Height, stencil, stride, border), Planes.Places(input.Width, stencil, stride, border));
        patchSize = input.Count * stencil * stencil;
        int seen = this.sees[0].Length, owners = shared ? maps : Output.Size;
        Weights = new Parameter($"{name}.weight", owners, seen, stencil, stencil);
        Biases = biasPerUnit ? new Parameter($"{name}.bias", maps, Output.Height, Output.Width) : new Parameter($"{name}.bias", maps);
        Connections = Output.Size * (seen * stencil * stencil + 1);
        double bound = range ?? 2.4 / (seen * stencil * stencil);
        foreach (double[] values in (double[][])[Weights.Values, Biases.Values])
        {
            for (int i = 0; i < values.Length; i++) values[i] = bound * (2 * random.NextDouble() - 1);
        }
    }

    /// <summary>The planes below.</summary>
    public Planes Input { get; }

    /// <summary>The feature maps.</summary>
    public Planes Output { get; }

    /// <summary>The stencils, (maps, planes seen, side, side); one for each unit instead of each map where nothing is shared.</summary>
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
    /// <exception cref="ArgumentException">The numbers do not make up whole examples.</exception>
    public double[] Forward(double[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        int examples = x.Length / Input.Size, places = Output.Area;
        if (examples * Input.Size != x.Length) throw new ArgumentException($"{x.Length} numbers are no whole examples of {Input.Size} each.", nameof(x));
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
                        sum += TensorPrimitives.Dot<double>(Square(patch, sees[map][k]), Stencil(Weights.Values, map, place, k));
                    y[n * Output.Size + map * places + place] = sum;
                }
            }
        }
        activation.Apply(y);
        return y;
    }

    /// <inheritdoc/>
    public double[] Backward(double[] slope, bool toInputs = true)
    {
        ArgumentNullException.ThrowIfNull(slope);
        int places = Output.Area;
        Fit(ref delta, y.Length);
        activation.Backward(y, slope, delta);
        Fit(ref blame, patchSize);
        Fit(ref below, toInputs ? x.Length : 0);
        Array.Clear(below);
        for (int n = 0; n < y.Length / Output.Size; n++)
        {
            for (int place = 0; place < places; place++)
            {
                Span<double> patch = Patch(n, place);
                Array.Clear(blame);
                for (int map = 0; map < maps; map++)
                {
                    double d = delta[n * Output.Size + map * places + place];
                    if (d == 0) continue;
                    Biases.Gradient[Bias(map, place)] += d;
                    for (int k = 0; k < sees[map].Length; k++)
                    {
                        int plane = sees[map][k];
                        // Sharing, on the way back: one stencil takes the blame of every place.
                        AddTo(Stencil(Weights.Gradient, map, place, k), d, Square(patch, plane));
                        if (toInputs)
                            AddTo(Square(blame, plane), d, Stencil(Weights.Values, map, place, k));
                    }
                }
                if (toInputs) Paste(blame, place, below.AsSpan(n * Input.Size, Input.Size));
            }
        }
        return below;
    }

    private int Bias(int map, int place) => biasPerUnit ? map * Output.Area + place : map;

    private Span<double> Patch(int example, int place) => patches.AsSpan((example * Output.Area + place) * patchSize, patchSize);

    private Span<double> Square(Span<double> patch, int plane) => patch.Slice(plane * stencil * stencil, stencil * stencil);

    // The only difference between a convolution and a locally connected layer: whose weights.
    private Span<double> Stencil(double[] weights, int map, int place, int k)
    {
        int owner = shared ? map : map * Output.Area + place, size = stencil * stencil;
        return weights.AsSpan((owner * sees[map].Length + k) * size, size);
    }

    /// <summary>Copies out what the units at a place see of all planes: the background where the square hangs over the edge.</summary>
    private void Cut(ReadOnlySpan<double> planes, int place, Span<double> patch)
    {
        (int top, int left, int from, int to) = Corner(place);
        for (int line = 0; line < Input.Count * stencil; line++)
        {
            Span<double> target = patch.Slice(line * stencil, stencil);
            int row = top + line % stencil;
            bool inside = row >= 0 && row < Input.Height && to > from;
            if (!inside || to - from < stencil) target.Fill(background);
            if (inside) planes.Slice((line / stencil * Input.Height + row) * Input.Width + left + from, to - from).CopyTo(target[from..to]);
        }
    }

    /// <summary>The way back of <see cref="Cut"/>: adds each number of a patch to the pixel that it came from; the background takes no blame.</summary>
    private void Paste(ReadOnlySpan<double> patch, int place, Span<double> planes)
    {
        (int top, int left, int from, int to) = Corner(place);
        for (int line = 0; line < Input.Count * stencil; line++)
        {
            int row = top + line % stencil;
            if (row < 0 || row >= Input.Height || to <= from) continue;
            AddTo(planes.Slice((line / stencil * Input.Height + row) * Input.Width + left + from, to - from), 1, patch.Slice(line * stencil + from, to - from));
        }
    }

    /// <summary>Where the square of a place begins, and from which to before which of its columns it lies on the picture.</summary>
    private (int Top, int Left, int From, int To) Corner(int place)
    {
        int left = place % Output.Width * stride - border;
        int from = Math.Clamp(-left, 0, stencil);
        return (place / Output.Width * stride - border, left, from, Math.Clamp(Input.Width - left, from, stencil));
    }

    private static void AddTo(Span<double> sum, double factor, ReadOnlySpan<double> term) => TensorPrimitives.MultiplyAdd(term, factor, sum, sum);

    private static void Fit(ref double[] buffer, int length)
    {
        if (buffer.Length != length) buffer = new double[length];
    }
}
