using static TorchSharp.torch;

namespace Course.Generation;

/// <summary>
/// Rotary positions: J. Su, Y. Lu, S. Pan, A. Murtadha, B. Wen and Y. Liu, RoFormer, 2021 (arXiv:2104.09864), section 3.2. Queries and keys
/// are turned by an angle that grows with their position, two numbers at a time, so that a match depends on the distance alone. Number i is
/// paired with number i + d/2, as in Hugging Face's checkpoints; the paper pairs neighbours. Defined in lesson 14.
/// </summary>
/// <param name="context">The most positions.</param>
/// <param name="width">d: the numbers of one head, even.</param>
/// <param name="rotaryBase">The base of the wavelengths, 10,000 in the paper.</param>
public sealed class RotaryPositions(int context, int width, double rotaryBase = 10_000)
{
    private readonly float[] cosines = Table(context, width, rotaryBase, Math.Cos), sines = Table(context, width, rotaryBase, Math.Sin);

    /// <summary>The cosines and sines of some positions.</summary>
    /// <param name="from">The first position.</param>
    /// <param name="count">T: how many.</param>
    /// <param name="device">Where they are to lie.</param>
    /// <returns>(T, d/2) each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many positions.</exception>
    public (Tensor Cosines, Tensor Sines) At(long from, long count, Device device)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from + count, context);
        Tensor Part(float[] table) =>
            tensor(table.AsSpan((int)from * (width / 2), (int)count * (width / 2)).ToArray(), device: device).reshape(count, width / 2);
        return (Part(cosines), Part(sines));
    }

    /// <summary>Turns queries or keys.</summary>
    /// <param name="x">(B, h, T, d).</param>
    /// <param name="turn">The cosines and sines of their positions.</param>
    /// <returns>(B, h, T, d).</returns>
    public static Tensor Turn(Tensor x, (Tensor Cosines, Tensor Sines) turn)
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor[] halves = x.chunk(2, dim: -1);
        (Tensor a, Tensor b) = (halves[0], halves[1]);
        return cat([a * turn.Cosines - b * turn.Sines, b * turn.Cosines + a * turn.Sines], dim: -1);
    }

    private static float[] Table(int context, int width, double rotaryBase, Func<double, double> wave) =>
    [
        .. from position in Enumerable.Range(0, context)
           from i in Enumerable.Range(0, width / 2)
           select (float)wave(position * Math.Pow(rotaryBase, -2.0 * i / width)),
    ];
}
