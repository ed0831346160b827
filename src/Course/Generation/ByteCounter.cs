using System.IO.Compression;

namespace Course.Generation;

/// <summary>
/// A language model without a network: how often did each byte follow the last three? A count after few bytes fills in where one after many
/// has seen too little; it is trusted the more, the more kinds of bytes have followed (I. Witten and T. Bell, The zero-frequency problem,
/// IEEE Transactions on Information Theory 37(4), 1991, method C). Defined in lesson 14.
/// </summary>
/// <param name="order">The bytes that it looks back, at most 3.</param>
public sealed class ByteCounter(int order)
{
    private readonly Dictionary<int, Dictionary<byte, int>>[] followers =
        [.. Enumerable.Range(0, order + 1).Select(_ => new Dictionary<int, Dictionary<byte, int>>())];

    /// <summary>Counts what follows what in a text.</summary>
    /// <param name="text">The text's bytes.</param>
    public void Learn(ReadOnlySpan<byte> text)
    {
        for (int at = order; at < text.Length; at++)
        {
            for (int back = 0; back <= order; back++)
            {
                int last = Last(text, at, back);
                if (!followers[back].TryGetValue(last, out Dictionary<byte, int>? counts)) followers[back][last] = counts = [];
                counts[text[at]] = counts.GetValueOrDefault(text[at]) + 1;
            }
        }
    }

    /// <summary>The bits that this model and an ideal code need for one byte of a text, its first bytes left out.</summary>
    /// <param name="text">The text's bytes.</param>
    public double BitsPerByte(ReadOnlySpan<byte> text)
    {
        double bits = 0;
        for (int at = order; at < text.Length; at++) bits -= Math.Log2(Chance(text, at, order));
        return bits / (text.Length - order);
    }

    /// <summary>The bits that gzip needs for one byte of a text.</summary>
    /// <param name="text">The text's bytes.</param>
    public static double Gzipped(ReadOnlySpan<byte> text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(text);
        return 8.0 * packed.Length / text.Length;
    }

    private double Chance(ReadOnlySpan<byte> text, int at, int back)
    {
        double shorter = back == 0 ? 1 / 256.0 : Chance(text, at, back - 1);
        if (!followers[back].TryGetValue(Last(text, at, back), out Dictionary<byte, int>? counts)) return shorter;
        int kinds = counts.Count;
        return (counts.GetValueOrDefault(text[at]) + kinds * shorter) / (counts.Values.Sum() + kinds);
    }

    private static int Last(ReadOnlySpan<byte> text, int at, int back)
    {
        int last = 0;
        for (int i = at - back; i < at; i++) last = (last << 8) | text[i];
        return last;
    }
}
