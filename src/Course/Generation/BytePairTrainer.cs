using System.Runtime.InteropServices;
using System.Text;

namespace Course.Generation;

/// <summary>
/// Learns a <see cref="BytePairEncoding"/>: the commonest pair of neighbours within words becomes a token, again and again; algorithm 1 of
/// R. Sennrich, B. Haddow and A. Birch, 2016. Only the words that hold the pair are counted anew. Of equally common pairs, the one with the
/// lower numbers is taken, so that the result is always the same. Defined in lesson 14.
/// </summary>
public sealed class BytePairTrainer
{
    private readonly List<string> tokens = [.. ByteAlphabet.Order.Select(value => ByteAlphabet.Letter(value).ToString())];
    private readonly Dictionary<string, int> numbers;
    private readonly List<(int[] Symbols, long Count)> words = [];
    private readonly Dictionary<(int Left, int Right), long> counts = [];
    private readonly Dictionary<(int Left, int Right), HashSet<int>> places = [];
    private readonly PriorityQueue<(int Left, int Right), (long Rarity, int Left, int Right)> queue = new();
    private readonly List<(string Left, string Right)> merges = [];

    private BytePairTrainer(IEnumerable<string> texts)
    {
        numbers = tokens.Index().ToDictionary(one => one.Item, one => one.Index);
        Dictionary<byte, int> bytes = ByteAlphabet.Order.Index().ToDictionary(one => one.Item, one => one.Index);
        foreach ((string word, long count) in CountWords(texts))
        {
            words.Add(([.. Encoding.UTF8.GetBytes(word).Select(value => bytes[value])], count));
            Change(words.Count - 1, +1, null);
        }
        foreach ((int Left, int Right) pair in counts.Keys) Offer(pair);
    }

    /// <summary>Learns from texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="vocabulary">The most tokens, the 256 bytes and the special ones included.</param>
    /// <param name="special">The special tokens, which are numbered last; null for GPT-2's only one, &lt;|endoftext|&gt;.</param>
    /// <param name="least">A pair that occurs less often becomes no token.</param>
    /// <exception cref="ArgumentOutOfRangeException">The vocabulary has no room for the bytes and the special tokens.</exception>
    public static BytePairEncoding Train(
        IEnumerable<string> texts, int vocabulary, IReadOnlyList<string>? special = null, long least = 2)
    {
        ArgumentNullException.ThrowIfNull(texts);
        special ??= [BytePairEncoding.EndOfText];
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 256 + special.Count);
        var trainer = new BytePairTrainer(texts);
        while (trainer.tokens.Count < vocabulary - special.Count && trainer.Commonest(least) is { } pair) trainer.Merge(pair);
        return new(trainer.numbers, trainer.merges,
            special.Index().ToDictionary(one => one.Item, one => trainer.tokens.Count + one.Index));
    }

    private static Dictionary<string, long> CountWords(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, long>();
        var found = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string text in texts)
        {
            for (int at = 0, length; at < text.Length; at += length)
            {
                length = PreTokenizer.FirstWord(text.AsSpan(at));
                CollectionsMarshal.GetValueRefOrAddDefault(found, text.AsSpan(at, length), out _)++;
            }
        }
        return counts;
    }

    /// <summary>The commonest pair, or null if it is too rare. Counts in the queue may be too high by now; those are put back.</summary>
    private (int Left, int Right)? Commonest(long least)
    {
        while (queue.TryDequeue(out (int Left, int Right) pair, out (long Rarity, int, int) key))
        {
            long count = counts[pair];
            if (count == -key.Rarity) return count >= least ? pair : null;
            if (count < -key.Rarity && count > 0) Offer(pair);          // if it is higher, another entry says so
        }
        return null;
    }

    private void Merge((int Left, int Right) pair)
    {
        string token = tokens[pair.Left] + tokens[pair.Right];
        merges.Add((tokens[pair.Left], tokens[pair.Right]));
        if (!numbers.TryGetValue(token, out int merged))                // another pair may have spelt the same token
        {
            merged = tokens.Count;
            tokens.Add(token);
            numbers.Add(token, merged);
        }
        var changed = new HashSet<(int Left, int Right)>();
        places.Remove(pair, out HashSet<int>? holders);
        foreach (int n in holders!)
        {
            Change(n, -1, null);
            words[n] = (Merged(words[n].Symbols, pair, merged), words[n].Count);
            Change(n, +1, changed);
        }
        foreach ((int Left, int Right) one in changed.Where(one => one.Left == merged || one.Right == merged)) Offer(one);
    }

    private static int[] Merged(int[] symbols, (int Left, int Right) pair, int merged)
    {
        var result = new List<int>(symbols.Length);
        for (int n = 0; n < symbols.Length; n++)
        {
            bool here = n + 1 < symbols.Length && (symbols[n], symbols[n + 1]) == pair;
            result.Add(here ? merged : symbols[n]);
            if (here) n++;
        }
        return [.. result];
    }

    /// <summary>Counts the pairs of a word, or takes them back.</summary>
    private void Change(int word, int sign, HashSet<(int Left, int Right)>? changed)
    {
        (int[] symbols, long count) = words[word];
        for (int n = 0; n + 1 < symbols.Length; n++)
        {
            (int, int) pair = (symbols[n], symbols[n + 1]);
            CollectionsMarshal.GetValueRefOrAddDefault(counts, pair, out _) += sign * count;
            if (sign < 0) continue;
            (CollectionsMarshal.GetValueRefOrAddDefault(places, pair, out _) ??= []).Add(word);
            changed?.Add(pair);
        }
    }

    private void Offer((int Left, int Right) pair) => queue.Enqueue(pair, (-counts[pair], pair.Left, pair.Right));
}
