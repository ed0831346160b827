using static TorchSharp.torch;

namespace Course.AlexNets;

/// <summary>
/// New pictures from old ones: a window of the same size is cut out at random of each picture with a margin, and mirrored half of the time.
/// Section 4.1 of A. Krizhevsky, I. Sutskever and G. E. Hinton, 2012, which cuts 224 pixels out of 256. Defined in lesson 10.
/// </summary>
public static class RandomCrops
{
    /// <summary>Cuts one window out of every picture.</summary>
    /// <param name="pictures">(B, channels, side, side); they are not changed.</param>
    /// <param name="margin">By how many pixels at most a window is shifted; what comes in from outside is 0.</param>
    /// <param name="random">The random number generator.</param>
    /// <returns>(B, channels, side, side), new pictures.</returns>
    public static Tensor Of(Tensor pictures, int margin, Generator random)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using var scope = NewDisposeScope();
        (long count, long channels, long side) = (pictures.shape[0], pictures.shape[1], pictures.shape[2]);
        Tensor larger = nn.functional.pad(pictures, [margin, margin, margin, margin]);
        Tensor Drawn(int values) => randint(0, values, [count, 1, 1], generator: random, dtype: ScalarType.Int64);

        Tensor line = arange(side, dtype: ScalarType.Int64);
        Tensor rows = Drawn(2 * margin + 1) + line.reshape(1, side, 1);
        Tensor columns = Drawn(2 * margin + 1) + where(Drawn(2) == 1, side - 1 - line, line);        // (B, 1, side)
        Tensor places = (rows * (side + 2 * margin) + columns).reshape(count, 1, side * side).expand(-1, channels, -1);
        return larger.flatten(2).gather(2, places).reshape(pictures.shape).MoveToOuterDisposeScope();
    }
}
