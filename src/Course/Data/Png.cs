using SkiaSharp;

namespace Course.Data;

/// <summary>Reads PNG pictures as grey levels.</summary>
public static class Png
{
    /// <summary>Reads a picture.</summary>
    /// <param name="content">The file's content.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <returns>Grey levels from 0 (black) to 1 (white), as rows of columns.</returns>
    /// <exception cref="DatasetCorruptException">The content is not a picture.</exception>
    public static float[,] ReadGrey(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        using SKBitmap bitmap = Bitmaps.Read(content, name, SKEncodedImageFormat.Png);
        SKColor[] colours = bitmap.Pixels;
        var grey = new float[bitmap.Height, bitmap.Width];
        for (int row = 0; row < bitmap.Height; row++)
        {
            for (int column = 0; column < bitmap.Width; column++)
            {
                SKColor colour = colours[row * bitmap.Width + column];
                // The luma weights of ITU-R BT.601. For a grey pixel all three channels are equal, and so is the weighted sum.
                grey[row, column] = colour.Red == colour.Green && colour.Green == colour.Blue
                    ? colour.Red / 255f
                    : (0.299f * colour.Red + 0.587f * colour.Green + 0.114f * colour.Blue) / 255f;
            }
        }

        return grey;
    }
}
