using System.Runtime.Intrinsics;
using Course.Go.Search;

namespace Course.Go.Learning;

/// <summary>
/// A hand-written copy of <see cref="PolicyValueNetwork"/> that judges one position at a time, for search: torch takes longer to call its
/// layers than to compute them. Equal to it within 1e-5. Defined in lesson 11.
/// </summary>
public sealed class FastPolicyValue : IEvaluator
{
    private const int Width = PolicyValueNetwork.Width;

    private readonly PolicyValueWeights source;
    private readonly bool wide;
    private readonly Layer first, second, third;
    private readonly Layer[] dense;
    private readonly float[] result;
    private readonly float resultBias;
    private readonly int[] places, inner, inputPlaces;
    private readonly int bordered;
    private readonly float[] planes, h1, h2, h3, units = new float[Width];

    /// <summary>Copies weights into the order that vectors read.</summary>
    /// <param name="weights">The weights, for example <c>network.ToWeights()</c>.</param>
    public FastPolicyValue(PolicyValueWeights weights)
        : this(weights, Vector512.IsHardwareAccelerated)
    {
    }

    /// <summary>Copies weights, and chooses the vectors: sixteen numbers or eight.</summary>
    internal FastPolicyValue(PolicyValueWeights weights, bool wide)
    {
        ArgumentNullException.ThrowIfNull(weights);
        (source, this.wide) = (weights, wide);
        int size = weights.Size, points = size * size;
        float[][] all = weights.Parameters;
        first = Layer.Convolution(all[0], all[1], BoardPlanes.Count);
        second = Layer.Convolution(all[2], all[3], Width);
        third = Layer.Convolution(all[4], all[5], Width);
        dense = [Layer.Dense(all[8], all[9], 0, points), .. Enumerable.Range(0, (points + Width) / Width)
            .Select(block => Layer.Dense(all[6], all[7], block * Width, points))];
        (result, resultBias) = (all[10], all[11][0]);
        bordered = size + 2;
        inner = [.. Enumerable.Range(0, points).Select(point => (point / size + 1) * bordered + point % size + 1)];
        // The convolution takes five points at a time; some are done twice to fill the last five.
        places = [.. inner, .. Enumerable.Repeat(inner[^1], (5 - points % 5) % 5)];
        inputPlaces = Array.ConvertAll(inner, place => place * BoardPlanes.Count);
        planes = new float[bordered * bordered * BoardPlanes.Count];
        h1 = new float[bordered * bordered * Width];
        h2 = new float[h1.Length];
        h3 = new float[h1.Length];
    }

    /// <summary>Rows and columns of the board.</summary>
    public int Size => source.Size;

    /// <inheritdoc/>
    public float Evaluate(in SmallBoard board, bool lastWasPass, double komi, Span<float> logits)
    {
        if (board.Size != Size)
            throw new ArgumentException($"The network is for boards of {Size} × {Size}, not {board.Size} × {board.Size}.", nameof(board));
        Array.Clear(planes);
        BoardPlanes.Write(board, lastWasPass, komi, planes, inputPlaces, 1);
        return wide ? Forward<Lanes512, Vector512<float>>(logits) : Forward<Lanes256, Vector256<float>>(logits);
    }

    /// <inheritdoc/>
    public IEvaluator ForAnotherThread() => new FastPolicyValue(source, wide);

    private float Forward<TLanes, TVector>(Span<float> logits)
        where TLanes : IVectorLanes<TVector>
        where TVector : struct
    {
        VectorLayers<TLanes, TVector>.Convolve(planes, BoardPlanes.Count, first.Weights, first.Bias, [], h1, places, bordered);
        VectorLayers<TLanes, TVector>.Convolve(h1, Width, second.Weights, second.Bias, [], h2, places, bordered);
        VectorLayers<TLanes, TVector>.Convolve(h2, Width, third.Weights, third.Bias, h1, h3, places, bordered);
        for (int block = 1; block < dense.Length; block++)
        {
            VectorLayers<TLanes, TVector>.Dense(h3, dense[block].Weights, dense[block].Bias, units, inner);
            Span<float> part = logits[((block - 1) * Width)..];
            units.AsSpan(0, Math.Min(Width, part.Length)).CopyTo(part);
        }
        VectorLayers<TLanes, TVector>.Dense(h3, dense[0].Weights, dense[0].Bias, units, inner);
        float sum = resultBias;
        for (int unit = 0; unit < Width; unit++) sum += result[unit] * Math.Max(units[unit], 0);
        return MathF.Tanh(sum);
    }

    /// <summary>Weights in the order of <see cref="VectorLayers{TLanes, TVector}"/>.</summary>
    private sealed record Layer(float[] Weights, float[] Bias)
    {
        /// <summary>From (kernel, channel, row, column) to (row, column, channel, kernel). Torch's rows run as ours do.</summary>
        internal static Layer Convolution(float[] weights, float[] bias, int channels)
        {
            float[] ours = new float[weights.Length];
            for (int kernel = 0; kernel < Width; kernel++)
            {
                for (int channel = 0; channel < channels; channel++)
                {
                    for (int tap = 0; tap < 9; tap++)
                        ours[(tap * channels + channel) * Width + kernel] = weights[(kernel * channels + channel) * 9 + tap];
                }
            }
            return new(ours, bias);
        }

        /// <summary>Thirty-two units, from (unit, channel, point) to (point, channel, unit); missing units stay 0.</summary>
        internal static Layer Dense(float[] weights, float[] bias, int firstUnit, int points)
        {
            int units = Math.Min(Width, bias.Length - firstUnit);
            float[] ours = new float[points * Width * Width], ourBias = new float[Width];
            for (int unit = 0; unit < units; unit++)
            {
                ourBias[unit] = bias[firstUnit + unit];
                for (int channel = 0; channel < Width; channel++)
                {
                    for (int point = 0; point < points; point++)
                        ours[(point * Width + channel) * Width + unit] = weights[((firstUnit + unit) * Width + channel) * points + point];
                }
            }
            return new(ours, ourBias);
        }
    }
}
