using System.Globalization;

namespace Course.Data;

/// <summary>Zip code digits that the United States Postal Service scanned, the data of LeCun's networks of 1989 and 1990.</summary>
/// <param name="Train">7,291 training pictures of 16 x 16 pixels.</param>
/// <param name="Test">2,007 test pictures.</param>
public sealed record Usps(ImageSet Train, ImageSet Test)
{
    private const int Side = 16;

    /// <summary>Loads both parts; the published values from -1 to 1 become 0 (paper) to 1 (ink).</summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">A file is damaged.</exception>
    public static Usps Load() => new(LoadSet("zip.train.gz"), LoadSet("zip.test.gz"));

    private static ImageSet LoadSet(string fileName)
    {
        using var reader = new StreamReader(Datasets.Open("usps", fileName));
        var images = new List<float[]>();
        var labels = new List<int>();
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            float[] numbers = Numbers(line, $"{fileName}, line {images.Count + 1}");
            labels.Add((int)numbers[0]);
            images.Add(Array.ConvertAll(numbers[1..], value => (value + 1) / 2));
        }

        return new ImageSet(Side, Side, [.. images], [.. labels]);
    }

    private static float[] Numbers(string line, string place)
    {
        var numbers = new float[1 + Side * Side];
        int count = 0;
        foreach (Range field in line.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> text = line.AsSpan(field);
            if (text.IsWhiteSpace()) continue;
            if (count == numbers.Length || !float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[count++]))
                throw new DatasetCorruptException($"{place}: not a digit and {Side * Side} numbers.");
        }

        return count == numbers.Length
            ? numbers : throw new DatasetCorruptException($"{place}: {count} numbers where there should be {numbers.Length}.");
    }
}
