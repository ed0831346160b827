using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Course.Data;
using Course.Data.Texts;

namespace Course.Hub.Streaming;

/// <summary>A handwritten digit.</summary>
/// <param name="Pixels">28 x 28 values from 0 (paper) to 1 (ink), row by row.</param>
/// <param name="Label">The digit, 0 to 9.</param>
public sealed record Digit(float[] Pixels, int Label);

/// <summary>Opens data sets for streaming.</summary>
public static class StreamingDataset
{
    /// <summary>The messages of the SpamAssassin corpus, wanted ones first.</summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    public static StreamingDataset<SpamMessage> Messages() =>
        From("messages", [Datasets.PathOf("spam-assassin", "messages.tsv.gz")], SpamMessages.Read);

    /// <summary>The quatrains of the Tang dynasty.</summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    public static StreamingDataset<TangQuatrain> Quatrains() =>
        From("quatrains", [Datasets.PathOf("tang-quatrains", "tang-quatrains.tsv.gz")], TangQuatrains.Read);

    /// <summary>Handwritten digits in MNIST's format.</summary>
    /// <param name="part"><c>train</c> (8,000) or <c>test</c> (2,000).</param>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    public static StreamingDataset<Digit> Digits(string part = "train")
    {
        string images = $"{part}-images-idx3-ubyte.gz", labels = $"{part}-labels-idx1-ubyte.gz";
        string[] files = [Datasets.PathOf("mnist-10k", images), Datasets.PathOf("mnist-10k", labels)];
        return From($"digits ({part})", files, () => ReadDigits(images, labels));
    }

    /// <summary>A data set over files of one's own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="files">The files that it is read from: when one of them changes, so does the fingerprint.</param>
    /// <param name="read">Opens the files and reads row after row; called anew for each pass.</param>
    /// <typeparam name="T">A row: a record, say.</typeparam>
    public static StreamingDataset<T> From<T>(string name, IReadOnlyList<string> files, Func<IEnumerable<T>> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(read);
        return new StreamingDataset<T>(name, () => Hash(string.Join('\n', [name, .. files.Select(HashOfFile)])), read);
    }

    /// <summary>The first 16 hexadecimal digits of a text's SHA-256.</summary>
    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static string HashOfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static IEnumerable<Digit> ReadDigits(string imagesFile, string labelsFile)
    {
        using Stream labelled = Datasets.Open("mnist-10k", labelsFile);
        (_, byte[] labels) = Idx.Read(labelled, labelsFile);
        using Stream images = Datasets.Open("mnist-10k", imagesFile);
        images.ReadExactly(new byte[16]);               // the magic number and three dimensions
        var bytes = new byte[28 * 28];
        foreach (byte label in labels)
        {
            images.ReadExactly(bytes);
            yield return new Digit(Array.ConvertAll(bytes, level => level / 255f), label);
        }
    }
}

