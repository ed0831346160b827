using Course.Data;

namespace Course.ConvNets;

/// <summary>
/// Makes new examples from old ones: a digit that is slightly shifted or rotated is still the same digit. Y. LeCun et al., Proceedings of
/// the IEEE 86(11), 1998, section III-B, trained on such distorted pictures. Defined in lesson 07.
/// </summary>
/// <param name="rows">Height of a picture in pixels.</param>
/// <param name="columns">Width of a picture in pixels.</param>
/// <param name="shift">The largest shift in either direction along each side, in pixels.</param>
/// <param name="degrees">The largest rotation in either direction.</param>
public sealed class Augmenter(int rows, int columns, double shift, double degrees = 0)
{
    /// <summary>A copy of the picture, shifted and rotated at random.</summary>
    /// <param name="image">The picture, row by row; it is not changed.</param>
    /// <param name="random">The random number generator.</param>
    public float[] Apply(float[] image, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double Within(double bound) => bound * (2 * random.NextDouble() - 1);
        return Move(image, rows, columns, Within(shift), Within(shift), Within(degrees));
    }

    /// <summary>A picture shifted and rotated by a given amount; pixels from outside are paper, 0.</summary>
    /// <param name="image">The picture, row by row; it is not changed.</param>
    /// <param name="rows">Its height in pixels.</param>
    /// <param name="columns">Its width in pixels.</param>
    /// <param name="right">How far to the right, in pixels; fractions of a pixel are interpolated between neighbours.</param>
    /// <param name="down">How far down, in pixels.</param>
    /// <param name="degrees">How far it is rotated clockwise about its centre, before it is shifted.</param>
    /// <returns>The new picture.</returns>
    /// <exception cref="ArgumentException">The picture is not of that size.</exception>
    public static float[] Move(float[] image, int rows, int columns, double right, double down, double degrees = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Length != rows * columns)
            throw new ArgumentException($"The picture has {image.Length} pixels, which are not {rows} x {columns}.", nameof(image));
        (double sin, double cos) = Math.SinCos(degrees * Math.PI / 180);
        (double middleRow, double middleColumn) = ((rows - 1) / 2.0, (columns - 1) / 2.0);
        var moved = new float[image.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                // Map this pixel back to its source: undo the shift, then the rotation.
                (double y, double x) = (row - down - middleRow, column - right - middleColumn);
                moved[row * columns + column] = Ink(cos * y - sin * x + middleRow, sin * y + cos * x + middleColumn);
            }
        }
        return moved;

        float Ink(double row, double column)
        {
            (int top, int left) = ((int)Math.Floor(row), (int)Math.Floor(column));
            (double lower, double righter) = (row - top, column - left);
            return (float)((1 - lower) * ((1 - righter) * At(top, left) + righter * At(top, left + 1))
                + lower * ((1 - righter) * At(top + 1, left) + righter * At(top + 1, left + 1)));
        }

        float At(int row, int column) => row >= 0 && row < rows && column >= 0 && column < columns ? image[row * columns + column] : 0;
    }

    /// <summary>A whole set of pictures, all moved by the same amount.</summary>
    /// <param name="set">The pictures; they are not changed.</param>
    /// <param name="right">How far to the right, in pixels.</param>
    /// <param name="down">How far down, in pixels.</param>
    /// <param name="degrees">How far they are rotated clockwise.</param>
    public static ImageSet Move(ImageSet set, double right, double down = 0, double degrees = 0)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set with { Images = Array.ConvertAll(set.Images, image => Move(image, set.Rows, set.Columns, right, down, degrees)) };
    }
}
