using SkiaSharp;

namespace Course.Data;

/// <summary>Decodes picture files of one format, and refuses damaged ones.</summary>
internal static class Bitmaps
{
    /// <summary>Reads a picture.</summary>
    /// <param name="content">The file's content.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <param name="format">The format that it must have.</param>
    /// <exception cref="DatasetCorruptException">The content is not a whole picture of that format.</exception>
    internal static SKBitmap Read(Stream content, string name, SKEncodedImageFormat format)
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return Decode(bytes.ToArray(), format)
            ?? throw new DatasetCorruptException($"{name} is not a whole {format.ToString().ToUpperInvariant()} picture.");
    }

    // A truncated picture decodes without an error, black below the cut, unless the decoder's result is checked.
    private static SKBitmap? Decode(byte[] bytes, SKEncodedImageFormat format)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != format) return null;
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }
}