/// <summary>
/// A data set that is read row after row, as Hugging Face's library Datasets does with <c>streaming=True</c> (its class
/// <c>IterableDataset</c>, https://huggingface.co/docs/datasets/stream). A step such as <see cref="Map"/> computes nothing when it is
/// called: each row passes through all steps when it is asked for, and is then forgotten. So a data set may be larger than the memory. Each
/// <c>foreach</c> reads it anew, in the same order.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class StreamingDataset<T> : IEnumerable<T>
{
    private readonly Func<string> fingerprint;
    private readonly Func<IEnumerable<T>> rows;

    internal StreamingDataset(string description, Func<string> fingerprint, Func<IEnumerable<T>> rows)
    {
        Description = description;
        this.fingerprint = fingerprint;
        this.rows = rows;
    }

    /// <summary>The source and the steps, for example <c>messages | filter(spam) | take(10)</c>.</summary>
    public string Description { get; }

    /// <summary>
    /// 16 hexadecimal digits that name the content of the source's files and the steps. What a step's function computes is known by the
    /// step's name alone: change the name with the function. (Datasets hashes the function itself, which Python can write as bytes:
    /// https://huggingface.co/docs/datasets/about_cache.)
    /// </summary>
    public string Fingerprint => fingerprint();

    /// <summary>Makes another row of each row.</summary>
    /// <param name="name">Says what the function does; another name makes another fingerprint.</param>
    /// <param name="make">The function.</param>
    /// <typeparam name="TResult">A new row.</typeparam>
    public StreamingDataset<TResult> Map<TResult>(string name, Func<T, TResult> make)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Then($"map({name})", source => source.Select(make));
    }

    /// <summary>Keeps some of the rows.</summary>
    /// <param name="name">Says which; another name makes another fingerprint.</param>
    /// <param name="keep">Whether a row stays.</param>
    public StreamingDataset<T> Filter(string name, Func<T, bool> keep)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Then($"filter({name})", source => source.Where(keep));
    }

    /// <summary>
    /// Mixes the order without holding all rows: a buffer is filled, then each new row takes the place of one drawn by chance, which goes
    /// out. A row can leave early by any number of places less than the buffer's size, so a small buffer mixes little.
    /// </summary>
    /// <param name="buffer">The rows that are held, at least 1.</param>
    /// <param name="seed">Equal seeds give equal orders.</param>
    public StreamingDataset<T> Shuffle(int buffer, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer, 1);
        return Then(Invariant($"shuffle({buffer}, {seed})"), source => Shuffled(source, buffer, seed));
    }

    /// <summary>The first rows.</summary>
    /// <param name="count">How many; all if there are fewer.</param>
    public StreamingDataset<T> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Then(Invariant($"take({count})"), source => source.Take(count));
    }

    /// <summary>All but the first rows.</summary>
    /// <param name="count">How many are left out.</param>
    public StreamingDataset<T> Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Then(Invariant($"skip({count})"), source => source.Skip(count));
    }

    /// <summary>Two parts without a common row. Chance sends each row to one of them, so neither part has to be held or counted.</summary>
    /// <param name="testShare">The share of the test rows, between 0 and 1.</param>
    /// <param name="seed">Equal seeds give equal parts.</param>
    public (StreamingDataset<T> Train, StreamingDataset<T> Test) Split(double testShare, int seed)
    {
        if (!(testShare is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(testShare), testShare, "The share of the test rows lies between 0 and 1.");
        return (Part("train"), Part("test"));

        StreamingDataset<T> Part(string part) => Then(Invariant($"split({testShare:R}, {seed}, {part})"), source =>
        {
            var random = new Random(seed);
            return source.Where(_ => random.NextDouble() < testShare == (part == "test"));
        });
    }

    /// <summary>Arrays of rows that follow each other; the last may be shorter.</summary>
    /// <param name="size">Rows per array.</param>
    public StreamingDataset<T[]> Batch(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Then(Invariant($"batch({size})"), source => source.Chunk(size));
    }

    /// <summary>
    /// The same rows, kept in a file of Apache Arrow: the first pass writes <c>cache-FINGERPRINT.arrow</c>, later passes read it and
    /// compute no step. A file that is damaged, or not what its name says, is refused and made again.
    /// </summary>
    /// <param name="folder">Where the file lies.</param>
    /// <param name="say">Receives one line when a file is refused.</param>
    /// <exception cref="NotSupportedException">A row is neither a value nor a record of values that the file can hold: <c>string</c>,
    /// <c>bool</c>, <c>int</c>, <c>long</c>, <c>float</c>, <c>double</c>, <c>float[]</c>, <c>int[]</c>.</exception>
    public StreamingDataset<T> Cache(string folder, Action<string>? say = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var columns = new ArrowRows<T>();
        return new(Description, fingerprint, () => new ArrowCache<T>(folder, Fingerprint, Description, columns, rows, say).Read());
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => rows().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc cref="Description"/>
    public override string ToString() => Description;

    private StreamingDataset<TResult> Then<TResult>(string step, Func<IEnumerable<T>, IEnumerable<TResult>> take) =>
        new($"{Description} | {step}", () => StreamingDataset.Hash($"{fingerprint()}\n{step}"), () => take(rows()));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<T> Shuffled(IEnumerable<T> source, int buffer, int seed)
    {
        var random = new Random(seed);
        var held = new List<T>();
        foreach (T row in source)
        {
            if (held.Count < buffer)
            {
                held.Add(row);
                continue;
            }

            int drawn = random.Next(buffer);
            yield return held[drawn];
            held[drawn] = row;
        }

        T[] rest = [.. held];
        random.Shuffle(rest);
        foreach (T row in rest) yield return row;
    }
}
