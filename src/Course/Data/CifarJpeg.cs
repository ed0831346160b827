using System.IO.Compression;
using SkiaSharp;

namespace Course.Data;

/// <summary>
/// A part of CIFAR-10, A. Krizhevsky's 32 × 32 colour pictures of ten kinds of things, as JPEG. JPEG loses something, so a result on it is
/// no result on CIFAR-10. A. Krizhevsky, Learning multiple layers of features from tiny images, University of Toronto, 2009.
/// </summary>
/// <param name="Train">5,000 pictures, 500 of each class, in the order of the classes.</param>
/// <param name="Test">1,000 pictures, 100 of each class.</param>
public sealed record CifarJpeg(ColourSet Train, ColourSet Test)
{
    private const int Side = 32;

    /// <summary>The classes, in the order of the labels.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>Loads both parts.</summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">A picture is damaged.</exception>
    public static CifarJpeg Load()
    {
        using Stream content = Datasets.Open("cifar-10-5k-jpeg", "cifar10_5000train_1000test_jpeg.zip");
        using var archive = new ZipArchive(content);
        return new(LoadSet(archive, "train"), LoadSet(archive, "test"));
    }

    private static ColourSet LoadSet(ZipArchive archive, string part)
    {
        List<float[]> images = [];
        List<int> labels = [];
        for (int label = 0; label < Classes.Count; label++)
        {
            string folder = $"{part}/{Classes[label]}/";
            foreach (ZipArchiveEntry entry in archive.Entries
                .Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal) && entry.Length > 0)
                .OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                images.Add(Planes(entry));
                labels.Add(label);
            }
        }
        return new ColourSet(Side, Side, [.. images], [.. labels]);
    }

    private static float[] Planes(ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        using SKBitmap bitmap = Bitmaps.Read(content, entry.FullName, SKEncodedImageFormat.Jpeg);
        if (bitmap.Width != Side || bitmap.Height != Side)
            throw new DatasetCorruptException($"{entry.FullName} is {bitmap.Width} x {bitmap.Height} pixels, not {Side} x {Side}.");
        SKColor[] colours = bitmap.Pixels;
        return [.. colours.Select(colour => colour.Red / 255f), .. colours.Select(colour => colour.Green / 255f),
            .. colours.Select(colour => colour.Blue / 255f)];
    }
}
