using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>
/// Pictures that are no digits, for the judge's eleventh class: noise, shuffled digits, halves of two digits, two digits on top of each
/// other, and blots. Without them a classifier is as sure of noise as of a digit. Defined in lesson 17.
/// </summary>
public static class NotDigits
{
    private const int Kinds = 6;

    /// <summary>Draws pictures, equally many of each kind.</summary>
    /// <param name="digits">Digits to spoil, (N, 1, rows, columns), from −1 to 1.</param>
    /// <param name="count">How many, a multiple of 6.</param>
    /// <returns>(count, 1, rows, columns), from −1 to 1; torch draws the chance.</returns>
    public static Tensor Draw(Tensor digits, int count)
    {
        ArgumentNullException.ThrowIfNull(digits);
        using var scope = NewDisposeScope();
        int some = count / Kinds;
        long rows = digits.shape[2], columns = digits.shape[3];
        Tensor[] kinds =
        [
            2 * rand(some, 1, rows, columns) - 1,
            randn(some, 1, rows, columns).clamp(-1, 1),
            Pick().flatten(1).index_select(1, randperm(rows * columns)).reshape(some, 1, rows, columns),
            cat([Pick().narrow(2, 0, rows / 2), Pick().narrow(2, rows / 2, rows - (rows / 2))], 2),
            maximum(Pick(), Pick()),
            (4 * nn.functional.avg_pool2d(randn(some, 1, rows + 4, columns + 4), 5, 1) - 0.5).clamp(-1, 1),
        ];
        return cat(kinds).MoveToOuterDisposeScope();

        Tensor Pick() => digits.index_select(0, randint(digits.shape[0], some, int64));
    }
}
