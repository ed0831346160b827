namespace Course.PreTraining;

/// <summary>
/// BERT's tokens: whole words for the common ones, and for others the longest known beginning, then pieces with ## before them, as
/// <c>mail ##box</c> (M. Schuster and K. Nakajima, Japanese and Korean voice search, 2012; the matching as in BERT's code). A word that no
/// pieces spell becomes one unknown token. Defined in lesson 13.
/// </summary>
public sealed class WordPieces
{
    /// <summary>[PAD]: fills short rows of a batch.</summary>
    public const int Padding = 0;

    /// <summary>[UNK]: a word that the pieces cannot spell.</summary>
    public const int Unknown = 1;

    /// <summary>[CLS]: stands before each text.</summary>
    public const int Cls = 2;

    /// <summary>[SEP]: stands behind each sentence.</summary>
    public const int Sep = 3;

    /// <summary>[MASK]: stands for a hidden word.</summary>
    public const int Mask = 4;

    /// <summary>The number of special tokens; the number of the first piece.</summary>
    public const int Special = 5;

    private const int LongestWord = 100;

    private readonly List<string> pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
    private readonly Dictionary<string, int> numbers = [];

    /// <summary>Takes a list of pieces, which are numbered behind the five special tokens.</summary>
    /// <param name="pieces">The pieces; those inside a word begin with ##.</param>
    public WordPieces(IEnumerable<string> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        foreach (string piece in pieces)
        {
            if (numbers.TryAdd(piece, this.pieces.Count)) this.pieces.Add(piece);
        }
    }

    /// <summary>The number of tokens, with the five special ones.</summary>
    public int Count => pieces.Count;

    /// <summary>The token with that number.</summary>
    public string this[int number] => pieces[number];

    /// <summary>
    /// Learns pieces by counting: the commonest words, then the commonest ends of other words that begin with one of them.
    /// </summary>
    /// <param name="texts">The texts.</param>
    /// <param name="words">The number of words.</param>
    /// <param name="ends">The number of ends.</param>
    public static WordPieces Learn(IEnumerable<string> texts, int words, int ends)
    {
        ArgumentNullException.ThrowIfNull(texts);
        (string Word, int Count)[] all = [.. texts.SelectMany(Words).CountBy(word => word).Select(pair => (pair.Key, pair.Value))];
        HashSet<string> known = [.. Commonest(all, words)];
        IEnumerable<(string, int)> rests =
            from one in all
            where one.Word.Length <= LongestWord && !known.Contains(one.Word)
            let beginning = Enumerable.Range(1, one.Word.Length - 1).Reverse().FirstOrDefault(length => known.Contains(one.Word[..length]))
            where beginning > 0
            group one.Count by "##" + one.Word[beginning..] into rest
            select (rest.Key, rest.Sum());
        return new WordPieces([.. Commonest(all, words), .. Commonest(rests, ends)]);
    }

    /// <summary>The words of a text in lower case, and each sign as a word of its own.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int from = 0; from < text.Length;)
        {
            int to = from + 1;
            if (char.IsLetterOrDigit(text[from]))
            {
                while (to < text.Length && char.IsLetterOrDigit(text[to])) to++;
            }
            if (!char.IsWhiteSpace(text[from])) yield return text[from..to].ToLowerInvariant();
            from = to;
        }
    }

    /// <summary>The numbers of a text's tokens, without special tokens around it.</summary>
    /// <param name="text">The text.</param>
    public int[] Encode(string text) => [.. Words(text).SelectMany(Split)];

    /// <summary>The tokens with these numbers, with spaces between.</summary>
    /// <param name="tokens">The numbers.</param>
    public string Decode(IEnumerable<int> tokens) =>
        string.Join(' ', tokens.Select(number => pieces[number])).Replace(" ##", "", StringComparison.Ordinal);

    /// <summary>A text as a model reads it: [CLS] text [SEP]. For GPT the two stand for the paper's start and extract tokens.</summary>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="most">The most tokens that are kept of it.</param>
    public static int[] Row(int[] tokens, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return [Cls, .. tokens.AsSpan(0, Math.Min(most, tokens.Length)), Sep];
    }

    /// <summary>The pieces of one word: always the longest that fits.</summary>
    private List<int> Split(string word)
    {
        var found = new List<int>();
        for (int from = 0; from < word.Length;)
        {
            int to = word.Length > LongestWord ? from : word.Length, number = Unknown;
            while (to > from && !numbers.TryGetValue(from > 0 ? "##" + word[from..to] : word[from..to], out number)) to--;
            if (to == from) return [Unknown];
            found.Add(number);
            from = to;
        }
        return found;
    }

    private static IEnumerable<string> Commonest(IEnumerable<(string Piece, int Count)> counts, int number) => counts
        .OrderByDescending(one => one.Count).ThenBy(one => one.Piece, StringComparer.Ordinal).Take(number).Select(one => one.Piece);
}
