using System.Collections.Concurrent;
using System.Text;

namespace Course.Generation;

/// <summary>
/// GPT-2's tokens: byte-pair encoding of UTF-8. A word begins as bytes; the pair of neighbours that was learnt first is merged, again and
/// again, until no pair is known. R. Sennrich, B. Haddow and A. Birch, Neural machine translation of rare words with subword units, 2016
/// (arXiv:1508.07909), algorithm 1; on bytes: A. Radford and others, Language models are unsupervised multitask learners, 2019, section
/// 2.2. Every text has tokens, and decoding them gives the text back. It may be used from several threads. Defined in lesson 14.
/// </summary>
public sealed class BytePairEncoding
{
    /// <summary>The special token that GPT-2 puts between two texts.</summary>
    public const string EndOfText = "<|endoftext|>";

    private const int LongestKept = 48;         // of a word that is remembered, in UTF-16 units
    private const int MostKept = 200_000;

    private readonly Dictionary<(int Left, int Right), (int Rank, int Token)> ranks = [];
    private readonly Dictionary<string, int> vocabulary;
    private readonly Dictionary<int, byte[]> bytes = [];
    private readonly int[] byteTokens;
    private readonly ConcurrentDictionary<string, int[]> kept = [];
    private int keptCount;

    /// <summary>Takes a vocabulary and the merges, both written with the letters of <see cref="ByteAlphabet"/>.</summary>
    /// <param name="vocabulary">The number of each token, every byte among them.</param>
    /// <param name="merges">The pairs in the order in which they were learnt.</param>
    /// <param name="special">Tokens that no text is encoded to, as &lt;|endoftext|&gt;, and their numbers; null for none.</param>
    /// <exception cref="InvalidDataException">A byte, a part of a merge or its result is missing, or a number is given twice.</exception>
    public BytePairEncoding(
        IReadOnlyDictionary<string, int> vocabulary, IEnumerable<(string Left, string Right)> merges,
        IReadOnlyDictionary<string, int>? special = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(merges);
        this.vocabulary = new(vocabulary);
        Merges = [.. merges];
        Special = new Dictionary<string, int>(special ?? new Dictionary<string, int>());
        foreach ((string token, int number) in vocabulary)
        {
            byte[] spelt = ByteAlphabet.Read(token)
                ?? throw new InvalidDataException($"'{token}' is not written with letters for bytes.");
            if (!bytes.TryAdd(number, spelt)) throw new InvalidDataException($"Two tokens have the number {number}.");
        }
        foreach ((string token, int number) in Special)
        {
            if (!bytes.TryAdd(number, Encoding.UTF8.GetBytes(token)))
                throw new InvalidDataException($"Two tokens have the number {number}.");
        }
        byteTokens = [.. Enumerable.Range(0, 256).Select(value => NumberOf(ByteAlphabet.Letter((byte)value).ToString()))];
        foreach ((int rank, (string left, string right)) in Merges.Index())
            ranks.TryAdd((NumberOf(left), NumberOf(right)), (rank, NumberOf(left + right)));
    }

    /// <summary>The number of tokens, with the special ones.</summary>
    public int Count => bytes.Count;

    /// <summary>The number of each token, written with letters for bytes, without the special ones.</summary>
    public IReadOnlyDictionary<string, int> Vocabulary => vocabulary;

    /// <summary>The pairs in the order in which they were learnt.</summary>
    public IReadOnlyList<(string Left, string Right)> Merges { get; }

    /// <summary>Tokens that no text is encoded to, and their numbers.</summary>
    public IReadOnlyDictionary<string, int> Special { get; }

    /// <summary>The bytes of a token.</summary>
    /// <param name="token">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public ReadOnlySpan<byte> BytesOf(int token) => bytes.TryGetValue(token, out byte[]? found)
        ? found : throw new ArgumentOutOfRangeException(nameof(token), token, "The vocabulary has no token of that number.");

    /// <summary>A token as a text; half a character shows as U+FFFD.</summary>
    /// <param name="token">Its number.</param>
    public string this[int token] => Encoding.UTF8.GetString(BytesOf(token));

    /// <summary>
    /// The tokens of a text. What looks like a special token is a text like any other. Half of a surrogate pair, which UTF-8 can't hold,
    /// becomes U+FFFD.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The tokens' numbers.</returns>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<int>(text.Length / 2);
        var known = kept.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = PreTokenizer.FirstWord(text.AsSpan(at));
            ReadOnlySpan<char> word = text.AsSpan(at, length);
            if (!known.TryGetValue(word, out int[]? parts)) parts = Learn(word);
            tokens.AddRange(parts);
        }
        return [.. tokens];
    }

    /// <summary>The tokens of one word, given as bytes.</summary>
    /// <param name="word">The bytes.</param>
    /// <returns>The tokens' numbers.</returns>
    public int[] EncodeWord(ReadOnlySpan<byte> word)
    {
        var list = new LinkedSymbols(word.Length);
        for (int n = 0; n < word.Length; n++) list.Symbols[n] = byteTokens[word[n]];
        var queue = new PriorityQueue<Pair, long>();
        for (int n = 0; n < word.Length; n++) Offer(n);
        var round = new List<Pair>();
        while (queue.TryPeek(out _, out long first))
        {
            round.Clear();
            while (queue.TryPeek(out Pair pair, out long key) && key >> 32 == first >> 32) round.Add(queue.Dequeue());
            foreach (Pair pair in round)                    // one pair at all its places, from left to right, before any other
            {
                if (!list.Holds(pair.At, pair.Left, pair.Right)) continue;
                list.Merge(pair.At, pair.Merged);
                Offer(pair.At);
                if (list.Before[pair.At] >= 0) Offer(list.Before[pair.At]);
            }
        }
        return list.Rest();

        void Offer(int at)
        {
            int next = list.Next[at];
            if (next < list.Symbols.Length && ranks.TryGetValue((list.Symbols[at], list.Symbols[next]), out (int Rank, int Token) merge))
                queue.Enqueue(new(at, list.Symbols[at], list.Symbols[next], merge.Token), ((long)merge.Rank << 32) | (uint)at);
        }
    }

    /// <summary>The text of tokens. Bytes that are no UTF-8, as half a character, show as U+FFFD.</summary>
    /// <param name="tokens">The tokens' numbers.</param>
    public string Decode(IEnumerable<int> tokens) => Encoding.UTF8.GetString(DecodeBytes(tokens));

    /// <summary>The bytes of tokens, one after another.</summary>
    /// <param name="tokens">The tokens' numbers.</param>
    public byte[] DecodeBytes(IEnumerable<int> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        using var all = new MemoryStream();
        foreach (int token in tokens) all.Write(BytesOf(token));
        return all.ToArray();
    }

    private int NumberOf(string token) => vocabulary.TryGetValue(token, out int number)
        ? number : throw new InvalidDataException($"The vocabulary has no token '{token}'.");

    private int[] Learn(ReadOnlySpan<char> word)
    {
        var spelt = new byte[Encoding.UTF8.GetByteCount(word)];
        Encoding.UTF8.GetBytes(word, spelt);
        int[] parts = EncodeWord(spelt);
        if (word.Length > LongestKept) return parts;
        if (Interlocked.Increment(ref keptCount) > MostKept)
        {
            kept.Clear();
            Interlocked.Exchange(ref keptCount, 1);
        }
        kept[word.ToString()] = parts;
        return parts;
    }

    private readonly record struct Pair(int At, int Left, int Right, int Merged);
}
