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
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        using SKBitmap bitmap = Decode(bytes.ToArray()) ?? throw new DatasetCorruptException($"{name} is not a whole PNG picture.");
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

    // A truncated picture decodes without an error, black below the cut, unless the decoder's result is checked.
    private static SKBitmap? Decode(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != SKEncodedImageFormat.Png) return null;
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }
}
