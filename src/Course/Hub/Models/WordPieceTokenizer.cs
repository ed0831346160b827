using System.Globalization;
using System.Text;
using Course.PreTraining;

namespace Course.Hub.Models;

/// <summary>How <see cref="WordPieceTokenizer"/> changes a text before it splits it. Defined in lesson 17.</summary>
/// <param name="Lowercase">Whether letters become small.</param>
/// <param name="StripAccents">Whether accents are dropped.</param>
/// <param name="CleanText">Whether control characters are dropped.</param>
/// <param name="ChineseCharacters">Whether each Chinese character is a word.</param>
public sealed record WordPieceNormalizer(
    bool Lowercase = true, bool StripAccents = true, bool CleanText = true, bool ChineseCharacters = true);

/// <summary>
/// BERT's tokens from a hub or for one: words and signs, and the longest known piece of a word first, as <see cref="WordPieces"/> has it in
/// lesson 13, but with any numbers, and with the changes of a text that BERT's own code makes. Defined in lesson 17.
/// </summary>
public sealed class WordPieceTokenizer : HubTokenizer
{
    /// <summary>What a piece inside a word begins with.</summary>
    public const string Inside = "##";

    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<int, string> pieces = [];
    private readonly int unknown;

    /// <summary>Takes a vocabulary.</summary>
    /// <param name="vocabulary">The number of each piece.</param>
    /// <param name="unknown">The piece for a word that no pieces spell.</param>
    /// <param name="normalizer">How a text is changed before; null for as in the uncased BERT.</param>
    /// <param name="longestWord">A longer word is unknown.</param>
    /// <exception cref="InvalidDataException">Two pieces have one number, or the unknown one is missing.</exception>
    public WordPieceTokenizer(
        IReadOnlyDictionary<string, int> vocabulary, string unknown = "[UNK]", WordPieceNormalizer? normalizer = null, int longestWord = 100)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        numbers = new(vocabulary);
        foreach ((string piece, int number) in vocabulary)
        {
            if (!pieces.TryAdd(number, piece)) throw new InvalidDataException($"Two tokens have the number {number}.");
        }
        if (!numbers.TryGetValue(unknown, out this.unknown)) throw new InvalidDataException($"The vocabulary has no '{unknown}'.");
        (Unknown, Normalizer, LongestWord) = (unknown, normalizer ?? new(), longestWord);
    }

    /// <summary>Takes the pieces of lesson 13, under their numbers.</summary>
    /// <param name="pieces">The pieces.</param>
    public WordPieceTokenizer(WordPieces pieces)
        : this(Enumerable.Range(0, pieces.Count).ToDictionary(number => pieces[number]), normalizer: new(true, false, false, false))
    {
    }

    /// <summary>The piece for a word that no pieces spell.</summary>
    public string Unknown { get; }

    /// <summary>How a text is changed before it is split.</summary>
    public WordPieceNormalizer Normalizer { get; }

    /// <summary>A word with more characters is unknown.</summary>
    public int LongestWord { get; }

    /// <inheritdoc/>
    public override int Count => numbers.Count;

    /// <summary>The number of each piece.</summary>
    public IReadOnlyDictionary<string, int> Vocabulary => numbers;

    /// <inheritdoc/>
    public override int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Words(Normalized(text)).SelectMany(Split)];
    }

    /// <inheritdoc/>
    public override string Decode(IEnumerable<int> tokens) =>
        string.Join(' ', tokens.Select(PieceOf)).Replace(" " + Inside, "", StringComparison.Ordinal);

    private protected override object Describe() => Describe(
        numbers.Where(one => one.Key is ['[', .., ']']).Select(one => (one.Key, one.Value)),
        new
        {
            type = "BertNormalizer",
            clean_text = Normalizer.CleanText,
            handle_chinese_chars = Normalizer.ChineseCharacters,
            strip_accents = Normalizer.StripAccents,
            lowercase = Normalizer.Lowercase,
        },
        new { type = "BertPreTokenizer" },
        new { type = "WordPiece", prefix = Inside, cleanup = true },
        new
        {
            type = "WordPiece",
            unk_token = Unknown,
            continuing_subword_prefix = Inside,
            max_input_chars_per_word = LongestWord,
            vocab = numbers.OrderBy(one => one.Value).ToDictionary(),
        });

    private string PieceOf(int number) => pieces.TryGetValue(number, out string? piece)
        ? piece : throw new ArgumentOutOfRangeException(nameof(number), number, "The vocabulary has no token of that number.");

    private string Normalized(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune letter in text.EnumerateRunes())          // half a surrogate pair becomes U+FFFD
        {
            bool space = Rune.IsWhiteSpace(letter) || letter.Value is '\t' or '\n' or '\r';
            if (Normalizer.CleanText && !space && (letter.Value is 0 or 0xFFFD || IsControl(letter))) continue;
            if (Normalizer.ChineseCharacters && IsChinese(letter.Value)) clean.Append(' ').Append(letter).Append(' ');
            else if (Normalizer.CleanText && space) clean.Append(' ');
            else clean.Append(letter);
        }
        string changed = clean.ToString();
        if (Normalizer.StripAccents)
        {
            changed = string.Concat(changed.Normalize(NormalizationForm.FormD).EnumerateRunes()
                .Where(letter => Rune.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
        }
        return Normalizer.Lowercase ? changed.ToLowerInvariant() : changed;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (Rune letter in text.EnumerateRunes())
        {
            bool space = Rune.IsWhiteSpace(letter), sign = IsSign(letter);
            if ((space || sign) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
            if (sign) yield return letter.ToString();
            else if (!space) word.Append(letter);
        }
        if (word.Length > 0) yield return word.ToString();
    }

    /// <summary>The pieces of one word: always the longest that fits.</summary>
    private List<int> Split(string word)
    {
        var found = new List<int>();
        if (word.EnumerateRunes().Count() > LongestWord) return [unknown];
        for (int from = 0; from < word.Length;)
        {
            int to = word.Length, number = 0;
            while (to > from && !numbers.TryGetValue(from > 0 ? Inside + word[from..to] : word[from..to], out number)) to--;
            if (to == from) return [unknown];
            found.Add(number);
            from = to;
        }
        return found;
    }

    private static bool IsControl(Rune letter) => Rune.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;

    // As in BERT's code: all of ASCII that is neither letter nor digit, and what Unicode calls punctuation.
    private static bool IsSign(Rune letter) => letter.Value is (> 32 and < 48) or (> 57 and < 65) or (> 90 and < 97) or (> 122 and < 127)
        || Rune.IsPunctuation(letter);

    private static bool IsChinese(int letter) => letter is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
