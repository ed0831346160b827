namespace Course.Transformers;

/// <summary>The tokens that a model knows, numbered. The first three have a meaning of their own. Defined in lesson 12.</summary>
public sealed class Vocabulary
{
    /// <summary>Fills short rows of a batch.</summary>
    public const int Padding = 0;

    /// <summary>The first token of a target.</summary>
    public const int Start = 1;

    /// <summary>The last token of a target.</summary>
    public const int End = 2;

    private readonly Dictionary<string, int> numbers = [];
    private readonly List<string> tokens = ["<pad>", "<start>", "<end>"];

    /// <summary>Numbers tokens in the order in which they first occur.</summary>
    /// <param name="tokens">The tokens; any of them may occur often.</param>
    public Vocabulary(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        foreach (string token in tokens)
        {
            if (numbers.TryAdd(token, this.tokens.Count)) this.tokens.Add(token);
        }
    }

    /// <summary>The number of tokens, with the three special ones.</summary>
    public int Count => tokens.Count;

    /// <summary>The token with that number.</summary>
    public string this[int number] => tokens[number];

    /// <summary>Whether a token is known.</summary>
    public bool Knows(string token) => numbers.ContainsKey(token);

    /// <summary>The numbers of some tokens.</summary>
    /// <param name="text">The tokens.</param>
    /// <exception cref="ArgumentException">A token is unknown.</exception>
    public int[] Encode(IEnumerable<string> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Select(token => numbers.TryGetValue(token, out int number)
            ? number : throw new ArgumentException($"The vocabulary has no token '{token}'."))];
    }

    /// <summary>The tokens with these numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    public string[] Decode(IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return [.. numbers.Select(number => tokens[number])];
    }

    /// <summary>The characters of a text as tokens; one that takes two UTF-16 units stays whole.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Characters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Select(rune => rune.ToString());
    }
}
