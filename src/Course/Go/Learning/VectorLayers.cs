using System.Runtime.CompilerServices;

namespace Course.Go.Learning;

/// <summary>
/// A convolution and a dense layer with 32 outputs for a single position. Inputs of a point lie side by side, and the board is surrounded
/// by a border of zeros, so that no kernel needs to know where the edge is. Defined in lesson 11.
/// </summary>
/// <typeparam name="TLanes">The arithmetic.</typeparam>
/// <typeparam name="TVector">Its vector.</typeparam>
internal static class VectorLayers<TLanes, TVector>
    where TLanes : IVectorLanes<TVector>
    where TVector : struct
{
    private const int Outputs = PolicyValueNetwork.Width;

    /// <summary>Convolves, adds the bias and what a skip brings, and applies ReLU.</summary>
    /// <param name="input">The bordered board, <paramref name="channels"/> numbers a point.</param>
    /// <param name="channels">Numbers a point.</param>
    /// <param name="weights">Kernel row, kernel column, channel, output.</param>
    /// <param name="bias">One a kernel.</param>
    /// <param name="skip">A bordered board of 32 numbers a point to add, or empty.</param>
    /// <param name="output">The bordered board, 32 numbers a point.</param>
    /// <param name="points">The places of the points in the bordered board, a multiple of five.</param>
    /// <param name="width">Points in a row of the bordered board.</param>
    internal static void Convolve(
        ReadOnlySpan<float> input, int channels, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> skip,
        Span<float> output, ReadOnlySpan<int> points, int width)
    {
        for (int first = 0; first < points.Length; first += 5)
        {
            for (int part = 0; part < Outputs; part += 2 * TLanes.Count)
                Five(input, channels, weights[part..], bias[part..], skip, output, points.Slice(first, 5), part, width);
        }
    }

    /// <summary>Sums for 32 units: each weight vector is read once, and eight sums run side by side.</summary>
    /// <param name="input">The bordered board, 32 numbers a point.</param>
    /// <param name="weights">Point, channel, unit.</param>
    /// <param name="bias">One a unit.</param>
    /// <param name="output">Receives 32 numbers.</param>
    /// <param name="points">The places of the points in the bordered board.</param>
    internal static void Dense(
        ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output, ReadOnlySpan<int> points)
    {
        int lanes = TLanes.Count;
        for (int part = 0; part < Outputs; part += 2 * lanes)
        {
            TVector a0 = TLanes.Load(in bias[part]), a1 = TLanes.Load(in bias[part + lanes]);
            TVector b0 = TLanes.All(0), b1 = b0, c0 = b0, c1 = b0, d0 = b0, d1 = b0;
            ref readonly float w = ref weights[part];
            foreach (int point in points)
            {
                ref readonly float x = ref input[point * Outputs];
                for (int channel = 0; channel < Outputs; channel += 4)
                {
                    Two(in x, channel, in w, ref a0, ref a1);
                    Two(in x, channel + 1, in Skip(in w, Outputs), ref b0, ref b1);
                    Two(in x, channel + 2, in Skip(in w, 2 * Outputs), ref c0, ref c1);
                    Two(in x, channel + 3, in Skip(in w, 3 * Outputs), ref d0, ref d1);
                    w = ref Skip(in w, 4 * Outputs);
                }
            }
            TLanes.Store(TLanes.Add(TLanes.Add(a0, b0), TLanes.Add(c0, d0)), ref output[part]);
            TLanes.Store(TLanes.Add(TLanes.Add(a1, b1), TLanes.Add(c1, d1)), ref output[part + lanes]);
        }
    }

    /// <summary>Five points and two vectors of outputs: ten sums stay in registers while each weight is read once.</summary>
    private static void Five(
        ReadOnlySpan<float> input, int channels, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> skip,
        Span<float> output, ReadOnlySpan<int> points, int part, int width)
    {
        int corner = -width - 1;
        TVector a0 = TLanes.Load(in bias[0]), a1 = TLanes.Load(in bias[TLanes.Count]);
        TVector b0 = a0, b1 = a1, c0 = a0, c1 = a1, d0 = a0, d1 = a1, e0 = a0, e1 = a1;
        ref readonly float w = ref weights[0];
        for (int tap = 0; tap < 9; tap++)
        {
            int from = corner + tap / 3 * width + tap % 3;
            ref readonly float xa = ref input[(points[0] + from) * channels], xb = ref input[(points[1] + from) * channels];
            ref readonly float xc = ref input[(points[2] + from) * channels], xd = ref input[(points[3] + from) * channels];
            ref readonly float xe = ref input[(points[4] + from) * channels];
            for (int channel = 0; channel < channels; channel++)
            {
                Two(in xa, channel, in w, ref a0, ref a1);
                Two(in xb, channel, in w, ref b0, ref b1);
                Two(in xc, channel, in w, ref c0, ref c1);
                Two(in xd, channel, in w, ref d0, ref d1);
                Two(in xe, channel, in w, ref e0, ref e1);
                w = ref Skip(in w, Outputs);
            }
        }
        Finish(a0, a1, skip, output, points[0] * Outputs + part);
        Finish(b0, b1, skip, output, points[1] * Outputs + part);
        Finish(c0, c1, skip, output, points[2] * Outputs + part);
        Finish(d0, d1, skip, output, points[3] * Outputs + part);
        Finish(e0, e1, skip, output, points[4] * Outputs + part);
    }

    private static void Finish(TVector low, TVector high, ReadOnlySpan<float> skip, Span<float> output, int at)
    {
        if (skip.Length > 0)
        {
            low = TLanes.Add(low, TLanes.Load(in skip[at]));
            high = TLanes.Add(high, TLanes.Load(in skip[at + TLanes.Count]));
        }
        TLanes.Store(TLanes.Positive(low), ref output[at]);
        TLanes.Store(TLanes.Positive(high), ref output[at + TLanes.Count]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two(ref readonly float x, int channel, ref readonly float w, ref TVector low, ref TVector high)
    {
        TVector all = TLanes.All(Skip(in x, channel));
        low = TLanes.MultiplyAdd(all, TLanes.Load(in w), low);
        high = TLanes.MultiplyAdd(all, TLanes.Load(in Skip(in w, TLanes.Count)), high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly float Skip(ref readonly float at, int count) =>
        ref Unsafe.Add(ref Unsafe.AsRef(in at), count);
}
