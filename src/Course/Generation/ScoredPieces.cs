using System.Globalization;
using System.Text;
using Course.Data;

namespace Course.Generation;

/// <summary>
/// The tokens of Llama: pieces of text with scores, the best of which is merged first (T. Kudo and J. Richardson, SentencePiece, 2018,
/// arXiv:1808.06226). A character that is no piece becomes its bytes. The files are those of llama2.c. Defined in lesson 14.
/// </summary>
public sealed class ScoredPieces
{
    /// <summary>The token that begins a text.</summary>
    public const int Start = 1;

    /// <summary>The token that ends a text.</summary>
    public const int End = 2;

    private const int FirstByte = 3;            // behind <unk>, <s> and </s>

    private readonly string[] pieces;
    private readonly float[] scores;
    private readonly Dictionary<string, int> numbers = [];

    /// <summary>Takes the pieces in the order of their numbers.</summary>
    /// <param name="pieces">Unknown, start and end, the 256 bytes as &lt;0x00&gt;, then pieces of text, in which a space is a
    /// space.</param>
    /// <param name="scores">The score of each.</param>
    /// <exception cref="ArgumentException">The bytes are not there, or there are not as many scores as pieces.</exception>
    public ScoredPieces(IEnumerable<string> pieces, IEnumerable<float> scores)
    {
        (this.pieces, this.scores) = ([.. pieces], [.. scores]);
        if (this.pieces.Length != this.scores.Length) throw new ArgumentException("Each piece has one score.");
        for (int value = 0; value < 256; value++)
        {
            if (this.pieces.ElementAtOrDefault(FirstByte + value) != ByteName(value))
                throw new ArgumentException($"Piece {FirstByte + value} is not {ByteName(value)}.");
        }
        foreach ((int number, string piece) in this.pieces.Index()) numbers.TryAdd(piece, number);
    }

    /// <summary>The number of pieces.</summary>
    public int Count => pieces.Length;

    /// <summary>A piece.</summary>
    /// <param name="number">Its number.</param>
    public string this[int number] => pieces[number];

    /// <summary>Reads a file of llama2.c: the longest length, then for each piece its score, its length in bytes and its bytes.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="count">The number of pieces, which the file does not say.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <exception cref="DatasetCorruptException">The file is too short, or its pieces are wrong.</exception>
    public static ScoredPieces Read(Stream stream, int count, string name)
    {
        using var reader = new BinaryReader(stream);
        var pieces = new string[count];
        var scores = new float[count];
        try
        {
            reader.ReadInt32();
            for (int n = 0; n < count; n++)
            {
                scores[n] = reader.ReadSingle();
                int length = reader.ReadInt32();
                byte[] bytes = length >= 0 ? reader.ReadBytes(length) : throw new EndOfStreamException();
                pieces[n] = bytes.Length == length ? Encoding.UTF8.GetString(bytes) : throw new EndOfStreamException();
            }
            return new(pieces, scores);
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException)
        {
            throw new DatasetCorruptException($"{name}: it does not hold {count} pieces with bytes among them.", error);
        }
    }

    /// <summary>The tokens of a text behind <see cref="Start"/>. A space is put before the text, as its training had it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The tokens' numbers.</returns>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return [Start];
        List<int> tokens = [.. (" " + text).EnumerateRunes().SelectMany(rune => numbers.TryGetValue(rune.ToString(), out int number)
            ? [number]
            : Encoding.UTF8.GetBytes(rune.ToString()).Select(value => FirstByte + value))];
        while (true)
        {
            (float Score, int At, int Merged) best = (float.NegativeInfinity, -1, 0);
            for (int n = 0; n + 1 < tokens.Count; n++)
            {
                if (numbers.TryGetValue(pieces[tokens[n]] + pieces[tokens[n + 1]], out int merged)
                    && scores[merged] > best.Score)
                    best = (scores[merged], n, merged);
            }
            if (best.At < 0) return [Start, .. tokens];
            tokens[best.At] = best.Merged;
            tokens.RemoveAt(best.At + 1);
        }
    }

    /// <summary>The text of tokens. Special tokens are left out, and so is the space behind <see cref="Start"/>.</summary>
    /// <param name="tokens">The tokens' numbers.</param>
    public string Decode(IEnumerable<int> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        using var bytes = new MemoryStream();
        int before = End;
        foreach (int token in tokens)
        {
            string piece = pieces[token];
            if (before == Start && piece.StartsWith(' ')) piece = piece[1..];
            if (token is >= FirstByte and < FirstByte + 256) bytes.WriteByte((byte)(token - FirstByte));
            else if (token >= FirstByte) bytes.Write(Encoding.UTF8.GetBytes(piece));
            before = token;
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string ByteName(int value) => string.Create(CultureInfo.InvariantCulture, $"<0x{value:X2}>");
}
