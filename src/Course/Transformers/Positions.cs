using static TorchSharp.torch;

namespace Course.Transformers;

/// <summary>
/// The sinusoidal positions, section 3.5 of the paper: PE(pos, 2i) = sin(pos / 10000^(2i/d)), PE(pos, 2i+1) = cos(the same). Attention
/// treats its inputs as a set; these numbers, added to each, tell it their order. Defined in lesson 12.
/// </summary>
public static class Positions
{
    /// <summary>The code of one position.</summary>
    /// <param name="position">pos, counted from 0.</param>
    /// <param name="width">d_model, an even number.</param>
    /// <returns>d_model numbers from −1 to 1.</returns>
    public static double[] Of(int position, int width)
    {
        var code = new double[width];
        for (int i = 0; i < width; i += 2) (code[i], code[i + 1]) = Math.SinCos(position * Frequency(i, width));
        return code;
    }

    /// <summary>
    /// The linear map from the code of a position to the code k positions later, the same for every position: each pair of sine and cosine
    /// is turned by an angle. This is why the paper chose sinusoids.
    /// </summary>
    /// <param name="code">The code of any position.</param>
    /// <param name="k">How many positions later; may be negative.</param>
    public static double[] Shift(double[] code, int k)
    {
        ArgumentNullException.ThrowIfNull(code);
        var later = new double[code.Length];
        for (int i = 0; i < code.Length; i += 2)
        {
            (double sin, double cos) = Math.SinCos(k * Frequency(i, code.Length));
            later[i] = code[i] * cos + code[i + 1] * sin;
            later[i + 1] = code[i + 1] * cos - code[i] * sin;
        }
        return later;
    }

    /// <summary>The codes of the first positions as a tensor in torch's own memory, (T, d_model).</summary>
    /// <param name="length">T.</param>
    /// <param name="width">d_model.</param>
    public static Tensor Table(int length, int width)
    {
        using var scope = NewDisposeScope();
        float[] table = [.. Enumerable.Range(0, length).SelectMany(position => Of(position, width)).Select(x => (float)x)];
        return tensor(table).reshape(length, width).clone().MoveToOuterDisposeScope();
    }

    private static double Frequency(int i, int width) => Math.Pow(10_000, -(double)i / width);
}
