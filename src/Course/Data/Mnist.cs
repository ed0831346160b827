namespace Course.Data;

/// <summary>Data sets in MNIST's four files: training and test pictures, training and test labels.</summary>
/// <param name="Train">The training pictures.</param>
/// <param name="Test">The test pictures.</param>
public sealed record Mnist(ImageSet Train, ImageSet Test)
{
    private static readonly float[] ink = [.. Enumerable.Range(0, 256).Select(level => level / 255f)];

    /// <summary>Loads a data set in MNIST's format.</summary>
    /// <param name="name"><c>mnist-10k</c> (8,000 and 2,000, ships with the course), <c>fashion-mnist-10k</c>, or <c>mnist</c> (60,000 and
    /// 10,000, to download).</param>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">A file is damaged.</exception>
    public static Mnist Load(string name = "mnist-10k")
    {
        string test = name == "mnist" ? "t10k" : "test";
        return new Mnist(LoadSet(name, "train"), LoadSet(name, test));
    }

    private static ImageSet LoadSet(string name, string part)
    {
        (int[] shape, byte[] pixels) = ReadIdx(name, $"{part}-images-idx3-ubyte.gz");
        (_, byte[] labels) = ReadIdx(name, $"{part}-labels-idx1-ubyte.gz");
        if (shape.Length != 3 || shape[0] != labels.Length)
            throw new DatasetCorruptException($"{name}: the {part} pictures and labels do not fit together.");

        int size = shape[1] * shape[2];
        var images = new float[shape[0]][];
        for (int i = 0; i < images.Length; i++)
        {
            var image = new float[size];
            for (int pixel = 0; pixel < size; pixel++) image[pixel] = ink[pixels[i * size + pixel]];
            images[i] = image;
        }

        return new ImageSet(shape[1], shape[2], images, Array.ConvertAll(labels, label => (int)label));
    }

    private static (int[] Shape, byte[] Values) ReadIdx(string name, string fileName)
    {
        using Stream content = Datasets.Open(name, fileName);
        return Idx.Read(content, fileName);
    }
}
